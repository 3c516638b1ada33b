import { expect, it } from 'vitest'
import { foldText } from '../../../engines/texts/fold.ts'
import { phrasesPattern } from '../../../engines/texts/phrases.ts'
import { stemSieve } from '../../../engines/texts/sift.ts'
import { clauseTypes } from './index.ts'

const expand = (phrase: string): string[] => {
  const group = /\(([^()]*)\)(\?)?/.exec(phrase)
  if (!group) return [phrase]
  const [before, after] = [phrase.slice(0, group.index), phrase.slice(group.index + group[0].length)]
  const choices = [...group[1]!.split('|'), ...(group[2] ? [''] : [])]
  return choices.flatMap((choice) => expand(before + choice + after))
}

/** Texts a phrase is meant to find, as they would be written. */
const samplesOf = (phrase: string): string[] =>
  expand(phrase.replace(/([a-z])\?/g, '($1)?')).map((text) =>
    text
      .replace(/\.\.(?:\d+\.\.|\.)/g, ' x ')
      .replace(/[~!*?]/g, '')
      .replace(/#/g, '7')
      .replace(/ +/g, ' ')
      .trim(),
  )

const wordings = clauseTypes.flatMap(({ stems, rules }) =>
  rules.flatMap(({ id, wordings }) =>
    Object.values(wordings).flatMap((list) => list.map((wording) => ({ id, sieve: stemSieve([stems]), wording }))),
  ),
)

it('every cue finds the words it spells out', () => {
  const dead = wordings.flatMap(({ id, wording }) =>
    wording.cue
      .filter((phrase) => !samplesOf(phrase).every((text) => phrasesPattern([phrase], '').test(foldText(text).text)))
      .map((phrase) => `${id}: ${phrase}`),
  )
  expect(dead).toEqual([])
})

it('the stems of a type let every wording through: by its cue, or by what must stand with it', () => {
  const stopped = wordings.filter(({ sieve, wording }) => {
    const passes = (phrases: readonly string[]): boolean =>
      phrases.flatMap(samplesOf).every((text) => sieve.sift(` ${foldText(text).text} `) > 0)
    return ![wording.cue, ...(wording.with ?? [])].some(passes)
  })
  const byHeading = stopped.filter(({ wording }) => wording.under === undefined)
  expect(byHeading.map(({ id, wording }) => `${id}: ${wording.cue.join(' / ')}`)).toEqual([])
})
