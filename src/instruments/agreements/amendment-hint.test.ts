import { expect, it } from 'vitest'
import { findAmendmentHint } from './amendment-hint.ts'

it('offers the title of a text that amends another', () => {
  for (const title of [
    'Protocol Amending the Agreement between Meridia and Austrel',
    'Avenant à l’accord de coproduction entre Meridia et Borealis',
    'Acuerdo por el que se modifica el Acuerdo de Asociación',
    'Modernised Free Trade Agreement between Meridia and Austrel',
  ])
    expect(findAmendmentHint(title, ''), title).toBe(title)
})

it('quotes the words of a preamble that amends or modernises an agreement', () => {
  const amends = {
    en: 'The Parties, DESIRING to amend the provisions of the Trade Agreement done in 1998, have agreed',
    fr: 'Les Parties, résolues à moderniser leur accord d’association de 2002, sont convenues',
    es: 'Las Partes, decididas a actualizar el Tratado de Libre Comercio de 2001, han convenido',
  }
  for (const preamble of Object.values(amends)) expect(findAmendmentHint('An agreement', preamble)).toBe(preamble)
})

it('quotes a long preamble only around these words', () => {
  const preamble = `${'Recalling their friendship, '.repeat(40)}wishing to modernise the Agreement, ${'and so on '.repeat(40)}`
  const hint = findAmendmentHint('An agreement', preamble) ?? ''
  expect(hint).toContain('modernise the Agreement')
  expect(hint.length).toBeLessThan(300)
})

it('offers nothing where only another text was amended, or something other than an agreement is to be modern', () => {
  for (const preamble of [
    'Recalling the Marrakesh Agreement as amended, and the Charter',
    'Resolved to modernise their economies and to raise the standard of living; have agreed as follows',
    '',
  ])
    expect(findAmendmentHint('Free Trade Agreement', preamble), preamble).toBeUndefined()
})
