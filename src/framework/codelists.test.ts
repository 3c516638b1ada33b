import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { missing, sharedFile } from '../../test/shared-files.ts'
import { loadFramework } from './index.ts'

const { codelists, sectors, domains, sources, reportForms } = loadFramework()
const digcomp = ['data', 'codelists', 'digcomp3-core-en.csv'] as const

describe('codelists', () => {
  it('each name a source that is known, and a date', () => {
    for (const list of codelists.values()) {
      expect(sources.has(list.source)).toBe(true)
      expect(list.date).toMatch(/^\d{4}/)
      expect(list.items.size).toBeGreaterThan(0)
    }
  })

  it('have the sectors that the document of 2019 names as verified, and each sector in a statistical domain', () => {
    const seen = [...sectors.values()].filter(({ verified }) => verified).map(({ code }) => code)
    expect(seen).toEqual(['music', 'publishing', 'audiovisual', 'performing-arts', 'visual-arts'])
    for (const { maps } of sectors.values()) {
      expect(maps.length).toBeGreaterThan(0)
      for (const domain of maps) expect(domains.has(domain.replace('fcs-2009/', ''))).toBe(true)
    }
  })

  it('stand behind every choice of the report form', () => {
    for (const form of reportForms.values()) {
      for (const question of form.questions.values()) {
        for (const { options } of [question, ...question.fields]) {
          if (options !== undefined && options !== 'parties') expect(codelists.has(options)).toBe(true)
        }
      }
    }
  })

  it.skipIf(missing(...digcomp))('number the digital competences as DigComp 3.0 does', () => {
    const text = readFileSync(sharedFile(...digcomp), 'utf8')
    const numbers = [...text.matchAll(/"digcomp\.(?:area|competence)\.([\d.]+)\.label"/g)].map((match) => match[1])
    expect(numbers).toHaveLength(26)
    expect(new Set(codelists.get('digcomp-3')?.items.keys())).toEqual(new Set(numbers))
  })
})
