/**
 * The notation in which patterns are written, for folded text (`fold.ts`), so that somebody who reads treaties can read them:
 * - words stand in lower case, without accents; a space or hyphen between them may be a space, a hyphen or nothing (glued words);
 * - a phrase begins at the beginning of a word; it may go on inside one (`film` finds `films`) unless it ends with `!`;
 * - `(a|b)` is a choice, `(a|b)?` a choice that may be left out, `*` any ending of the word;
 * - `...` is a gap of up to 80 characters, `..200..` of up to 200;
 * - `~` at the start lets the phrase begin inside a word; `#` is one digit or more.
 */
export type Phrase = string

const gap = /^\.\.(?:(\d+)\.\.|\.)/

const piece = (phrase: string, at: number): { source: string; length: number } => {
  const match = gap.exec(phrase.slice(at, at + 8))
  if (match) return { source: `.{0,${match[1] ?? '80'}}?`, length: match[0].length }
  const character = phrase.charAt(at)
  if (character === ' ')
    return gap.test(phrase.slice(at + 1, at + 9)) ? { source: '', length: 1 } : { source: '[ -]{0,2}', length: 1 }
  if (character === '-') return { source: '[ -]{0,2}', length: 1 }
  if (character === '*') return { source: '[a-z]*', length: 1 }
  if (character === '#') return { source: '\\d+', length: 1 }
  if (character === '(') return { source: '(?:', length: 1 }
  if (character === ')' || character === '|' || character === '?') return { source: character, length: 1 }
  if (character === '!') return { source: '(?![a-z])', length: 1 }
  return { source: character.replace(/[.[\]{}\\^$+/]/g, '\\$&'), length: 1 }
}

/** The regular expression source of one phrase. */
export const phraseSource = (phrase: Phrase): string => {
  const inside = phrase.startsWith('~')
  let source = inside || !/^[a-z0-9(]/.test(phrase) ? '' : '\\b'
  for (let at = inside ? 1 : 0; at < phrase.length; ) {
    const { source: next, length } = piece(phrase, at)
    source += next
    at += length
    if (!next.startsWith('.{')) continue
    if (phrase.charAt(at) === ' ') at += 1
    source += '\\b'
  }
  return source
}

/** One expression that finds any of the phrases in folded text. */
export const phrasesPattern = (phrases: readonly Phrase[], flags = 'g'): RegExp =>
  new RegExp(phrases.map((phrase) => `(?:${phraseSource(phrase)})`).join('|'), flags)
