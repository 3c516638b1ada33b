/**
 * Reports of sales and use as services send them to societies and labels: the flat file of DDEX, Digital Sales Reporting (DSR), parts 1
 * and 8 (records of version x.02 and later; dsr8.ddex.net). Each line is a record of a type: HEAD, then summaries (SY: what was sold where
 * and how), then blocks with releases (RE), recordings (AS), works (MW) and their sales and uses (SU), then FOOT. Here it becomes one table:
 * a row for each use of a recording or release, and one for each recording without any, with what the other records say of it.
 */
export const salesReportColumns = [
  'Territory',
  'PeriodStart',
  'PeriodEnd',
  'CommercialModel',
  'UseType',
  'ServiceDescription',
  'DspResourceId',
  'ResourceIsrc',
  'ResourceTitle',
  'ResourceDisplayArtistName',
  'ArtistIsni',
  'ArtistIpi',
  'MusicalWorkIswc',
  'ComposerAuthorName',
  'ComposerIsni',
  'ComposerIpi',
  'DspReleaseId',
  'ReleaseIcpn',
  'ReleaseTitle',
  'Usages',
  'PricePaid',
  'Currency',
  'TotalUsagesOfSummary',
  'NetRevenueOfSummary',
] as const

export type SalesReportColumn = (typeof salesReportColumns)[number]
export type SalesReportRow = Readonly<Partial<Record<SalesReportColumn, string>>>

/** A row of the table, and the line of the report whose record it comes from. */
export interface ReportedRow {
  readonly line: number
  readonly row: SalesReportRow
}

/** Whether a text begins as such a report does. */
export const isSalesReport = (head: string): boolean => /^\uFEFF?HEAD\tdsrf\//i.test(head)

/** Cells of a record by their number in the standard, the type of the record being cell 1; an absent cell is empty. */
type Cells = (number: number) => string

interface Resource {
  readonly line: number
  readonly row: SalesReportRow
  works: SalesReportRow[]
  isUsed: boolean
}

interface Block {
  readonly id: string
  readonly resources: Map<string, Resource>
  readonly releases: Map<string, SalesReportRow>
  readonly uses: { readonly line: number; readonly cells: Cells; readonly type: string }[]
}

const newBlock = (id: string): Block => ({ id, resources: new Map(), releases: new Map(), uses: [] })

/** Identifiers of one system in a cell of parties: `ISNI::0000000081266409|IPI::00014107338`. */
const partyIds = (cell: string, system: string): string =>
  cell
    .split('|')
    .filter((id) => id.toUpperCase().startsWith(`${system}::`))
    .map((id) => id.slice(system.length + 2))
    .join('|')

const currency = /^[A-Z]{3}$/
const amount = /^-?\d+(\.\d+)?$/

/** Summaries 1 to 3 tell the sum of uses, the currency and the net revenue in cells 9, 11 and 12; the others only what all share. */
const summaryOf = (type: string, cells: Cells): SalesReportRow => {
  const isTold = /^SY0[123]$/.test(type) && currency.test(cells(11)) && amount.test(cells(12))
  return {
    CommercialModel: cells(5),
    UseType: cells(6),
    Territory: cells(7),
    ServiceDescription: cells(8),
    ...(isTold ? { TotalUsagesOfSummary: cells(9), Currency: cells(11), NetRevenueOfSummary: cells(12) } : {}),
  }
}

const workOf = (iswc: string, names: string, parties: string): SalesReportRow => ({
  MusicalWorkIswc: iswc,
  ComposerAuthorName: names,
  ComposerIsni: partyIds(parties, 'ISNI'),
  ComposerIpi: partyIds(parties, 'IPI'),
})

const resourceOf = (type: string, line: number, cells: Cells): Resource => ({
  line,
  row: {
    DspResourceId: cells(4),
    ResourceIsrc: cells(5),
    ResourceTitle: cells(6),
    ResourceDisplayArtistName: cells(8),
    ArtistIsni: partyIds(cells(9), 'ISNI'),
    ArtistIpi: partyIds(cells(9), 'IPI'),
  },
  works: type === 'AS02' ? [workOf(cells(12), cells(13), cells(14))] : [],
  isUsed: false,
})

const releaseOf = (type: string, cells: Cells): SalesReportRow =>
  type === 'RE01'
    ? { DspReleaseId: cells(4), ReleaseIcpn: cells(7), ReleaseTitle: cells(10) }
    : { DspReleaseId: cells(4) }

/** What is sold and streamed: cells 9 and 11 of SU01 (downloads; those returned are taken off), 8 and 9 of SU02 (streams). */
const useOf = (type: string, cells: Cells): SalesReportRow => {
  const returned = Number(cells(10))
  if (type === 'SU01')
    return {
      Usages: returned > 0 ? String(Number(cells(9)) - returned) : cells(9),
      PricePaid: cells(11),
      UseType: cells(13),
    }
  return { Usages: cells(8), PricePaid: cells(9), UseType: cells(11) }
}

const filled = (row: SalesReportRow): SalesReportRow =>
  Object.fromEntries(Object.entries(row).filter(([, text]) => text !== ''))

const joined = (works: readonly SalesReportRow[]): SalesReportRow => {
  const texts = (column: SalesReportColumn) =>
    [...new Set(works.map((work) => work[column] ?? '').filter((text) => text !== ''))].join('|')
  const columns = ['MusicalWorkIswc', 'ComposerAuthorName', 'ComposerIsni', 'ComposerIpi'] as const
  return Object.fromEntries(columns.map((column) => [column, texts(column)]))
}

/** Record types whose cells are known; those with summaries of another kind, licences and cues are passed over and counted. */
const knownTypes = /^(HEAD|FOOT|SY0[1-7]|SY12|RE0[12]|AS0[125]|MW0[12]|SU0[12])$/

/** Turns the lines of a report into rows, block by block: memory for one block and the summaries. */
export class SalesReportReader {
  #period: SalesReportRow = {}
  readonly #summaries = new Map<string, SalesReportRow>()
  readonly #passedOver = new Map<string, number>()
  #block = newBlock('')
  #hasFoot = false

  /** Records of types that are not read, by type. */
  get passedOver(): ReadonlyMap<string, number> {
    return this.#passedOver
  }

  /** Whether the last record was there: a report without one was cut short. */
  get isWhole(): boolean {
    return this.#hasFoot
  }

  /** Takes the next line; gives the rows of a block that it closes. */
  push(line: number, text: string): readonly ReportedRow[] {
    const parts = text.replace(/\r$/, '').split('\t')
    const cells: Cells = (number) => (parts[number - 1] ?? '').trim()
    const type = cells(1)
      .replace(/^\uFEFF/, '')
      .split('.')[0]!
      .toUpperCase()
    if (!knownTypes.test(type)) {
      this.#passedOver.set(type, (this.#passedOver.get(type) ?? 0) + 1)
      return []
    }
    if (type === 'HEAD') this.#period = { PeriodStart: cells(9), PeriodEnd: cells(10) }
    else if (type === 'FOOT') this.#hasFoot = true
    else if (type.startsWith('SY')) this.#summaries.set(cells(2), summaryOf(type, cells))
    else return this.#inBlock(type, line, cells)
    return []
  }

  /** The rows of the last block. */
  end(): readonly ReportedRow[] {
    return this.#close('')
  }

  #inBlock(type: string, line: number, cells: Cells): readonly ReportedRow[] {
    const rows = cells(2) === this.#block.id ? [] : this.#close(cells(2))
    const { resources, releases, uses } = this.#block
    if (type.startsWith('AS')) resources.set(cells(3), resourceOf(type, line, cells))
    else if (type.startsWith('RE')) releases.set(cells(3), releaseOf(type, cells))
    else if (type.startsWith('SU')) uses.push({ type, line, cells })
    else this.#addWork(type, cells)
    return rows
  }

  /** A work belongs to the recording it names (cell 17 of MW01), or to the only one of its block. */
  #addWork(type: string, cells: Cells): void {
    const { resources } = this.#block
    const named = type === 'MW01' ? resources.get(cells(17)) : undefined
    const resource = named ?? (resources.size === 1 ? [...resources.values()][0] : undefined)
    resource?.works.push(workOf(cells(4), cells(7), cells(8)))
  }

  #close(next: string): readonly ReportedRow[] {
    const block = this.#block
    this.#block = newBlock(next)
    const uses = block.uses.map(({ type, line, cells }) => {
      const summary = this.#summaries.get(cells(3)) ?? {}
      const resource = block.resources.get(cells(6))
      if (resource) resource.isUsed = true
      return { line, row: this.#row(block, resource, cells(5), { ...summary, ...filled(useOf(type, cells)) }) }
    })
    const unused = [...block.resources.values()]
      .filter(({ isUsed }) => !isUsed)
      .map((resource) => ({ line: resource.line, row: this.#row(block, resource, '', { Usages: '0' }) }))
    return [...uses, ...unused].sort((a, b) => a.line - b.line)
  }

  /** A use of a release alone has the release's title; it is not divided among the recordings. */
  #row(block: Block, resource: Resource | undefined, releaseId: string, use: SalesReportRow): SalesReportRow {
    const release = block.releases.get(releaseId) ?? (resource ? [...block.releases.values()][0] : undefined)
    return { ...this.#period, ...release, ...resource?.row, ...joined(resource?.works ?? []), ...use }
  }
}

/** The cells of a row in the order of `salesReportColumns`. */
export const salesReportCells = (row: SalesReportRow): readonly string[] =>
  salesReportColumns.map((column) => row[column] ?? '')
