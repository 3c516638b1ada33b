import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { safeUrl } from './safe-url.ts'

it.each([
  'https://example.org/a?b=c#d',
  'http://example.org',
  'mailto:desk@example.org',
  'tel:+3212345',
  '/en/measures',
  'page/2',
  '?page=2',
  '#name',
  '/a:b',
  '?x=a:b',
])('lets %s through', (address) => {
  expect(safeUrl(address)).toBe(address)
})

it.each([
  'javascript:alert(1)',
  ' JaVaScRiPt:alert(1)',
  'java\nscript:alert(1)',
  '\u0001javascript:alert(1)',
  'java\u200bscript:alert(1)',
  'data:text/html,x',
  'vbscript:x',
  'file:///etc/passwd',
  '//elsewhere.example/x',
  '/\t/elsewhere.example',
  '\\\\elsewhere.example',
  '/\\elsewhere.example',
  'https://',
])('turns %j into a link that leads nowhere', (address) => {
  expect(safeUrl(address)).toBe('#')
})

it('never lets a browser leave by another scheme than http, https, mailto and tel', () => {
  const pieces = fc.constantFrom(
    'javascript',
    'data',
    ':',
    '/',
    '\\',
    '\t',
    ' ',
    '\u0000',
    'https',
    'a',
    '@',
    '?',
    '#',
    '\u202e',
    '.',
  )
  fc.assert(
    fc.property(
      fc.array(pieces).map((parts) => parts.join('')),
      (address) => {
        const url = new URL(safeUrl(address), 'https://here.example/')
        const isHere = url.origin === 'https://here.example'
        expect(isHere || /^(https?|mailto|tel):$/.test(url.protocol)).toBe(true)
        expect(isHere || /^\s*(https?|mailto|tel):/i.test(safeUrl(address))).toBe(true)
      },
    ),
    { numRuns: 20_000 },
  )
})
