/** What a file is, by its first bytes: its name is never asked. */
export type ContentKind =
  | 'text'
  | 'json-lines'
  | 'json-array'
  | 'zip'
  | 'pdf'
  | 'parquet'
  | 'old-office'
  | 'html'
  | 'xml'
  | 'rtf'
  | 'image'
  | 'sqlite'
  | 'empty'

const magic: readonly (readonly [ContentKind, readonly number[]])[] = [
  ['pdf', [0x25, 0x50, 0x44, 0x46]],
  ['zip', [0x50, 0x4b, 0x03, 0x04]],
  ['zip', [0x50, 0x4b, 0x05, 0x06]],
  ['parquet', [0x50, 0x41, 0x52, 0x31]],
  ['old-office', [0xd0, 0xcf, 0x11, 0xe0]],
  ['rtf', [0x7b, 0x5c, 0x72, 0x74, 0x66]],
  ['image', [0x89, 0x50, 0x4e, 0x47]],
  ['image', [0xff, 0xd8, 0xff]],
  ['image', [0x47, 0x49, 0x46, 0x38]],
  ['sqlite', [0x53, 0x51, 0x4c, 0x69, 0x74, 0x65]],
]

const textKind = (head: Buffer): ContentKind => {
  const text = head
    .toString('latin1')
    .replace(/^\xef\xbb\xbf/, '')
    .trimStart()
    .toLowerCase()
  if (/^(<!doctype html|<html|<head|<body)/.test(text)) return 'html'
  if (text.startsWith('<?xml')) return 'xml'
  if (/^\{\s*("|\})/.test(text)) return 'json-lines'
  if (/^\[\s*(\{|\[|\]|")/.test(text)) return 'json-array'
  return 'text'
}

/** The kind of the unpacked bytes of a file, from the first 64 or more of them. */
export const contentKindOf = (head: Buffer): ContentKind => {
  if (head.length === 0) return 'empty'
  const known = magic.find(([, bytes]) => bytes.every((byte, at) => head[at] === byte))
  return known?.[0] ?? textKind(head)
}
