import { ExternalHyperlink, FootnoteReferenceRun, Paragraph, type ParagraphChild, TextRun } from 'docx'
import { type Direction, directionOf } from '../../kernel/locale.ts'
import type { Passage, Run } from './document.ts'

/** How the words of one passage run, and where the document gathers its footnotes. */
export interface Context {
  readonly isRightToLeft: boolean
  readonly notes: Paragraph[]
}

/** One run of text in the direction of its passage. */
export const textRun = (
  context: Context,
  text: string,
  more: { readonly bold?: boolean; readonly italics?: boolean; readonly style?: string } = {},
): TextRun => new TextRun({ text, rightToLeft: context.isRightToLeft, ...more })

/** Running text as Word holds it: runs, links, references to footnotes. */
export const child = (context: Context, run: Run): ParagraphChild => {
  if (typeof run === 'string') return textRun(context, run)
  if ('note' in run) {
    context.notes.push(paragraph(context, run.note))
    return new FootnoteReferenceRun(context.notes.length)
  }
  const text = textRun(context, run.text, {
    bold: run.strong === true,
    italics: run.emphasis === true,
    ...(run.href ? { style: 'Hyperlink' } : {}),
  })
  return run.href ? new ExternalHyperlink({ link: run.href, children: [text] }) : text
}

/** A paragraph with its footnotes gathered in the context. */
export const paragraph = (context: Context, runs: readonly Run[]): Paragraph =>
  new Paragraph({ bidirectional: context.isRightToLeft, children: runs.map((run) => child(context, run)) })

/** The context of a passage whose language may differ from its document's. */
export const passageContext = (context: Context, { locale, dir }: Passage): Context => {
  const direction: Direction | undefined = dir ?? (locale ? directionOf(locale) : undefined)
  return direction ? { ...context, isRightToLeft: direction === 'rtl' } : context
}
