import type { Direction, Locale } from '../../kernel/locale.ts'
import type { Content } from '../content.ts'
import { safeUrl } from '../link/safe-url.ts'
import { type Block, parseMarkdown } from './blocks.ts'
import type { Inline } from './inline.ts'

export interface MarkdownProps {
  readonly text: string
  /** The level the text's own first headings take on the page. */
  readonly headingLevel?: 2 | 3 | 4 | undefined
  readonly lang?: Locale | undefined
  readonly dir?: Direction | 'auto' | undefined
}

const inline = (piece: Inline): Content => {
  switch (piece.kind) {
    case 'text':
      return piece.text
    case 'code':
      return <code>{piece.text}</code>
    case 'break':
      return <br />
    case 'strong':
      return <strong>{piece.parts.map(inline)}</strong>
    case 'emphasis':
      return <em>{piece.parts.map(inline)}</em>
    case 'link':
      return (
        <a class="govuk-link" href={safeUrl(piece.href)} rel="nofollow noopener">
          {piece.parts.map(inline)}
        </a>
      )
  }
}

const headingClasses = ['govuk-heading-m', 'govuk-heading-s', 'govuk-heading-s'] as const

const List = ({ block, level }: { readonly block: Extract<Block, { kind: 'list' }>; readonly level: number }) => {
  const items = block.items.map((blocks) => (
    <li>{blocks.map((entry) => (entry.kind === 'paragraph' ? entry.parts.map(inline) : view(entry, level)))}</li>
  ))
  return block.ordered ? (
    <ol class="govuk-list govuk-list--number" start={block.start === 1 ? undefined : block.start}>
      {items}
    </ol>
  ) : (
    <ul class="govuk-list govuk-list--bullet">{items}</ul>
  )
}

const view = (block: Block, level: number): Content => {
  switch (block.kind) {
    case 'paragraph':
      return <p class="govuk-body">{block.parts.map(inline)}</p>
    case 'heading': {
      const Heading = `h${Math.min(6, level + block.level - 1)}` as 'h2'
      return <Heading class={headingClasses[block.level - 1]}>{block.parts.map(inline)}</Heading>
    }
    case 'list':
      return <List block={block} level={level} />
    case 'quote':
      return <blockquote class="govuk-inset-text">{block.blocks.map((entry) => view(entry, level))}</blockquote>
    case 'code':
      return (
        <pre>
          <code>{block.text}</code>
        </pre>
      )
    case 'rule':
      return <hr class="govuk-section-break govuk-section-break--m govuk-section-break--visible" />
  }
}

/** Text people wrote in Markdown, by allow-list: headings, paragraphs, lists, quotations, code, links. Raw HTML shows as typed. */
export const Markdown = ({ text, headingLevel = 2, lang, dir }: MarkdownProps) => (
  <div class="or-prose" lang={lang} dir={dir}>
    {parseMarkdown(text).map((block) => view(block, headingLevel))}
  </div>
)
