import { type Field, type FormContext, formWords, type Option, type Values } from '../engines/forms/index.ts'
import type { Fault } from '../kernel/fault.ts'
import type { Money } from '../kernel/money.ts'
import type { Visit } from '../people/index.ts'
import {
  type AdoptedRoadmap,
  type LineStatus,
  lineStatuses,
  type Marker,
  markers,
  type RoadmapLine,
} from './roadmap.ts'
import type { LineContent } from './rows.ts'
import { words } from './words/words.generated.ts'

/** What a person fills in for a line, in the order of the page. */
export const lineFields: readonly Field[] = [
  { name: 'title', kind: 'text', limit: 200 },
  { name: 'sector', kind: 'choice', options: 'sectors' },
  { name: 'status', kind: 'choice', options: 'statuses', required: true },
  { name: 'dropReason', kind: 'long-text', limit: 2000 },
  { name: 'lead', kind: 'text', limit: 200 },
  { name: 'partners', kind: 'long-text', limit: 1000 },
  { name: 'startsOn', kind: 'day' },
  { name: 'endsOn', kind: 'day' },
  { name: 'budget', kind: 'money' },
  { name: 'baseline', kind: 'long-text', limit: 2000 },
  { name: 'target', kind: 'long-text', limit: 2000 },
  { name: 'verification', kind: 'long-text', limit: 1000 },
  { name: 'risk', kind: 'long-text', limit: 2000 },
  { name: 'gender', kind: 'choice', options: 'markers', required: true },
  { name: 'youth', kind: 'choice', options: 'markers', required: true },
  { name: 'language', kind: 'choice', options: 'languages', required: true },
]

const optionsOf = (visit: Visit, roadmap: AdoptedRoadmap) => {
  const t = visit.words(words)
  return (list: string): readonly Option[] => {
    if (list === 'statuses') return lineStatuses.map((value) => ({ value, text: t(`status.${value}`) }))
    if (list === 'markers') return markers.map((value) => ({ value, text: t(`marker.${value}`) }))
    if (list === 'languages')
      return [...new Set([...(visit.party?.languages ?? []), visit.locale])].map((value) => ({
        value,
        text: visit.format.languageName(value),
      }))
    if (list === 'sectors') return roadmap.sectors.map((value) => ({ value, text: sectorName(visit, value) }))
    return []
  }
}

/** The name of a sector in the reader's language; «all chosen sectors» for none. */
export const sectorName = (visit: Visit, code: string | undefined): string => {
  if (code === undefined) return visit.words(words)('sector.all')
  const sector = visit.framework.sectors.get(code)
  return sector ? visit.framework.titleOf(sector.id, visit.locale).text : code
}

export const formContextOf = (visit: Visit, roadmap: AdoptedRoadmap): FormContext => ({
  locale: visit.locale,
  direction: visit.direction,
  format: visit.format,
  t: visit.words(formWords),
  findText: visit.findText(formWords),
  fieldText: visit.findText(words),
  optionsOf: optionsOf(visit, roadmap),
  languages: visit.party?.languages ?? [visit.locale],
})

/** A line's content as the values of its form. */
export const valuesOf = (line: RoadmapLine): Values =>
  Object.fromEntries(
    lineFields.flatMap(({ name }) =>
      line[name as keyof RoadmapLine] === undefined ? [] : [[name, line[name as keyof RoadmapLine]]],
    ),
  ) as Values

/** What the fields alone cannot tell: a dropped line needs its reason, an end lies after its beginning, an own line its wording. */
export const furtherFaults = (values: Values, isOwn: boolean): readonly Fault[] => [
  ...(values['status'] === 'dropped' && values['dropReason'] === undefined
    ? [{ code: 'drop-without-reason', field: 'dropReason' }]
    : []),
  ...(values['startsOn'] !== undefined &&
  values['endsOn'] !== undefined &&
  String(values['startsOn']) > String(values['endsOn'])
    ? [{ code: 'ends-before-start', field: 'endsOn' }]
    : []),
  ...(isOwn && values['title'] === undefined ? [{ code: 'own-without-title', field: 'title' }] : []),
]

const text = (values: Values, name: string): Record<string, string> => {
  const value = values[name]
  return typeof value === 'string' ? { [name]: value } : {}
}

/** The values of an accepted form as a line's content. */
export const contentOf = (values: Values): LineContent => ({
  ...(
    [
      'title',
      'sector',
      'lead',
      'partners',
      'startsOn',
      'endsOn',
      'baseline',
      'target',
      'verification',
      'risk',
      'dropReason',
    ] as const
  ).reduce((content, name) => ({ ...content, ...text(values, name) }), {}),
  ...(values['budget'] === undefined ? {} : { budget: values['budget'] as Money }),
  language: String(values['language']),
  status: values['status'] as LineStatus,
  gender: values['gender'] as Marker,
  youth: values['youth'] as Marker,
})
