import type { Aspect, BeyondActivities, QuestionLinks } from './item.ts'
import type { Fields, Page } from './page.ts'
import { declare, readEach, readReferences, readText, readTitle, refer } from './read-fields.ts'
import { openFile } from './read-item.ts'

/** Something written, with the place where it stands. */
export type Placed<Written> = Written & { readonly file: string; readonly line: number }

/** What an activity carries out, and the SDG targets it serves, as written in `spine/activities.yaml`. */
export interface ActivityLinks {
  readonly activity: string
  readonly paragraphs: readonly string[]
  readonly sdg: readonly string[]
}

export interface WrittenActivityLinks {
  readonly activities: readonly Placed<ActivityLinks>[]
  readonly outputs: readonly (readonly [string, readonly string[]])[]
}

const activityId = (number: string) => `roadmap/${number}`
const paragraphId = (number: string) => `guidelines/${number}`
const sdgId = (code: string) => `sdg/${code}`

export const readActivityLinks = (page: Page): WrittenActivityLinks => {
  const { fields } = openFile(page)
  const outputs = readEach(fields, 'outputs', (each): [string, readonly string[]] => {
    const output = readText(each, 'output')
    refer(page, output, ['output'], each.lineOf('output'))
    return [output, readReferences(each, 'sdg', ['sdg'], sdgId)]
  })
  const activities = readEach(fields, 'activities', (each) => {
    const activity = readText(each, 'activity')
    refer(page, activity, ['activity'], each.lineOf('activity'))
    return {
      activity,
      paragraphs: readReferences(each, 'paragraphs', ['paragraph'], paragraphId),
      sdg: readReferences(each, 'sdg', ['sdg'], sdgId),
      file: page.file,
      line: each.line,
    }
  })
  fields.done()
  return { activities, outputs }
}

/** Reads the paragraphs that no activity carries out, with the part of the product that serves each. */
export const readBeyondActivities = (page: Page): readonly Placed<BeyondActivities>[] => {
  const { fields } = openFile(page)
  const beyond = readEach(fields, 'paragraphs', (each) => {
    const paragraph = paragraphId(readText(each, 'paragraph'))
    refer(page, paragraph, ['paragraph'], each.lineOf('paragraph'))
    return {
      paragraph,
      servedBy: readReferences(each, 'served-by', ['code'], (code) => `parts-of-the-product/${code}`),
      file: page.file,
      line: each.line,
    }
  })
  fields.done()
  return beyond
}

/** Reads what each question of one edition of the report answers. */
export const readQuestionLinks = (page: Page): readonly QuestionLinks[] => {
  const { fields } = openFile(page)
  const form = `report-${readText(fields, 'form')}/`
  const monitoring = `monitoring-${readText(fields, 'monitoring')}/`
  const links = readEach(fields, 'questions', (each): QuestionLinks => {
    const question = form + readText(each, 'question')
    refer(page, question, ['question'], each.lineOf('question'))
    return {
      question,
      activities: readReferences(each, 'activities', ['activity'], activityId),
      paragraphs: readReferences(each, 'paragraphs', ['paragraph'], paragraphId),
      verifications: readReferences(each, 'verifications', ['verification'], (number) => monitoring + number),
      sdg: readReferences(each, 'sdg', ['sdg'], sdgId),
    }
  })
  fields.done()
  return links
}

/** Reads what a full answer to a question covers. */
export const readAspects = (page: Page): readonly Placed<Aspect>[] => {
  const { fields } = openFile(page)
  const form = `report-${readText(fields, 'form')}/`
  const aspects = readEach(fields, 'questions', (each) => {
    const question = form + readText(each, 'question')
    refer(page, question, ['question'], each.lineOf('question'))
    return readEach(each, 'aspects', (inner) => readAspect(inner, question))
  })
  fields.done()
  return aspects.flat()
}

const readAspect = (fields: Fields, question: string): Placed<Aspect> => {
  const key = readText(fields, 'key')
  declare(fields.page, `${question}/${key}`, 'aspect', fields.line)
  return {
    key,
    question,
    title: readTitle(fields, `${question}/${key}`),
    activities: readReferences(fields, 'activities', ['activity'], activityId),
    paragraphs: readReferences(fields, 'paragraphs', ['paragraph'], paragraphId),
    file: fields.page.file,
    line: fields.line,
  }
}
