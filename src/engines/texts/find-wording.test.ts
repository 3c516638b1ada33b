import { expect, it } from 'vitest'
import { compileWording, sentenceAround } from './find-wording.ts'

const wording = compileWording({
  cue: ['cultural industries'],
  with: [['exempt from', 'does not apply']],
  without: ['means persons'],
  not: ['agri cultural industries'],
  before: 60,
  after: 60,
  under: ['exceptions'],
  notUnder: ['tourism'],
})

it('needs the cue and what stands with it, inside the window', () => {
  expect(wording.find('cultural industries are exempt from this', 'exceptions')).toMatchObject({
    cueStart: 0,
    start: 0,
    end: 35,
  })
  expect(wording.find('cultural industries are free', 'exceptions')).toBeUndefined()
  expect(wording.find(`cultural industries ${'x '.repeat(60)} exempt from`, 'exceptions')).toBeUndefined()
})

it('gives way to what must not stand near', () => {
  expect(wording.find('cultural industries means persons exempt from', 'exceptions')).toBeUndefined()
})

it('goes on to the next cue when the first is refused', () => {
  const text = `cultural industries means persons in publishing. ${'x '.repeat(80)} cultural industries are exempt from this`
  expect(wording.find(text, 'exceptions')?.cueStart).toBeGreaterThan(100)
})

it('minds the headings above', () => {
  expect(wording.find('cultural industries are exempt from this', 'scope')).toBeUndefined()
  expect(wording.find('cultural industries are exempt from this', 'exceptions | tourism')).toBeUndefined()
})

it('passes over false friends that hold the cue', () => {
  expect(wording.find('agri cultural industries are exempt from this', 'exceptions')).toBeUndefined()
})

it('widens a match to its sentence and not beyond', () => {
  const text = 'one thing. the films of article 3. are made here; another thing'
  const at = text.indexOf('made')
  expect(text.slice(...sentenceAround(text, at, at + 4))).toBe('the films of article 3. are made here;')
})
