import { describe, expect, it } from 'vitest'
import { exactTitlesOnly } from '../../engines/studies/index.ts'
import { documentOf, smallChart, smallWorks } from './small-study.ts'

const otherwise = smallChart.replaceAll('Razzia', 'Razzias')

describe('titles that the works write otherwise', () => {
  it('stay of unknown origin and are proposed, until somebody says more', async () => {
    const document = await documentOf(otherwise, smallWorks)
    const exact = await documentOf(smallChart, smallWorks)
    expect(document.overall.known).toBeLessThan(exact.overall.known)
    expect(document.matching!.list).toMatchObject([{ title: 'Razzias', work: 'Razzia', standing: 'proposed' }])
    expect(document.method.command).not.toContain('--match')
  })

  it('with a decision the figures are those of the exact title, and the command says it', async () => {
    const pairs = [{ text: 'Razzias=Razzia', isSame: true }]
    const document = await documentOf(otherwise, smallWorks, { matching: { ...exactTitlesOnly, pairs } })
    const exact = await documentOf(smallChart, smallWorks)
    expect(document.countries['MA']!.local_share).toEqual(exact.countries['MA']!.local_share)
    expect(document.matching!.standings.accepted).toBe(1)
    expect(document.method.command).toContain('--match Razzias=Razzia')
    expect(document.method.rules).toHaveProperty('matching')
  })

  it('a threshold joins what is alike enough, and no less', async () => {
    const at = (threshold: number) =>
      documentOf(otherwise, smallWorks, { matching: { ...exactTitlesOnly, threshold } }).then(
        ({ matching }) => matching!.standings.applied,
      )
    expect([await at(0.85), await at(0.99)]).toEqual([1, 0])
  })
})
