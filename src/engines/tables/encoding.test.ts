import { Buffer } from 'node:buffer'
import * as fc from 'fast-check'
import iconv from 'iconv-lite'
import { describe, expect, it } from 'vitest'
import { decoderOf, type Encoding, type EncodingFinding, EncodingProbe, readablePieces } from './encoding.ts'

const probe = (bytes: Buffer, pieceBytes = 4096): EncodingFinding => {
  const found = new EncodingProbe()
  for (let at = 0; at < bytes.length; at += pieceBytes) found.push(bytes.subarray(at, at + pieceBytes))
  return found.end()
}

const french =
  'titre,pays\nLe Fabuleux Destin d’Amélie Poulain,France\nLes Misérables,Côte d’Ivoire\nÇa commence à Noël,Québec\n'
const arabic = 'العنوان,البلد\nالرسالة,المغرب\nباب الحديد,مصر\nوجدة,السعودية\n'
const russian = 'название,страна\nИван Васильевич меняет профессию,СССР\nЛевиафан,Россия\nБрат,Россия\n'

describe('the encoding of a file', () => {
  it.each<[string, string, Encoding]>([
    ['French in Windows-1252', french, 'windows-1252'],
    ['Arabic in Windows-1256', arabic, 'windows-1256'],
    ['Russian in Windows-1251', russian, 'windows-1251'],
  ])('is guessed, and said to be a guess: %s', (_, text, encoding) => {
    const bytes = iconv.encode(text, encoding)
    const found = probe(bytes)
    expect(found).toMatchObject({ encoding, certain: false, nulAt: -1, damagedAt: -1 })
    expect(decoderOf(encoding)(bytes, 0, bytes.length)).toBe(text)
  })

  it.each<[string, Buffer, Encoding, number]>([
    ['UTF-8', Buffer.from(arabic), 'utf-8', 0],
    ['UTF-8 with a byte order mark', Buffer.from(`\ufeff${french}`), 'utf-8', 3],
    ['UTF-16 with a mark', Buffer.from(`\ufeff${arabic}`, 'utf16le'), 'utf-16le', 2],
    ['UTF-16 without a mark', Buffer.from(french, 'utf16le'), 'utf-16le', 0],
    ['UTF-16, high byte first', iconv.encode(french, 'utf16-be', { addBOM: true }), 'utf-16be', 2],
  ])('is certain where the bytes prove it: %s', (_, bytes, encoding, markBytes) => {
    expect(probe(bytes)).toEqual({ encoding, certain: true, markBytes, nulAt: -1, damagedAt: -1 })
  })

  it('hands on the text without its mark, whatever the encoding', async () => {
    for (const bytes of [Buffer.from(`\ufeff${arabic}`), Buffer.from(`\ufeff${arabic}`, 'utf16le')]) {
      const pieces: Buffer[] = []
      const raw = (async function* () {
        for (let at = 0; at < bytes.length; at += 7) yield bytes.subarray(at, at + 7)
      })()
      for await (const piece of readablePieces(raw, probe(bytes))) pieces.push(piece)
      expect(Buffer.concat(pieces).toString('utf8')).toBe(arabic)
    }
  })

  it('finds the first damaged character of a UTF-8 text, and the first NUL', () => {
    const damaged = Buffer.concat([Buffer.from(arabic), Buffer.from([0xe9, 0x2c]), Buffer.from(arabic)])
    expect(probe(damaged)).toMatchObject({ encoding: 'utf-8', damagedAt: Buffer.byteLength(arabic) })
    expect(probe(Buffer.from('a,b\n1,\0\n')).nulAt).toBe(6)
  })

  it('notices a file that stops in the middle of a character', () => {
    const cut = Buffer.from('titre\nfin é').subarray(0, -1)
    expect(probe(cut)).toMatchObject({ encoding: 'utf-8', damagedAt: cut.length - 1 })
  })

  it('never takes a valid UTF-8 text for another encoding, however it is cut into pieces', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', minLength: 8, maxLength: 40 }),
        fc.integer({ min: 1, max: 9 }),
        (text, size) => {
          const bytes = Buffer.from(`title,origin\n${text.replaceAll('\0', '')}`)
          expect(probe(bytes, 64 + size)).toMatchObject({ encoding: 'utf-8', certain: true, damagedAt: -1 })
        },
      ),
    )
  })
})
