import type { Line, Station } from './transit-map.tsx'

const Level = ({ share }: { share: number }) => (
  <svg class="or-transit-list__level" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
    <circle cx="12" cy="12" r="10" fill="none" stroke="currentColor" stroke-width="3" />
    {share > 0 ? (
      <path
        d={share >= 1 ? 'M2 12a10 10 0 1 0 20 0a10 10 0 1 0 -20 0' : levels[Math.round(share * 4) as 1 | 2 | 3]}
        fill="currentColor"
      />
    ) : null}
  </svg>
)

const levels = {
  1: 'M3.3 17A10 10 0 0 0 20.7 17Z',
  2: 'M2 12A10 10 0 0 0 22 12Z',
  3: 'M3.3 7A10 10 0 1 0 20.7 7Z',
} as const

const Row = ({ station }: { station: Station }) => (
  <li class="or-transit-list__station">
    <Level share={station.share} />
    <span>
      {station.href === undefined ? (
        `${station.code} ${station.label}`
      ) : (
        <a class="govuk-link" href={station.href}>
          {station.code} {station.label}
        </a>
      )}
      <span class="or-transit-list__state">{station.state}</span>
    </span>
  </li>
)

/** The same as the map, as lists: what narrow screens show, what is read aloud, what prints in grey. */
export const TransitList = ({ label, lines }: { label: string; lines: readonly Line[] }) => (
  <section class="or-transit-list" aria-label={label}>
    {lines.map((line) => (
      <div class={`or-transit-list__line or-line-${line.number}`}>
        <h2 class="or-transit-list__title">
          {line.number} {line.title}
        </h2>
        <ol class="or-transit-list__stations">
          {line.stations.map((station) => (
            <Row station={station} />
          ))}
        </ol>
      </div>
    ))}
  </section>
)
