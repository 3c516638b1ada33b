import * as fc from 'fast-check'
import { expect, it } from 'vitest'
import { Markdown } from './markdown.tsx'

const htmlOf = async (text: string) =>
  (await (<Markdown text={text} />).toString()).replace(/^<div[^>]*>|<\/div>$/g, '')

it('shows headings, paragraphs, lists and quotations', async () => {
  expect(
    await htmlOf('# Aims\n\nFirst *line*\nsecond **line**.\n\n- one\n- two\n  - inner\n\n3. three\n4. four\n\n> said'),
  ).toBe(
    '<h2 class="govuk-heading-m">Aims</h2><p class="govuk-body">First <em>line</em> second <strong>line</strong>.</p>' +
      '<ul class="govuk-list govuk-list--bullet"><li>one</li><li>two<ul class="govuk-list govuk-list--bullet"><li>inner</li></ul></li></ul>' +
      '<ol class="govuk-list govuk-list--number" start="3"><li>three</li><li>four</li></ol>' +
      '<blockquote class="govuk-inset-text"><p class="govuk-body">said</p></blockquote>',
  )
})

it('makes links of addresses, and of nothing that could run', async () => {
  expect(await htmlOf('See [the law](https://example.org/a_(b)) and https://example.org/x.')).toContain(
    'href="https://example.org/a_(b)"',
  )
  expect(await htmlOf('https://example.org/x.')).toContain('>https://example.org/x</a>.')
  expect(await htmlOf('[press](javascript:alert(1))')).not.toContain('javascript')
})

it('shows raw HTML as the text that was typed', async () => {
  expect(await htmlOf('<script>x</script> <b onclick="y">z</b>')).toBe(
    '<p class="govuk-body">&lt;script&gt;x&lt;/script&gt; &lt;b onclick=&quot;y&quot;&gt;z&lt;/b&gt;</p>',
  )
})

it('leaves underscores inside words alone', async () => {
  expect(await htmlOf('file_name_here')).toBe('<p class="govuk-body">file_name_here</p>')
})

it('accepts any text without failing and writes no tag outside the allow-list', async () => {
  const allowed = /^(p|h[2-4]|ul|ol|li|blockquote|pre|code|hr|br|strong|em|a)$/
  const fragments = fc.array(
    fc.constantFrom(
      '*',
      '_',
      '**',
      '`',
      '[',
      '](',
      ')',
      '<',
      '> ',
      '- ',
      '1. ',
      '# ',
      '\n',
      '  ',
      'a',
      ' ',
      'https://e.org',
      '\\',
      '```',
      'ب',
    ),
  )
  await fc.assert(
    fc.asyncProperty(
      fc.oneof(
        fc.string(),
        fragments.map((parts) => parts.join('')),
      ),
      async (text) => {
        const tags = [...(await htmlOf(text)).matchAll(/<\/?([a-z0-9]+)/g)].map((match) => match[1]!)
        expect(tags.filter((tag) => !allowed.test(tag))).toEqual([])
      },
    ),
    { numRuns: 2000 },
  )
})

it.each(['[', '*', '`', '> ', '- ', '_a', '**', '(', '\\', '<'])(
  'reads 100 000 times “%s” in under two seconds',
  async (piece) => {
    const started = performance.now()
    await htmlOf(piece.repeat(100_000))
    expect(performance.now() - started).toBeLessThan(2000)
  },
)
