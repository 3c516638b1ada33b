import fc from 'fast-check'
import { expect, it } from 'vitest'
import { rankCodes, rankOf } from './code-ranks.ts'

it('whoever occurs has the number of those before it as code', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 200 }), (there) => {
      const ranks = rankCodes(there.map(Number))
      const wanted = there.flatMap((is, at) => (is ? [at] : []))
      expect(ranks.count).toBe(wanted.length)
      expect(wanted.map((at) => rankOf(ranks, at))).toEqual(wanted.map((_, code) => code))
    }),
  )
})
