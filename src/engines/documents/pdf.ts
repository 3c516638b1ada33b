import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { NodeCompiler } from '@myriaddreamin/typst-ts-node-compiler'
import { directionOf, type Locale } from '../../kernel/locale.ts'
import { packageRoot } from '../../kernel/package-root.ts'
import {
  type DocumentBlock,
  type DocumentToWrite,
  drawingForDocument,
  hasOrderedHeadings,
  type Run,
} from './document.ts'
import { pdfTemplate } from './pdf-template.ts'

const fontFiles = [
  'noto-sans/400Regular/NotoSans_400Regular.ttf',
  'noto-sans/400Regular_Italic/NotoSans_400Regular_Italic.ttf',
  'noto-sans/600SemiBold/NotoSans_600SemiBold.ttf',
  'noto-sans/700Bold/NotoSans_700Bold.ttf',
]

const arabicFonts = [
  { family: 'Amiri', files: ['amiri/400Regular/Amiri_400Regular.ttf', 'amiri/700Bold/Amiri_700Bold.ttf'] },
  {
    family: 'Noto Naskh Arabic',
    files: [
      'noto-naskh-arabic/400Regular/NotoNaskhArabic_400Regular.ttf',
      'noto-naskh-arabic/700Bold/NotoNaskhArabic_700Bold.ttf',
    ],
  },
]

const fontPath = (file: string): string => join(packageRoot, 'node_modules/@expo-google-fonts', file)

/**
 * The first Arabic face that is installed. Amiri is preferred: Noto draws the dots of letters as glyphs of their own, and text copied
 * out of a PDF set in it has those letters twice.
 */
const arabicFont = () => {
  const found = arabicFonts.find(({ files }) => files.every((file) => existsSync(fontPath(file))))
  if (!found) throw new Error('no Arabic face is installed')
  return found
}

/** A folder that need not exist: the compiler sees only what is put before it in memory. */
const workspace = join(packageRoot, 'typst-in-memory')

const newCompiler = (): NodeCompiler =>
  NodeCompiler.create({
    workspace,
    fontArgs: [{ fontBlobs: [...fontFiles, ...arabicFont().files].map((file) => readFileSync(fontPath(file))) }],
  })

let compiler: NodeCompiler | undefined

const lacksGlyph = (cause: unknown): boolean => String(cause).includes('could not be displayed with font')

const languageOf = (locale: Locale): string => new Intl.Locale(locale).language

type PlainRun = Exclude<Run, string> | { readonly text: string }

const plainRuns = (runs: readonly Run[]): readonly PlainRun[] =>
  runs.map((run) => (typeof run === 'string' ? { text: run } : 'note' in run ? { note: plainRuns(run.note) } : run))

/** Shares of the width by the longest text of each column, none so small that words break everywhere. */
const widthsOf = ({ columns, rows }: Extract<DocumentBlock, { kind: 'table' }>): readonly number[] =>
  columns.map(({ text }, index) => {
    const longest = rows.reduce((most, row) => Math.max(most, row[index]?.length ?? 0), text.length)
    return Math.min(60, Math.max(8, longest))
  })

const plainBlock = (block: DocumentBlock, index: number): object => {
  switch (block.kind) {
    case 'paragraph':
      return {
        kind: block.kind,
        runs: plainRuns(block.runs),
        ...(block.locale ? { lang: languageOf(block.locale), dir: block.dir ?? directionOf(block.locale) } : {}),
      }
    case 'list':
      return { kind: block.kind, ordered: block.ordered === true, items: block.items.map(plainRuns) }
    case 'table':
      return {
        ...block,
        columns: block.columns.map(({ text, numeric }) => ({ text, numeric: numeric === true })),
        rows: block.rows.map((row) => block.columns.map((_, column) => row[column] ?? '')),
        widths: widthsOf(block),
      }
    case 'pairs':
      return { kind: block.kind, pairs: block.pairs.map(({ key, value }) => ({ key, value: plainRuns(value) })) }
    case 'figure':
      return { kind: block.kind, caption: block.caption, description: block.description, path: `/figure-${index}.svg` }
    default:
      return block
  }
}

const putInMemory = (target: NodeCompiler, name: string, text: string): void =>
  target.mapShadow(join(workspace, name), Buffer.from(text))

/** Sets the document with the faces of this compiler; `standard` false leaves out what PDF/UA-1 would refuse. */
const setWith = (compiler: NodeCompiler, document: DocumentToWrite, standard: boolean): Uint8Array => {
  compiler.resetShadow()
  const { title, subtitle, author, contentsHeading, locale } = document
  const source = {
    title,
    author,
    arabicFace: arabicFont().family,
    lang: languageOf(locale),
    dir: document.dir ?? directionOf(locale),
    ...(subtitle ? { subtitle } : {}),
    ...(contentsHeading ? { contentsHeading } : {}),
    blocks: document.blocks.map(plainBlock),
  }
  putInMemory(compiler, 'document.json', JSON.stringify(source))
  document.blocks.forEach((block, index) => {
    if (block.kind === 'figure') putInMemory(compiler, `figure-${index}.svg`, drawingForDocument(block.svg))
  })
  const compiled = compiler.compile({ mainFileContent: pdfTemplate, resetRead: true })
  const failure = compiled.takeError()
  if (failure || !compiled.result)
    throw new Error(`the document could not be set: ${JSON.stringify(failure?.shortDiagnostics ?? [])}`)
  const pdf = compiler.pdf(compiled.result, standard ? { pdfStandard: 'ua-1' } : {})
  compiler.evictCache(0)
  return new Uint8Array(pdf)
}

/**
 * Writes an accessible PDF (PDF/UA-1, tagged; Latin, Greek, Cyrillic and Arabic scripts). Where a text is in
 * another script the file is written all the same, tagged but without the claim to PDF/UA-1, with boxes for what our faces lack. Works on the calling thread for some tenths of a second. Throws when the headings skip a
 * level, or with the compiler's own reasons.
 */
export const writePdf = (document: DocumentToWrite): Uint8Array => {
  if (!hasOrderedHeadings(document.blocks))
    throw new Error('the headings of an accessible document go down one level at a time')
  compiler ??= newCompiler()
  try {
    return setWith(compiler, document, true)
  } catch (cause) {
    if (!lacksGlyph(cause)) throw cause
    return setWith(compiler, document, false)
  }
}
