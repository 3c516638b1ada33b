import { isAscii, isUtf8 } from 'node:buffer'

/** A file's characters and the encoding they were read from; `doubtful` when replacement was needed or nulls occur. */
export interface DecodedText {
  readonly text: string
  readonly encoding: 'utf-8' | 'utf-16le' | 'utf-16be' | 'windows-1252'
  readonly doubtful: boolean
}

const withoutMark = (text: string): string => (text.charCodeAt(0) === 0xfeff ? text.slice(1) : text)

/** Reads bytes as UTF-8 where they are, UTF-16 by its mark, else Windows-1252, which takes any byte. */
export const decodeText = (bytes: Buffer): DecodedText => {
  if (isAscii(bytes)) return { text: bytes.toString('latin1'), encoding: 'utf-8', doubtful: bytes.includes(0) }
  if (bytes[0] === 0xff && bytes[1] === 0xfe)
    return { text: withoutMark(new TextDecoder('utf-16le').decode(bytes)), encoding: 'utf-16le', doubtful: false }
  if (bytes[0] === 0xfe && bytes[1] === 0xff)
    return { text: withoutMark(new TextDecoder('utf-16be').decode(bytes)), encoding: 'utf-16be', doubtful: false }
  if (isUtf8(bytes))
    return { text: withoutMark(bytes.toString('utf8')), encoding: 'utf-8', doubtful: bytes.includes(0) }
  return { text: new TextDecoder('windows-1252').decode(bytes), encoding: 'windows-1252', doubtful: bytes.includes(0) }
}
