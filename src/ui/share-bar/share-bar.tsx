/** How a part of a whole is drawn: each tone has a colour and a pattern of its own, so that it is told apart in grey. */
export type Tone = 'good' | 'doubtful' | 'bad' | 'none'

export interface ShareBarProps {
  /** The same in words, for those who do not see the bar. */
  readonly label: string
  readonly parts: readonly { readonly tone: Tone; readonly size: number }[]
}

const fills: Readonly<Record<Tone, string>> = {
  good: '#00603a',
  doubtful: 'url(#share-doubtful)',
  bad: 'url(#share-bad)',
  none: '#fffefb',
}

const Patterns = () => (
  <defs>
    <pattern id="share-doubtful" width="10" height="10" patternUnits="userSpaceOnUse">
      <rect width="10" height="10" fill="#ffe9a8" />
      <path d="M-2 12L12 -2M-2 2L2 -2M8 12L12 8" stroke="#8a6100" stroke-width="2.5" />
    </pattern>
    <pattern id="share-bad" width="10" height="10" patternUnits="userSpaceOnUse">
      <rect width="10" height="10" fill="#b00020" />
      <path d="M0 0L10 10M10 0L0 10" stroke="#fffefb" stroke-width="1.5" />
    </pattern>
  </defs>
)

/** One bar of several parts. The numbers stand beside it. */
export const ShareBar = ({ label, parts }: ShareBarProps) => {
  const total = Math.max(
    1,
    parts.reduce((sum, { size }) => sum + size, 0),
  )
  const widths = parts.map(({ size }) => (1000 * size) / total)
  const start = (index: number): number => widths.slice(0, index).reduce((sum, width) => sum + width, 0)
  return (
    <svg class="or-share-bar" viewBox="0 0 1000 36" role="img" aria-label={label}>
      <Patterns />
      {parts.map(({ tone }, index) =>
        (widths[index] ?? 0) > 0 ? (
          <rect
            x={start(index).toFixed(1)}
            y="0"
            width={(widths[index] ?? 0).toFixed(1)}
            height="36"
            fill={fills[tone]}
          />
        ) : null,
      )}
      <rect x="1" y="1" width="998" height="34" fill="none" stroke="#1b2430" stroke-width="2" />
    </svg>
  )
}

/** The little square that ties a line of the legend to a part of the bar. */
export const ShareMark = ({ tone }: { readonly tone: Tone }) => (
  <svg class="or-share-mark" viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
    <rect x="1" y="1" width="18" height="18" fill={fills[tone]} stroke="#1b2430" stroke-width="2" />
  </svg>
)
