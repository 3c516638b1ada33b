import {
  AlignmentType,
  BorderStyle,
  Document,
  ExternalHyperlink,
  type FileChild,
  Footer,
  FootnoteReferenceRun,
  HeadingLevel,
  ImageRun,
  LevelFormat,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  type ParagraphChild,
  Table,
  TableCell,
  TableOfContents,
  TableRow,
  TextRun,
  WidthType,
} from 'docx'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { type Direction, directionOf } from '../../kernel/locale.ts'
import {
  type DocumentBlock,
  type DocumentToWrite,
  drawingForDocument,
  drawingSize,
  type Passage,
  type Run,
} from './document.ts'
import { nativeChart } from './docx-chart.ts'

/** How the words of one passage run, and where the document gathers its footnotes. */
interface Context {
  readonly isRightToLeft: boolean
  readonly notes: Paragraph[]
}

const ink = '1B2430'
const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const
const fonts = { ascii: 'Calibri', hAnsi: 'Calibri', cs: 'Arial', eastAsia: 'Microsoft YaHei' }
const headingFonts = { ascii: 'Georgia', hAnsi: 'Georgia', cs: 'Arial', eastAsia: 'Microsoft YaHei' }

/** Shown by programs that cannot draw SVG: one clear dot. They show the description below it. */
const clearDot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR4nGNgAAIAAAUAAXpeqz8AAAAASUVORK5CYII=',
  'base64',
)

const textRun = (
  context: Context,
  text: string,
  more: { readonly bold?: boolean; readonly italics?: boolean; readonly style?: string } = {},
): TextRun => new TextRun({ text, rightToLeft: context.isRightToLeft, ...more })

const child = (context: Context, run: Run): ParagraphChild => {
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

const paragraph = (context: Context, runs: readonly Run[]): Paragraph =>
  new Paragraph({ bidirectional: context.isRightToLeft, children: runs.map((run) => child(context, run)) })

const passageContext = (context: Context, { locale, dir }: Passage): Context => {
  const direction: Direction | undefined = dir ?? (locale ? directionOf(locale) : undefined)
  return direction ? { ...context, isRightToLeft: direction === 'rtl' } : context
}

const none = { style: BorderStyle.NONE, size: 0, color: 'auto' } as const
const thin = { style: BorderStyle.SINGLE, size: 4, color: 'D3CCBA' } as const
const thick = { style: BorderStyle.SINGLE, size: 8, color: ink } as const

const cellOf = (content: Paragraph, isHeading: boolean): TableCell =>
  new TableCell({
    children: [content],
    borders: { top: none, left: none, right: none, bottom: isHeading ? thick : thin },
    margins: { top: 60, bottom: 60, left: 80, right: 80 },
  })

const cellText = (context: Context, text: string, isNumeric: boolean, isStrong: boolean): Paragraph =>
  new Paragraph({
    style: 'Cell',
    bidirectional: context.isRightToLeft,
    alignment: isNumeric ? AlignmentType.END : AlignmentType.START,
    children: [textRun(context, text, { bold: isStrong })],
  })

const fullWidth = { size: 100, type: WidthType.PERCENTAGE } as const

const tableOf = (
  context: Context,
  { caption, columns, rows }: Extract<DocumentBlock, { kind: 'table' }>,
): readonly FileChild[] => [
  new Paragraph({
    style: 'Caption',
    keepNext: true,
    bidirectional: context.isRightToLeft,
    children: [textRun(context, caption)],
  }),
  new Table({
    width: fullWidth,
    visuallyRightToLeft: context.isRightToLeft,
    rows: [
      new TableRow({
        tableHeader: true,
        cantSplit: true,
        children: columns.map(({ text, numeric }) => cellOf(cellText(context, text, numeric === true, true), true)),
      }),
      ...rows.map(
        (row) =>
          new TableRow({
            cantSplit: true,
            children: columns.map(({ numeric }, index) =>
              cellOf(cellText(context, row[index] ?? '', numeric === true, false), false),
            ),
          }),
      ),
    ],
  }),
  new Paragraph({ children: [] }),
]

const pairsOf = (context: Context, { pairs }: Extract<DocumentBlock, { kind: 'pairs' }>): readonly FileChild[] => [
  new Table({
    width: fullWidth,
    columnWidths: [3000, 6000],
    visuallyRightToLeft: context.isRightToLeft,
    rows: pairs.map(
      ({ key, value }) =>
        new TableRow({
          cantSplit: true,
          children: [cellOf(cellText(context, key, false, true), false), cellOf(paragraph(context, value), false)],
        }),
    ),
  }),
  new Paragraph({ children: [] }),
]

type FigureBlock = Extract<DocumentBlock, { kind: 'figure' }>

const drawingRun = ({ svg, caption, description }: FigureBlock): ImageRun => {
  const { width, height } = drawingSize(svg)
  const wide = 600
  return new ImageRun({
    type: 'svg',
    data: Buffer.from(drawingForDocument(svg)),
    fallback: { type: 'png', data: clearDot },
    transformation: { width: wide, height: Math.round((height / width) * wide) },
    altText: { name: caption, title: caption, description },
  })
}

const figureOf = (context: Context, figure: FigureBlock): readonly FileChild[] => {
  const { caption, description, data } = figure
  const { isRightToLeft } = context
  return [
    new Paragraph({
      style: 'Caption',
      keepNext: true,
      bidirectional: isRightToLeft,
      children: [textRun(context, caption)],
    }),
    new Paragraph({
      keepNext: true,
      bidirectional: false,
      alignment: isRightToLeft ? AlignmentType.RIGHT : AlignmentType.LEFT,
      children: [data ? nativeChart(data, caption, description, isRightToLeft) : drawingRun(figure)],
    }),
    new Paragraph({ style: 'Cell', bidirectional: isRightToLeft, children: [textRun(context, description)] }),
  ]
}

const blockOf = (context: Context, block: DocumentBlock): readonly FileChild[] => {
  switch (block.kind) {
    case 'heading':
      return [
        new Paragraph({
          heading: headings[block.level],
          bidirectional: context.isRightToLeft,
          children: [textRun(context, block.text)],
        }),
      ]
    case 'paragraph':
      return [paragraph(passageContext(context, block), block.runs)]
    case 'list':
      return block.items.map(
        (runs) =>
          new Paragraph({
            bidirectional: context.isRightToLeft,
            ...(block.ordered ? { numbering: { reference: 'numbers', level: 0 } } : { bullet: { level: 0 } }),
            children: runs.map((run) => child(context, run)),
          }),
      )
    case 'table':
      return tableOf(context, block)
    case 'pairs':
      return pairsOf(context, block)
    case 'figure':
      return figureOf(context, block)
    case 'page-break':
      return [new Paragraph({ pageBreakBefore: true, children: [] })]
  }
}

const headingStyle = (size: number) => ({
  run: { font: headingFonts, size, bold: true, boldComplexScript: true, sizeComplexScript: size, color: ink },
  paragraph: { spacing: { before: 320, after: 140 }, keepNext: true },
})

const styles = {
  default: {
    document: {
      run: { font: fonts, size: 22, sizeComplexScript: 24, color: ink },
      paragraph: { spacing: { after: 140, line: 290, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font: headingFonts, size: 48, bold: true, boldComplexScript: true, sizeComplexScript: 48, color: ink },
      paragraph: { spacing: { after: 120 } },
    },
    heading1: headingStyle(34),
    heading2: headingStyle(28),
    heading3: headingStyle(24),
  },
  paragraphStyles: [
    {
      id: 'Cell',
      name: 'Cell',
      basedOn: 'Normal',
      run: { size: 19, sizeComplexScript: 21 },
      paragraph: { spacing: { after: 0, line: 250 } },
    },
    {
      id: 'Caption',
      name: 'caption',
      basedOn: 'Normal',
      run: { bold: true, boldComplexScript: true, size: 20, sizeComplexScript: 22, color: ink },
      paragraph: { spacing: { before: 200, after: 80 } },
    },
  ],
}

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
      ...styles,
      default: {
        ...styles.default,
        document: {
          ...styles.default.document,
          run: { ...styles.default.document.run, language: { value: document.locale, bidirectional: document.locale } },
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
