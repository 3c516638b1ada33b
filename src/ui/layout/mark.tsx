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

/** The five lines run end to end along the top of a page, each in its own pattern, as in the key of a map; decoration. */
export const HeaderLines = () => (
  <svg class="or-header__lines" width="100%" height="6" aria-hidden="true" focusable="false">
    <line x1="0" x2="20%" y1="3" y2="3" stroke={lineStyles[1].colour} stroke-width="6" />
    <line x1="20%" x2="40%" y1="3" y2="3" stroke={lineStyles[2].colour} stroke-width="6" stroke-dasharray="21 3" />
    <line x1="40%" x2="60%" y1="3" y2="3" stroke={lineStyles[3].colour} stroke-width="6" stroke-dasharray="6 3" />
    <line x1="60%" x2="80%" y1="3" y2="3" stroke={lineStyles[4].colour} stroke-width="6" stroke-dasharray="24 3 6 3" />
    <line x1="80%" x2="100%" y1="1" y2="1" stroke={lineStyles[5].colour} stroke-width="2" />
    <line x1="80%" x2="100%" y1="5" y2="5" stroke={lineStyles[5].colour} stroke-width="2" />
  </svg>
)
