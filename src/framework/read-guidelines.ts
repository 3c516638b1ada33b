import type { Paragraph, Part } from './item.ts'
import { type Fields, fieldsOf, type Page } from './page.ts'
import { readEach, readReferences, readText } from './read-fields.ts'
import { openFile, readItem, type Standing } from './read-item.ts'

interface Inherited {
  readonly part: string
  readonly parent?: Paragraph
  readonly standing: Standing
}

const levels = ['paragraph', 'sub-paragraph', 'bullet'] as const

/** Reads one part of the Guidelines: its heading and its paragraphs, parents before the paragraphs under them. */
export const readGuidelinesPart = (page: Page): { part: Part; paragraphs: readonly Paragraph[] } => {
  const { fields, standing } = openFile(page)
  const heading = fieldsOf(page, fields.node('part'))
  const id = `guidelines/part-${readText(heading, 'number')}`
  const item = readItem(heading, id, 'part', standing)
  heading.done()
  const paragraphs = readEach(fields, 'paragraphs', (each) => readParagraph(each, { part: id, standing })).flat()
  fields.done()
  return { part: { ...item, paragraphs: paragraphs.map((paragraph) => paragraph.id) }, paragraphs }
}

const readParagraph = (fields: Fields, inherited: Inherited): readonly Paragraph[] => {
  const { parent } = inherited
  const number = readText(fields, 'number')
  if (parent && !number.startsWith(`${parent.number}.`)) {
    fields.complain('id-mismatch', 'number', { id: `§${number}`, expected: `§${parent.number}.…` })
  }
  const actors = readReferences(fields, 'actors', ['code'], (code) => `actors/${code}`)
  const stages = readReferences(fields, 'stages', ['code'], (code) => `value-chain-stages/${code}`)
  const paragraph: Paragraph = {
    ...readItem(fields, `guidelines/${number}`, 'paragraph', inherited.standing),
    number,
    level: levels[number.split('.').length - 1] ?? 'bullet',
    ...(parent && { parent: parent.id }),
    part: inherited.part,
    actors: fields.has('actors') ? actors : (parent?.actors ?? []),
    stages: fields.has('stages') ? stages : (parent?.stages ?? []),
  }
  if (!fields.has('under')) return [paragraph]
  return [
    paragraph,
    ...readEach(fields, 'under', (each) => readParagraph(each, { ...inherited, parent: paragraph })).flat(),
  ]
}
