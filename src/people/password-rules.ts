import type { Fault } from '../kernel/fault.ts'
import { passwordLengths } from './authentication.ts'
import { guessableWords } from './guessable-words.ts'

/** What a guesser tries first for this person. */
export interface PasswordOwner {
  readonly email: string
  readonly name: string
}

const rows = [
  '`1234567890-=',
  'qwertyuiop[]',
  'asdfghjkl;',
  'zxcvbnm,./',
  'azertyuiop',
  'qsdfghjklm',
  'wxcvbn',
  'qwertzuiop',
  'yxcvbnm',
  'abcdefghijklmnopqrstuvwxyz',
  'ضصثقفغعهخحجد',
  'شسيبلاتنمكط',
]

const leet: Readonly<Record<string, string>> = {
  '0': 'o',
  '1': 'i',
  '3': 'e',
  '4': 'a',
  '5': 's',
  '7': 't',
  '@': 'a',
  $: 's',
  '!': 'i',
}

const plain = (text: string): string => text.normalize('NFKD').replaceAll(/\p{M}/gu, '').toLowerCase()

const withoutLeet = (text: string): string => [...text].map((letter) => leet[letter] ?? letter).join('')

const reversed = (text: string): string => [...text].toReversed().join('')

/** Cuts runs of four and more neighbours on a keyboard row or in the alphabet, forwards or backwards. */
const withoutWalks = (text: string): string => {
  let left = text
  for (const row of rows.flatMap((line) => [line, reversed(line)]))
    for (let length = row.length; length >= 4; length -= 1)
      for (let start = 0; start + length <= row.length; start += 1)
        left = left.replaceAll(row.slice(start, start + length), ' ')
  return left
}

const isRepeated = (text: string): boolean => /^(.{1,4}?)\1+.{0,3}$/u.test(text) || new Set(text).size < 5

/** How many characters are left once everything guessable is taken out; digits at the ends, such as years, count for nothing. */
const unguessable = (text: string, words: readonly string[]): number => {
  let left = text
  for (const word of words) left = left.replaceAll(word, ' ')
  return withoutWalks(left)
    .replaceAll(/(.)\1{2,}/gu, ' ')
    .replaceAll(/^[^\p{L}]+|[^\p{L}]+$/gu, '')
    .replaceAll(/\s/gu, '').length
}

const ownWords = ({ email, name }: PasswordOwner): readonly string[] => {
  const parts = `${email} ${name}`.split(/[^\p{L}\p{N}]+/u).map(plain)
  return [...new Set(parts)].filter((part) => part.length >= 4).toSorted((one, other) => other.length - one.length)
}

/**
 * Checks a new password without asking anybody else: length (NIST SP 800-63B, OWASP ASVS 5 6.2), and what remains once words every
 * guesser tries, keyboard walks, repetitions, years and the person's own name and address are taken out. At least five characters
 * have to remain.
 */
export const findPasswordFault = (password: string, owner: PasswordOwner, field = 'password'): Fault | undefined => {
  const length = [...password].length
  if (length < passwordLengths.shortest)
    return { code: 'password-short', field, values: { least: passwordLengths.shortest } }
  if (password.length > passwordLengths.longest)
    return { code: 'password-long', field, values: { most: passwordLengths.longest } }
  const text = plain(password)
  if (isRepeated(text)) return { code: 'password-repeats', field }
  const least = 5
  const forms = [text, withoutLeet(text), withoutLeet(text.replace(/[^\p{L}]+$/u, ''))]
  if (forms.some((form) => unguessable(form, guessableWords) < least)) return { code: 'password-common', field }
  const own = ownWords(owner)
  if (forms.some((form) => unguessable(form, [...own, ...guessableWords]) < least))
    return { code: 'password-own', field }
  return undefined
}
