import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { canonicalJson } from './canonical-json.ts'
import { chainBeginning, type ChainLink, findChainFault, hashOf } from './chain.ts'

const said = fc.record({
  at: fc.date({ noInvalidDate: true, min: new Date('2000-01-01'), max: new Date('2100-01-01') }),
  actorName: fc.string(),
  action: fc.string(),
  object: fc.uuid(),
  after: fc.option(fc.json()),
})

const chainOf = (entries: readonly (typeof said extends fc.Arbitrary<infer Said> ? Said : never)[]): ChainLink[] => {
  const links: ChainLink[] = []
  for (const entry of entries) {
    const link = {
      ...entry,
      party: 'XA',
      number: links.length + 1,
      actorId: null,
      before: null,
      previousHash: links.at(-1)?.hash ?? chainBeginning,
    }
    links.push({ ...link, hash: hashOf(link) })
  }
  return links
}

const chains = fc.array(said, { minLength: 1, maxLength: 12 }).map(chainOf)
const chainAndPlace = chains.chain((links) => fc.tuple(fc.constant(links), fc.nat(links.length - 1)))

test('an untouched chain holds', () => {
  fc.assert(
    fc.property(chains, (links) => {
      expect(findChainFault(links)).toBeUndefined()
    }),
  )
})

test('a changed word, name, day or value is found at its place', () => {
  const changes: ((link: ChainLink) => ChainLink)[] = [
    (link) => ({ ...link, actorName: `${link.actorName}x` }),
    (link) => ({ ...link, action: `${link.action}x` }),
    (link) => ({ ...link, after: `${link.after ?? ''}x` }),
    (link) => ({ ...link, at: new Date(link.at.getTime() + 1) }),
    (link) => ({ ...link, object: `${link.object}x` }),
  ]
  fc.assert(
    fc.property(chainAndPlace, fc.constantFrom(...changes), ([links, place], change) => {
      const tampered = links.map((link, at) => (at === place ? change(link) : link))
      expect(findChainFault(tampered)).toEqual({ number: place + 1, kind: 'altered' })
    }),
  )
})

test('a change whose own hash is worked out anew breaks the next link', () => {
  fc.assert(
    fc.property(chainAndPlace, ([links, place]) => {
      const altered = { ...links[place]!, actorName: 'Somebody else' }
      const tampered = links.map((link, at) => (at === place ? { ...altered, hash: hashOf(altered) } : link))
      const expected = place === links.length - 1 ? undefined : { number: place + 2, kind: 'broken' }
      fc.pre(links[place]!.actorName !== 'Somebody else')
      expect(findChainFault(tampered)).toEqual(expected)
    }),
  )
})

test('a link taken out, doubled or moved is found', () => {
  fc.assert(
    fc.property(chainAndPlace, ([links, place]) => {
      fc.pre(place < links.length - 1)
      const without = links.filter((_, at) => at !== place)
      const doubled = links.flatMap((link, at) => (at === place ? [link, link] : [link]))
      const swapped = links.with(place, links[place + 1]!).with(place + 1, links[place]!)
      for (const tampered of [without, doubled, swapped]) expect(findChainFault(tampered)).toBeDefined()
    }),
  )
})

test('the order in which keys were written makes no difference', () => {
  fc.assert(
    fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
      const turned = Object.fromEntries(Object.entries(value).toReversed())
      expect(canonicalJson(turned as never)).toBe(canonicalJson(value as never))
    }),
  )
})

test('canonical text reads back as the same value', () => {
  fc.assert(
    fc.property(fc.jsonValue(), (value) => {
      expect(JSON.parse(canonicalJson(value as never))).toEqual(JSON.parse(JSON.stringify(value)))
    }),
  )
})
