import { describe, expect, it } from 'vitest'
import { coverageOf } from '../../engines/texts/coverage.ts'
import { readDocument } from '../../engines/texts/read-document.ts'
import { createAuditor } from './audit.ts'
import { type PolicyMeasure, type PolicySpace, readPolicySpace } from './policy-space.ts'

const auditor = createAuditor()

const read = (text: string): PolicySpace => {
  const result = readDocument('t.txt', Buffer.from(text))
  if (!result.ok) throw new Error(JSON.stringify(result.faults))
  return readPolicySpace(auditor.audit(result.value), coverageOf(result.value))
}

const answers = (space: PolicySpace): Record<string, string> =>
  Object.fromEntries(space.readings.map(({ measure, answer }) => [measure, answer]))

const rulesFor = (space: PolicySpace, measure: PolicyMeasure): (number | string)[] =>
  space.readings.find((reading) => reading.measure === measure)!.grounds.map(({ rule, code }) => rule ?? code)

let number = 0
const article = (title: string, text: string): string => {
  number += 1
  return `Article ${number}\n${title}\n${text}\n`
}
const filler = (): string =>
  article('Objectives', 'The Parties to this Agreement shall carry out the aims of the Agreement in their territory.')
const agreement = (...articles: (() => string)[]): string => {
  number = 0
  return [filler, ...articles, filler].map((make) => make()).join('')
}

const exempt = (more = ''): string =>
  article('Cultural Industries', `Cultural industries are exempt from the provisions of this Agreement.${more}`)
const treatment = (more = ''): string =>
  article(
    'Electronic Commerce: Digital Products',
    `Neither Party shall accord less favourable treatment to some digital products than to other like digital products.${more}`,
  )
const linear =
  ' This Article does not apply to measures affecting a series of images scheduled by a content provider for which the user has no choice over the scheduling.'
const savings =
  ' Nothing shall prevent a Party from adopting or maintaining measures in the audio-visual and broadcasting sectors in accordance with its reservations.'

describe('the ten reading rules', () => {
  it('1: an exemption for cultural industries keeps everything open', () => {
    const space = read(
      agreement(
        () => exempt(),
        () => treatment(),
      ),
    )
    expect(answers(space)).toEqual({
      discoverability_quota: 'preserved',
      platform_levy: 'preserved',
      algorithm_audit: 'preserved',
      local_content_streaming: 'preserved',
      subsidies: 'preserved',
    })
    expect(rulesFor(space, 'local_content_streaming')).toContain(1)
  })

  it('1: an exemption that the other side may answer with equal effect only holds as far as it does', () => {
    const space = read(
      agreement(() => exempt(' A Party may take measures of equivalent commercial effect in response.')),
    )
    expect(answers(space)['local_content_streaming']).toBe('depends_on')
  })

  it('2: equal treatment of digital products without any saving exposes quotas and levies', () => {
    const space = read(agreement(() => treatment()))
    expect(answers(space)).toMatchObject({
      discoverability_quota: 'exposed',
      platform_levy: 'exposed',
      local_content_streaming: 'exposed',
    })
    expect(rulesFor(space, 'local_content_streaming')).toEqual([2])
    expect(space.readings[3]!.grounds[0]!.hits[0]!.quote).toContain('less favourable treatment')
  })

  it('3: a saving for scheduled broadcasts alone leaves streaming on demand exposed', () => {
    const space = read(agreement(() => treatment(linear)))
    expect(answers(space)['local_content_streaming']).toBe('exposed')
    expect(rulesFor(space, 'local_content_streaming')).toEqual([3])
  })

  it('4: a saving that follows reservation lists depends on them', () => {
    const space = read(agreement(() => treatment(savings)))
    expect(answers(space)['local_content_streaming']).toBe('depends_on')
    expect(rulesFor(space, 'local_content_streaming')).toEqual([4])
  })

  it('5: audiovisual services left out of the services chapter depend on which chapter prevails', () => {
    const services = (): string =>
      article(
        'Trade in Services: Scope',
        'This Title applies to all services with the exception of: (a) audio-visual services.',
      )
    expect(answers(read(agreement(services)))['local_content_streaming']).toBe('depends_on')
  })

  it('6: telecommunications rules that leave broadcasting out protect no cultural policy', () => {
    const telecom = (): string =>
      article(
        'Telecommunications: Scope',
        'This Chapter does not apply to broadcast or cable distribution of radio or television programming.',
      )
    const space = read(agreement(telecom))
    expect(space.notes.map(({ rule }) => rule)).toEqual([6])
  })

  it('7 and 8: heritage and recitals alone are noted as weaker than they look', () => {
    const heritage = (): string =>
      article(
        'General Exceptions',
        'Nothing shall prevent measures for the protection of national treasures of artistic value.',
      )
    const text = `Recognising that States must maintain the ability to preserve their cultural policies,\n${agreement(heritage)}`
    expect(read(text).notes.map(({ rule }) => rule)).toEqual([7, 8])
  })

  it('9: a ban of duties keeps a levy open only where internal taxes are kept', () => {
    const duties = (more = ''): string =>
      article(
        'Electronic Commerce: Customs Duties',
        `Neither Party shall impose customs duties on electronic transmissions.${more}`,
      )
    expect(answers(read(agreement(() => duties())))['platform_levy']).toBe('depends_on')
    expect(answers(read(agreement(() => duties(' This does not preclude internal taxes.'))))['platform_levy']).toBe(
      'preserved',
    )
  })

  it('10: silence of a text that is not whole proves nothing', () => {
    const pointer = (): string => article('Annexes', 'Annex II forms an integral part of this Agreement.')
    const space = read(agreement(pointer))
    expect(new Set(Object.values(answers(space)))).toEqual(new Set(['cannot_conclude']))
    expect(rulesFor(space, 'subsidies')).toEqual([10])
  })
})

it('a ban on asking for source code exposes the audit of algorithms', () => {
  const source = (): string =>
    article(
      'Electronic Commerce: Source Code',
      'No Party shall require the transfer of, or access to, source code of software as a condition of its sale.',
    )
  const space = read(agreement(source))
  expect(answers(space)['algorithm_audit']).toBe('exposed')
})

it('the silence of a whole text leaves the measures open', () => {
  expect(new Set(Object.values(answers(read(agreement()))))).toEqual(new Set(['preserved']))
})
