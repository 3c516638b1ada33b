import type { DataFile } from '../engines/tables/index.ts'
import type { KeptFile } from './study.ts'

const short = (cell: string): string => (cell.length > 32 ? `${cell.slice(0, 32)}…` : cell)

/** What is kept of a file that was looked through: enough to match its columns without opening it again. */
export const keptFile = ({ name, sha256, bytes, encoding, header, sample, notes }: DataFile): KeptFile => ({
  name,
  sha256,
  bytes,
  encoding: encoding.encoding,
  header,
  sample: sample.slice(0, 3).map((row) => row.map(short)),
  notes,
})
