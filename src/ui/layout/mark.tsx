import { lineStyles } from '../line-style/line-style.ts'

const arms = [
  { line: 1, x: 24, y: 3 },
  { line: 2, x: 44, y: 17.5 },
  { line: 3, x: 36.3, y: 41 },
  { line: 4, x: 11.7, y: 41 },
  { line: 5, x: 4, y: 17.5 },
] as const

/** The mark of Open Roadmap: five lines meeting at one junction. Decoration beside the name, hence hidden from screen readers. */
export const Mark = ({ classes = 'or-header__mark' }: { readonly classes?: string }) => (
  <svg class={classes} viewBox="0 0 48 48" width="46" height="46" aria-hidden="true" focusable="false">
    {arms.map(({ line, x, y }) => (
      <path d={`M24 24L${x} ${y}`} stroke={lineStyles[line].colour} stroke-width="5" stroke-linecap="round" />
    ))}
    <circle cx="24" cy="24" r="7.5" fill="#fff" stroke="#1b2430" stroke-width="3.5" />
  </svg>
)

/** The five lines along the top of a page, each in its own pattern; decoration. */
export const HeaderLines = () => (
  <svg class="or-header__lines" width="100%" height="15" aria-hidden="true" focusable="false">
    <path d="M0 1.5H9999" stroke={lineStyles[1].colour} stroke-width="2" />
    <path d="M0 4.5H9999" stroke={lineStyles[2].colour} stroke-width="2" stroke-dasharray="26 4" />
    <path d="M0 7.5H9999" stroke={lineStyles[3].colour} stroke-width="2" stroke-dasharray="5 3" />
    <path d="M0 10.5H9999" stroke={lineStyles[4].colour} stroke-width="2" stroke-dasharray="20 4 4 4" />
    <path d="M0 13.5H9999" stroke={lineStyles[5].colour} stroke-width="2" />
  </svg>
)
