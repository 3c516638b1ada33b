import { describe, expect, it } from 'vitest'
import { type Fixture, optionPaths, outlineOf, readFixtures } from './fixtures.ts'
import { type Macro, type Renderer, renderers } from './renderers.tsx'

const reasonAgainst = (renderer: Renderer, fixture: Fixture): string | undefined => {
  const offers = (path: string) =>
    renderer.offered.some((offered) => path === offered || path.startsWith(`${offered}.`))
  const missing = [...new Set(optionPaths(fixture.options).filter((path) => !offers(path)))]
  return (
    renderer.except?.[fixture.name] ?? (missing.length > 0 ? `option not offered: ${missing.join(', ')}` : undefined)
  )
}

const listing: string[] = []

describe.each(Object.entries(renderers))('the published examples of %s', (component, renderer) => {
  const fixtures = readFixtures(component).map((fixture) => ({ fixture, reason: reasonAgainst(renderer, fixture) }))
  const compared = fixtures.filter(({ reason }) => reason === undefined).map(({ fixture }) => fixture)
  const left = fixtures.flatMap(({ fixture, reason }) => (reason ? [`- ${fixture.name}: ${reason}`] : []))
  const departure = renderer.departure ? [`Departure: ${renderer.departure.why}.`, ''] : []
  listing.push(
    `## ${component}: ${compared.length} of ${fixtures.length} compared`,
    '',
    ...departure,
    ...left,
    ...(left.length ? [''] : []),
  )

  it.each(compared.map((fixture) => [fixture.name, fixture] as const))(
    'gives the same page for “%s”',
    async (_name, fixture) => {
      const ours = await (<>{renderer.view(fixture.options as Macro)}</>).toString()
      const drop = (html: string) => (renderer.departure ? html.replaceAll(renderer.departure.drop, '') : html)
      expect(outlineOf(drop(ours))).toBe(outlineOf(drop(fixture.html)))
    },
  )
})

it('lists which examples are compared and why the others are not', async () => {
  const head =
    '# Published examples of govuk-frontend our components are held to\n\nWritten by the test beside this file.\n\n'
  await expect(head + listing.join('\n')).toMatchFileSnapshot('compared.md')
})
