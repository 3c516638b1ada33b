import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { documentOf, manyListeners } from './small-study.ts'

const row = fc.tuple(
  fc.nat(13).map((user) => `u${user}`),
  fc.constantFrom('w1', 'w2', 'w3', 'w9'),
  fc.oneof(fc.nat(3), fc.nat(2000)),
)
const small = fc.oneof(fc.constant(0), fc.nat(30), fc.constant(1_000_000_000))
const settings = fc.record({
  fee: fc.constantFrom('0', '0.01', '9.99', '1000000'),
  without: fc.constantFrom('by-plays', 'by-model', 'kept-aside'),
  lambda: fc.constantFrom('0', '0.3', '1'),
  'threshold-plays': small,
  'threshold-listeners': small,
  'activity-plays': small,
  'activity-listeners': small,
  cap: fc.constantFrom(1, 7, 1_000_000_000),
  seed: fc.nat(9),
})

it('whatever the settings: five rules pay the whole pool between them to the cent, or say what is kept aside', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(row, { minLength: 1, maxLength: 40 }), settings, async (rows, chosen) => {
      const files = manyListeners([...rows, ['u0', 'w1', 1]])
      const words = Object.entries(chosen).flatMap(([name, value]) => [`--${name}`, String(value)])
      const models = 'pro-rata,user-centric,thresholded,artist-centric,mixture'
      const document = await documentOf(files, '--models', models, '--currency', 'EUR', ...words)
      expect(Object.keys(document.models)).toHaveLength(5)
      for (const found of Object.values(document.models)) {
        const cents = Object.values(found.by_origin_settled).reduce(
          (sum, text) => sum + Math.round(Number(text) * 100),
          0,
        )
        expect(cents + Math.round(found.kept_aside * 100)).toBe(Math.round(document.pool * 100))
        expect(JSON.stringify([found.by_origin, found.by_size_band])).not.toContain('null')
      }
    }),
    { numRuns: 150 },
  )
}, 60_000)
