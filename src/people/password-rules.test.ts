import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { findPasswordFault } from './password-rules.ts'

const owner = { email: 'salma.haddad@culture.example', name: 'Salma Haddad' }
const codeOf = (password: string) => findPasswordFault(password, owner)?.code

describe('a new password', () => {
  it.each([
    'meadow lantern copper',
    'trois chèvres au balcon',
    'الجسر الأخضر فوق النهر',
    'x7Gq-pL2v-9sRt',
    'oslo tram ticket 41',
  ])('is accepted when it is long and not to be guessed: %s', (password) => expect(codeOf(password)).toBeUndefined())

  it('has twelve characters at least, counted as people count them', () => {
    expect(codeOf('meadow lant')).toBe('password-short')
    expect(codeOf('🌊🌋🏔️🗻')).toBe('password-short')
  })

  it('has 128 characters at most', () => expect(codeOf(`meadow ${'lantern copper '.repeat(10)}`)).toBe('password-long'))

  it.each(['aaaaaaaaaaaa', 'abcabcabcabc', '121212121212', 'xyxyxyxyxyxyxy'])('is not a repetition: %s', (password) =>
    expect(codeOf(password)).toBe('password-repeats'),
  )

  it.each([
    'Password2026!',
    'P@ssw0rd123456',
    'qwertyuiop123',
    'azertyuiop2027',
    'Welcome2027!!',
    'openroadmap2027',
    'motdepasse1234',
    'adminadmin1234',
    '1234567890-=zz',
    'abcdefghijkl',
    'Bienvenue2026!',
    'poiuytrewq0987',
  ])('is not among the first a guesser tries: %s', (password) => expect(codeOf(password)).toBe('password-common'))

  it.each(['salmahaddad2027', 'Haddad-Salma-77!', 's@lmahaddad1999'])("is not the person's own name: %s", (password) =>
    expect(codeOf(password)).toBe('password-own'),
  )

  it('is accepted when made at random', () => {
    const random = fc.array(fc.constantFrom(...'bcdghjkmnpqrtvwxyzBDGHJKLMNPRTVWXYZ'), { minLength: 16, maxLength: 40 })
    const check = (letters: readonly string[]) => codeOf(letters.join('')) === undefined || new Set(letters).size < 8
    fc.assert(fc.property(random, check))
  })
})
