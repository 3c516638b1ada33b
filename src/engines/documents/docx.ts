import {
  AlignmentType,
  Document,
  type FileChild,
  Footer,
  HeadingLevel,
  LevelFormat,
  Packer,
  PageNumber,
  Paragraph,
  TableOfContents,
  TextRun,
} from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { directionOf } from '../../kernel/locale.ts'
import type { DocumentToWrite } from './document.ts'
import { blockOf } from './docx-blocks.ts'
import { docxStyles } from './docx-styles.ts'
import { type Context, paragraph, textRun } from './docx-text.ts'

const frontOf = (context: Context, { title, subtitle, contentsHeading }: DocumentToWrite): readonly FileChild[] => [
  new Paragraph({
    heading: HeadingLevel.TITLE,
    bidirectional: context.isRightToLeft,
    children: [textRun(context, title)],
  }),
  ...(subtitle ? [paragraph(context, [subtitle])] : []),
  ...(contentsHeading
    ? [
        new Paragraph({
          style: 'Caption',
          bidirectional: context.isRightToLeft,
          children: [textRun(context, contentsHeading)],
        }),
        new TableOfContents(contentsHeading, { hyperlink: true, headingStyleRange: '1-2' }),
      ]
    : []),
]

const footer = (context: Context, title: string): Footer =>
  new Footer({
    children: [
      new Paragraph({
        style: 'Cell',
        bidirectional: context.isRightToLeft,
        children: [
          textRun(context, `${title}  ·  `),
          new TextRun({
            rightToLeft: context.isRightToLeft,
            children: [PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES],
          }),
        ],
      }),
    ],
  })

/** Makes right to left the default of every paragraph, so that the table of contents, whose paragraphs Word writes anew, is so too. */
const rightToLeftByDefault = (bytes: Uint8Array): Uint8Array => {
  const parts = unzipSync(bytes)
  const name = 'word/styles.xml'
  const styles = strFromU8(parts[name]!)
  parts[name] = strToU8(styles.replace(/(<w:pPrDefault>\s*<w:pPr>)/, '$1<w:bidi/>'))
  return zipSync(parts)
}

/** Writes a Word document: real headings and contents, footnotes, page numbers, tables with headings that repeat, right to left where the language is. */
export const writeDocx = async (document: DocumentToWrite): Promise<Uint8Array> => {
  const context: Context = { isRightToLeft: (document.dir ?? directionOf(document.locale)) === 'rtl', notes: [] }
  const children = [...frontOf(context, document), ...document.blocks.flatMap((block) => blockOf(context, block))]
  const file = new Document({
    title: document.title,
    creator: document.author,
    lastModifiedBy: document.author,
    styles: {
      ...docxStyles,
      default: {
        ...docxStyles.default,
        document: {
          ...docxStyles.default.document,
          run: {
            ...docxStyles.default.document.run,
            language: { value: document.locale, bidirectional: document.locale },
          },
        },
      },
    },
    numbering: {
      config: [
        {
          reference: 'numbers',
          levels: [
            {
              level: 0,
              format: LevelFormat.DECIMAL,
              text: '%1.',
              alignment: AlignmentType.START,
              style: { paragraph: { indent: { start: 560, hanging: 360 } } },
            },
          ],
        },
      ],
    },
    footnotes: Object.fromEntries(context.notes.map((note, index) => [index + 1, { children: [note] }])),
    sections: [
      {
        properties: { page: { margin: { top: 1300, bottom: 1200, left: 1300, right: 1300 } } },
        footers: { default: footer(context, document.title) },
        children,
      },
    ],
  })
  const bytes = new Uint8Array(await Packer.toBuffer(file))
  return context.isRightToLeft ? rightToLeftByDefault(bytes) : bytes
}
