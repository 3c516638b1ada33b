import { raw } from 'hono/html'
import { barChart } from '../../engines/charts/index.ts'
import type { Visit } from '../../people/index.ts'
import { countryName, shareText } from '../../studies/index.ts'
import { Button } from '../../ui/button/button.tsx'
import { Figure } from '../../ui/figure/figure.tsx'
import { Radios } from '../../ui/radios/radios.tsx'
import { Select } from '../../ui/select/select.tsx'
import { SummaryList } from '../../ui/summary-list/summary-list.tsx'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import {
  type ChangedList,
  type ListedTitle,
  type Move,
  ruleNames,
  rulesWithLambda,
  rulesWithShare,
  type Simulation,
} from './simulation.ts'
import { addressOf, type SimulatorQuery } from './simulator-query.ts'
import { words } from './words/words.generated.ts'

export interface SimulatorProps {
  readonly visit: Visit
  /** Of the simulator, without its query. */
  readonly address: string
  readonly query: SimulatorQuery
  readonly territories: readonly string[]
  /** Length of the longest list. */
  readonly longest: number
  readonly found: Simulation
  readonly example: ChangedList | undefined
  readonly command: string
}

interface SliderProps {
  readonly name: 'share' | 'depth' | 'lambda'
  readonly visit: Visit
  readonly value: number
  readonly low: number
  readonly high: number
  readonly step: number
  readonly shown: string
}

/** A range with its number beside it; the number follows the hand where a script runs. */
const Slider = ({ name, visit, value, low, high, step, shown }: SliderProps) => {
  const t = visit.words(words)
  return (
    <div class="govuk-form-group">
      <label class="govuk-label govuk-label--s" for={name}>
        {t(`simulator.${name}`)}
      </label>
      <div class="govuk-hint" id={`${name}-hint`}>
        {t(`simulator.${name}.hint`)}
      </div>
      <input
        class="govuk-!-width-two-thirds"
        id={name}
        name={name}
        type="range"
        min={low}
        max={high}
        step={step}
        value={value}
        aria-describedby={`${name}-hint`}
      />{' '}
      <output class="govuk-body govuk-!-font-weight-bold" for={name} data-style={high === 1 ? 'percent' : 'decimal'}>
        {shown}
      </output>
    </div>
  )
}

const Choices = ({ visit, address, query, territories, longest }: SimulatorProps) => {
  const t = visit.words(words)
  return (
    <form method="get" action={address} data-answers-at-once="">
      <Radios
        name="rule"
        label={t('simulator.rule')}
        labelSize="s"
        size="small"
        value={query.rule}
        options={ruleNames.map((name) => ({
          value: name,
          label: t(`setting.simulate.${name}`),
          hint: t(`simulator.rule.${name}`),
        }))}
      />
      <Slider
        visit={visit}
        name="share"
        value={query.share}
        low={0}
        high={1}
        step={0.01}
        shown={visit.format.percent(query.share, 0)}
      />
      <Slider
        visit={visit}
        name="depth"
        value={Math.min(query.depth, longest)}
        low={1}
        high={longest}
        step={1}
        shown={visit.format.number(Math.min(query.depth, longest))}
      />
      <Slider
        visit={visit}
        name="lambda"
        value={query.lambda}
        low={0}
        high={1}
        step={0.01}
        shown={visit.format.percent(query.lambda, 0)}
      />
      {territories.length > 1 ? (
        <Select
          name="territory"
          label={t('simulator.territory')}
          labelSize="s"
          value={query.territory}
          options={territories
            .map((code) => ({ value: code, text: countryName(visit, code) }))
            .toSorted((one, other) => one.text.localeCompare(other.text, visit.locale))}
        />
      ) : null}
      <Button>{t('simulator.answer')}</Button>
    </form>
  )
}

const Drawn = ({ visit, query, found, address }: SimulatorProps) => {
  const t = visit.words(words)
  const chart = barChart({
    id: 'simulated',
    locale: visit.locale,
    dir: visit.direction,
    title: t('simulator.drawn'),
    description: t('simulator.drawn.what'),
    numbers: { kind: 'share' },
    nameHeading: t('simulator.list'),
    valueHeading: t('simulator.attention'),
    rows: [
      { name: t('simulator.before'), value: found.share_before, line: 1 },
      { name: t('simulator.after'), value: found.share_after, line: 3 },
    ],
    ...(rulesWithShare.includes(query.rule) ? { reference: { value: query.share, name: t('simulator.wanted') } } : {}),
  })
  return (
    <Figure
      id="simulated"
      title={t('simulator.drawn')}
      drawing={raw(chart.svg)}
      tableLabel={t('simulator.table')}
      table={<Table columns={chart.table.columns} rows={chart.table.rows} firstCellIsHeader />}
      downloads={[{ href: `${address}.csv?${addressOf(query)}`, text: t('simulator.csv') }]}
      source={t('simulator.drawn.what')}
    />
  )
}

const Figures = ({ visit, found }: SimulatorProps) => {
  const t = visit.words(words)
  const rows = [
    { key: t('simulator.gained'), value: t('simulator.points', { points: (found.share_gained ?? 0) * 100 }) },
    { key: t('simulator.lost'), value: shareText(visit, found.relevance_lost) },
    { key: t('simulator.rbo'), value: found.rbo === null ? '–' : visit.format.number(found.rbo, 3) },
    {
      key: t('simulator.changed'),
      value: t('simulator.changed.of', { changed: found.lists_changed, lists: found.lists }),
    },
  ]
  return <SummaryList rows={rows} />
}

const Movers = ({ visit, moves, caption }: { visit: Visit; moves: readonly Move[]; caption: string }) => {
  const t = visit.words(words)
  const signed = new Intl.NumberFormat(visit.locale, { signDisplay: 'exceptZero' })
  return (
    <ScrollArea label={caption}>
      <Table
        caption={caption}
        columns={[{ text: t('simulator.title-of-work') }, { text: t('simulator.positions'), numeric: true }]}
        rows={moves.map(({ title, positions }) => [<bdi>{title}</bdi>, <bdi>{signed.format(positions)}</bdi>])}
      />
    </ScrollArea>
  )
}

const Titled = ({ visit, title, local }: ListedTitle & { readonly visit: Visit }) => (
  <>
    <bdi>{title}</bdi>
    {local !== null && local > 0 ? (
      <>
        {' '}
        <strong class="govuk-tag govuk-tag--green">{visit.words(words)('simulator.local')}</strong>
      </>
    ) : null}
  </>
)

const Example = ({ visit, example }: SimulatorProps) => {
  const t = visit.words(words)
  if (!example) return <p class="govuk-body">{t('simulator.nothing-changes')}</p>
  const caption = t('simulator.example', { week: new Date(`${example.week}T12:00:00Z`) })
  return (
    <>
      <ScrollArea label={caption}>
        <Table
          caption={caption}
          captionSize="m"
          columns={[
            { text: t('simulator.position'), numeric: true },
            { text: t('simulator.before') },
            { text: t('simulator.after') },
            { text: t('simulator.came-from'), numeric: true },
          ]}
          rows={example.after.map((after, at) => [
            visit.format.number(at + 1),
            <Titled visit={visit} {...example.before[at]!} />,
            <Titled visit={visit} {...after} />,
            after.from === at + 1 ? '–' : visit.format.number(after.from),
          ])}
        />
      </ScrollArea>
      <p class="govuk-hint">
        <bdi>{example.name}</bdi> {t('simulator.example.what', { rbo: example.rbo })}
      </p>
    </>
  )
}

const Repeat = ({ visit, command, query }: SimulatorProps) => {
  const t = visit.words(words)
  return (
    <>
      <h2 class="govuk-heading-m">{t('simulator.repeat')}</h2>
      <p class="govuk-body">{t('simulator.repeat.lead')}</p>
      <ScrollArea label={t('simulator.repeat')}>
        <pre dir="ltr">
          <code>{command.replaceAll(/\\'|'[^']*'|( --)/g, (found, option) => (option ? ' \\\n  --' : found))}</code>
        </pre>
      </ScrollArea>
      <p class="govuk-hint" dir="ltr">
        <code>{`countries.${query.territory}.lists.simulations.${query.rule}`}</code>
      </p>
    </>
  )
}

/** Choose a rule, see what it changes. Everything is in the address; a button answers where no script does. */
export const SimulatorView = (props: SimulatorProps) => {
  const { visit, query, found } = props
  const t = visit.words(words)
  return (
    <>
      <h1 class="govuk-heading-l">{t('simulator.title')}</h1>
      <p class="govuk-body">{t('simulator.what')}</p>
      <div class="govuk-grid-row">
        <div class="govuk-grid-column-one-third">
          <Choices {...props} />
        </div>
        <div class="govuk-grid-column-two-thirds" id="answer" aria-live="polite">
          <p class="govuk-body-l">
            {t('simulator.answer-is', {
              rule: t(`setting.simulate.${query.rule}`),
              country: countryName(visit, query.territory),
            })}
          </p>
          {rulesWithLambda.includes(query.rule) ? null : <p class="govuk-hint">{t('simulator.no-lambda')}</p>}
          {rulesWithShare.includes(query.rule) ? null : <p class="govuk-hint">{t('simulator.no-share')}</p>}
          <Drawn {...props} />
          {rulesWithShare.includes(query.rule) && (found.share_after ?? 0) < query.share - 0.005 ? (
            <p class="govuk-body">{t('simulator.not-reached')}</p>
          ) : null}
          <Figures {...props} />
          <Example {...props} />
          <Movers visit={visit} moves={found.moved_up} caption={t('simulator.up')} />
          <Movers visit={visit} moves={found.moved_down} caption={t('simulator.down')} />
          <Repeat {...props} />
        </div>
      </div>
    </>
  )
}
