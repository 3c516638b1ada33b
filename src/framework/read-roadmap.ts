import type { Activity, LinePattern, Output } from './item.ts'
import type { Fields, Page } from './page.ts'
import { readColour, readEach, readOneOf, readText, refer } from './read-fields.ts'
import { openFile, readItem, type Standing } from './read-item.ts'

const patterns: readonly LinePattern[] = ['solid', 'dashed', 'dotted', 'dash-dot', 'double']

/** An edition of the Open Roadmap as written in its file; what carries out what is joined from the spine later. */
export interface WrittenRoadmap {
  readonly edition: string
  readonly outputs: readonly Omit<Output, 'sdg'>[]
  readonly activities: readonly Omit<Activity, 'sdg' | 'paragraphs'>[]
}

export const readRoadmap = (page: Page): WrittenRoadmap => {
  const { fields, standing } = openFile(page)
  const edition = readText(fields, 'edition')
  const read = readEach(fields, 'outputs', (each) => readOutput(each, standing))
  fields.done()
  return {
    edition,
    outputs: read.map(({ output }) => output),
    activities: read.flatMap(({ activities }) => activities),
  }
}

const readOutput = (fields: Fields, standing: Standing) => {
  const number = readText(fields, 'number')
  const id = `roadmap/output-${number}`
  const goal = readText(fields, 'goal')
  refer(fields.page, goal, ['goal'], fields.lineOf('goal'))
  const activities = readEach(fields, 'activities', (each) => readActivity(each, number, standing))
  const output = {
    ...readItem(fields, id, 'output', standing),
    number,
    colour: readColour(fields, 'colour'),
    pattern: readOneOf(fields, 'pattern', patterns),
    goal,
    activities: activities.map((activity) => activity.id),
  }
  return { output, activities }
}

const readActivity = (fields: Fields, output: string, standing: Standing) => {
  const number = readText(fields, 'number')
  if (!number.startsWith(`${output}.`)) {
    fields.complain('id-mismatch', 'number', { id: number, expected: `${output}.…` })
  }
  return { ...readItem(fields, `roadmap/${number}`, 'activity', standing), number, output: `roadmap/output-${output}` }
}
