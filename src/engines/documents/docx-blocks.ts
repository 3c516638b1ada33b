import {
  AlignmentType,
  BorderStyle,
  type FileChild,
  HeadingLevel,
  ImageRun,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  WidthType,
} from 'docx'
import { type DocumentBlock, drawingForDocument, drawingSize } from './document.ts'
import { nativeChart } from './docx-chart.ts'
import { ink } from './docx-styles.ts'
import { type Context, child, paragraph, passageContext, textRun } from './docx-text.ts'

const headings = { 1: HeadingLevel.HEADING_1, 2: HeadingLevel.HEADING_2, 3: HeadingLevel.HEADING_3 } as const

/** Shown by programs that cannot draw SVG: one clear dot. They show the description below it. */
const clearDot = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAAC0lEQVR4nGNgAAIAAAUAAXpeqz8AAAAASUVORK5CYII=',
  'base64',
)

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

/** One block of the document model as Word holds it. */
export const blockOf = (context: Context, block: DocumentBlock): readonly FileChild[] => {
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
