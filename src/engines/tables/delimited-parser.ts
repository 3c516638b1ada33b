/** How the cells of a delimited file are told apart. `quote` is nothing when quotation marks are ordinary characters. */
export interface Dialect {
  readonly separator: string
  readonly quote: '"' | undefined
}

/** Takes each cell of each record: the bytes are only valid during the call. */
export interface RecordSink {
  cell(column: number, bytes: Buffer, start: number, end: number): void
  /** Called after the last cell; `line` is where the record began, `cells` how many it has. */
  record(line: number, cells: number): void
}

/** The longest record, in bytes, before the reader says that a quotation mark was never closed. */
export const maxRecordBytes = 4 * 1024 * 1024

export type ParserFailure = { readonly reason: 'record-too-long' | 'unclosed-quote'; readonly line: number }

const lineFeed = 10
const carriageReturn = 13

/** How a cell lies in the bytes: as it stands, or between quotation marks with something to take out. */
const asItStands = 0
const toUnquote = 1

/**
 * Reads delimited records (RFC 4180, any one-byte separator, LF, CR LF or CR) from bytes pushed in pieces of any size.
 * Memory: one piece and one record. Empty lines are passed over. A quotation mark inside an unquoted cell, or after a
 * closing one, is an ordinary character.
 */
export class DelimitedParser {
  readonly #separator: number
  readonly #quote: number
  readonly #sink: RecordSink
  #rest: Buffer = Buffer.alloc(0)
  #scratch: Buffer = Buffer.allocUnsafe(4096)
  #bounds = new Int32Array(192)
  #cells = 0
  #line = 1
  #linesInside = 0
  #open = false

  constructor(dialect: Dialect, sink: RecordSink) {
    this.#separator = dialect.separator.charCodeAt(0)
    this.#quote = dialect.quote === undefined ? -1 : dialect.quote.charCodeAt(0)
    this.#sink = sink
  }

  push(piece: Buffer): ParserFailure | undefined {
    const bytes = this.#rest.length === 0 ? piece : Buffer.concat([this.#rest, piece])
    const used = this.#readAll(bytes, false)
    this.#rest = Buffer.from(bytes.subarray(used))
    return this.#rest.length > maxRecordBytes ? { reason: 'record-too-long', line: this.#line } : undefined
  }

  end(): ParserFailure | undefined {
    const line = this.#line
    this.#readAll(this.#rest, true)
    return this.#open ? { reason: 'unclosed-quote', line } : undefined
  }

  #readAll(bytes: Buffer, last: boolean): number {
    let at = 0
    while (at < bytes.length) {
      const next = this.#readRecord(bytes, at, last)
      if (next < 0) break
      at = next
    }
    return at
  }

  /** Reads one record from `start`; the offset after it, or -1 when the bytes end before the record does. */
  #readRecord(bytes: Buffer, start: number, last: boolean): number {
    const empty = bytes[start] === lineFeed || bytes[start] === carriageReturn
    this.#cells = 0
    this.#linesInside = 0
    const end = empty ? start : this.#scanCells(bytes, start)
    const after = bytes[end] === carriageReturn && bytes[end + 1] === lineFeed ? end + 2 : end + 1
    const cut = end >= bytes.length || (bytes[end] === carriageReturn && end + 1 === bytes.length)
    if (cut && !last) return -1
    if (!empty) this.#emit(bytes)
    this.#line += this.#linesInside + 1
    return after
  }

  #scanCells(bytes: Buffer, start: number): number {
    let at = start
    for (;;) {
      at = bytes[at] === this.#quote ? this.#scanQuoted(bytes, at) : this.#scanPlain(bytes, at, at)
      if (at >= bytes.length || bytes[at] !== this.#separator) return at
      at++
    }
  }

  #scanPlain(bytes: Buffer, cellStart: number, from: number, how = asItStands): number {
    const separator = this.#separator
    const length = bytes.length
    let at = from
    for (; at < length; at++) {
      const byte = bytes[at]!
      if (byte === separator || byte === lineFeed || byte === carriageReturn) break
    }
    this.#note(cellStart, at, how)
    return at
  }

  #scanQuoted(bytes: Buffer, start: number): number {
    const quote = this.#quote
    const length = bytes.length
    let doubled = false
    let at = start + 1
    for (; at < length; at++) {
      const byte = bytes[at]!
      if (byte === quote) {
        if (bytes[at + 1] !== quote) break
        doubled = true
        at++
      } else if (byte === lineFeed || (byte === carriageReturn && bytes[at + 1] !== lineFeed)) this.#linesInside++
    }
    this.#open = at >= length
    const next = bytes[at + 1]
    const clean = next === undefined || next === this.#separator || next === lineFeed || next === carriageReturn
    if (this.#open || !clean || doubled) return this.#scanPlain(bytes, start, Math.min(at + 1, length), toUnquote)
    this.#note(start + 1, at, asItStands)
    return at + 1
  }

  #note(start: number, end: number, how: number): void {
    const at = this.#cells++ * 3
    if (at === this.#bounds.length) {
      const wider = new Int32Array(at * 2)
      wider.set(this.#bounds)
      this.#bounds = wider
    }
    this.#bounds[at] = start
    this.#bounds[at + 1] = end
    this.#bounds[at + 2] = how
  }

  #emit(bytes: Buffer): void {
    const bounds = this.#bounds
    for (let cell = 0; cell < this.#cells; cell++) {
      const start = bounds[cell * 3]!
      const end = bounds[cell * 3 + 1]!
      if (bounds[cell * 3 + 2] === asItStands) this.#sink.cell(cell, bytes, start, end)
      else this.#sink.cell(cell, this.#scratch, 0, this.#unquote(bytes, start, end))
    }
    this.#sink.record(this.#line, this.#cells)
  }

  /** Copies a quoted cell without its outer marks and with doubled marks made single; the length copied. */
  #unquote(bytes: Buffer, start: number, end: number): number {
    if (this.#scratch.length < end - start) this.#scratch = Buffer.allocUnsafe((end - start) * 2)
    let quoted = true
    let filled = 0
    for (let at = start + 1; at < end; at++) {
      const byte = bytes[at]!
      if (quoted && byte === this.#quote) {
        if (at + 1 < end && bytes[at + 1] === this.#quote) at++
        else {
          quoted = false
          continue
        }
      }
      this.#scratch[filled++] = byte
    }
    return filled
  }
}
