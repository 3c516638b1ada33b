import { foldName } from '../country-codes.ts'

const romanNumbers: Readonly<Record<string, string>> = {
  ii: '2',
  iii: '3',
  iv: '4',
  vi: '6',
  vii: '7',
  viii: '8',
  ix: '9',
}

/**
 * A title or name as it is compared: without case, accents, punctuation and apostrophes, `&` as “and”, without a leading “the”; Roman
 * numbers from II to IX behind the first word as digits (I, V and X may be words).
 */
export const foldTitle = (text: string): string =>
  foldName(text.replaceAll(/['’‘ʼ`´]/g, ''))
    .split(' ')
    .map((word, at) => (at === 0 ? word : (romanNumbers[word] ?? word)))
    .join(' ')

/** Whether a title begins with the article that folding leaves out. */
export const hasArticle = (text: string): boolean => /^[^\p{L}\p{N}]*the[^\p{L}\p{N}]+[\p{L}\p{N}]/iu.test(text)

/** The numbers in a folded title, in their order: works that differ in them are different works (seasons, sequels, volumes). */
export const numbersOf = (folded: string): string => (folded.match(/\p{N}+/gu) ?? []).join(' ')
