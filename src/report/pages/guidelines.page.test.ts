import { afterAll, describe, expect, it } from 'vitest'
import { openTwoParties } from '../../../test/world/two-parties.ts'

const world = await openTwoParties()
afterAll(world.close)

const read = async (path: string): Promise<string> => (await world.get('visitor', path)).text
const numbersIn = (html: string): readonly string[] =>
  [...html.matchAll(/\/guidelines\/([\d.a-z]+)"[^>]*>/g)].map(([, number = '']) => number)

describe('the Guidelines, paragraph by paragraph', () => {
  it('show all 27 paragraphs with their 63 sub-paragraphs and 5 bullets', async () => {
    const html = await read('/en/xa/guidelines')
    const numbers = new Set(numbersIn(html))
    expect([...numbers].filter((number) => /^\d+$/.test(number))).toHaveLength(27)
    expect([...numbers].filter((number) => /^\d+\.\d+$/.test(number))).toHaveLength(63)
    expect(numbers.size).toBe(95)
  })

  it('can be narrowed to what is still empty, with the paragraph it stands under', async () => {
    const [all, empty] = [await read('/en/xa/guidelines'), await read('/en/xa/guidelines?show=empty')]
    expect(new Set(numbersIn(empty)).size).toBeLessThan(new Set(numbersIn(all)).size)
    expect(empty).toContain('>empty<')
  })

  it('tell of each paragraph whom it addresses, what carries it out, its source, and what was found', async () => {
    const html = await read('/en/xa/guidelines/14.2')
    for (const text of [
      '§14.2',
      'Fair remuneration',
      'Creation',
      'Activities that carry it out',
      'checked against the source',
      'What was found',
    ])
      expect(html).toContain(text)
  })

  it('say so where no activity carries a paragraph out', async () => {
    expect(await read('/en/xa/guidelines/16.4')).toContain('None of the twenty activities')
  })

  it('know no other numbers', async () => {
    for (const number of ['0', '28', '14.9', '14.2.a', '1.4.x'])
      expect((await world.get('visitor', `/en/xa/guidelines/${number}`)).status).toBe(404)
  })
})
