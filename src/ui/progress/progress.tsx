import type { Content } from '../content.ts'

export interface ProgressProps {
  readonly id: string
  readonly label: Content
  /** Share done, 0 to 1; undefined while nobody can tell. */
  readonly share?: number | undefined
  /** The share, rows and time left as the reader's language writes them. */
  readonly text?: Content
}

/** How far long work has come. The page around it refreshes itself, so it works without a script. */
export const Progress = ({ id, label, share, text }: ProgressProps) => (
  <div class="or-progress">
    <label class="govuk-label" for={id}>
      {label}
    </label>
    <progress
      id={id}
      class="or-progress__bar"
      max="100"
      value={share === undefined ? undefined : String(Math.round(share * 100))}
    />
    {text ? (
      <output class="govuk-hint" for={id}>
        {text}
      </output>
    ) : null}
  </div>
)

export interface MeterProps {
  readonly label: string
  /** Share, 0 to 1. */
  readonly share: number
  readonly text: Content
}

/** A share of a whole as a thin bar with its number beside it: ten stations of a line, and how far each has come. */
export const Meter = ({ label, share, text }: MeterProps) => (
  <span class="or-meter">
    <svg
      class="or-meter__bar"
      viewBox="0 0 100 8"
      width="100"
      height="8"
      role="img"
      aria-label={label}
      preserveAspectRatio="none"
    >
      <path d="M0 4H100" stroke="currentColor" stroke-opacity="0.25" stroke-width="8" />
      <path d={`M0 4H${Math.round(Math.min(1, Math.max(0, share)) * 100)}`} stroke="currentColor" stroke-width="8" />
    </svg>{' '}
    <span class="or-numeral">{text}</span>
  </span>
)
