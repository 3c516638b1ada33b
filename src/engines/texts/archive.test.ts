import { gzipSync } from 'node:zlib'
import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { ArchiveRefused, readTar } from './archive.ts'

const header = (name: string, size: number, type = '0'): Buffer => {
  const block = Buffer.alloc(512)
  block.write(name, 0)
  block.write(size.toString(8).padStart(11, '0'), 124)
  block.write(type, 156)
  block.write('ustar', 257)
  return block
}

const tarOf = (...files: readonly (readonly [string, string])[]): Buffer =>
  Buffer.concat([
    ...files.flatMap(([name, text]) => {
      const bytes = Buffer.from(text)
      return [header(name, bytes.length), bytes, Buffer.alloc((512 - (bytes.length % 512)) % 512)]
    }),
    Buffer.alloc(1024),
  ])

it('gives the files of a tar, packed or not', () => {
  const tar = tarOf(['xml/a.xml', '<treaty/>'], ['xml/b.xml', ''])
  for (const bytes of [tar, gzipSync(tar)])
    expect(readTar(bytes).map(({ name, bytes: content }) => [name, content.toString()])).toEqual([
      ['xml/a.xml', '<treaty/>'],
      ['xml/b.xml', ''],
    ])
})

it('passes over folders', () => {
  expect(readTar(Buffer.concat([header('xml/', 0, '5'), tarOf(['a', 'x'])]))).toHaveLength(1)
})

it('refuses an archive that would unfold beyond the limit', () => {
  const bomb = gzipSync(Buffer.alloc(5_000_000))
  expect(() => readTar(bomb, { entries: 10, unpackedBytes: 100_000 })).toThrow('archive-too-large')
})

it('refuses too many files', () => {
  const tar = tarOf(['a', ''], ['b', ''], ['c', ''])
  expect(() => readTar(tar, { entries: 2, unpackedBytes: 1e6 })).toThrow('archive-too-large')
})

it('refuses a file that says it is longer than the archive', () => {
  expect(() => readTar(Buffer.concat([header('a', 99_999), Buffer.alloc(512)]))).toThrow('archive-damaged')
})

it('refuses any bytes that are no archive, and nothing worse', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 2000 }), (bytes) => {
      try {
        readTar(Buffer.from(bytes))
      } catch (error) {
        expect(error).toBeInstanceOf(ArchiveRefused)
      }
    }),
  )
})
