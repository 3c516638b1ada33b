import { createHash } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'

/** One link of a Party's chain, as it is kept: `before` and `after` are canonical JSON texts. */
export interface ChainLink {
  readonly party: string
  /** 1, 2, 3 … within the Party. */
  readonly number: number
  readonly at: Date
  readonly actorId: string | null
  readonly actorName: string
  readonly action: string
  readonly object: string
  readonly before: string | null
  readonly after: string | null
  readonly previousHash: string
  readonly hash: string
}

/** What the first link of every chain refers back to. */
export const chainBeginning = '0'.repeat(64)

/** SHA-256 over everything the link says and the hash before it, as hexadecimal text. */
export const hashOf = (link: Omit<ChainLink, 'hash'>): string => {
  const said = {
    party: link.party,
    number: link.number,
    at: link.at.toISOString(),
    actorId: link.actorId,
    actorName: link.actorName,
    action: link.action,
    object: link.object,
    before: link.before,
    after: link.after,
    previous: link.previousHash,
  }
  return createHash('sha256').update(canonicalJson(said)).digest('hex')
}

/** Where a chain does not hold: `gap` a link is missing or out of order, `broken` it follows another, `altered` its content changed. */
export interface ChainFault {
  readonly number: number
  readonly kind: 'gap' | 'broken' | 'altered'
}

/** Checks links in order after `head`; gives the first fault, or nothing when they hold. */
export const findChainFault = (
  links: Iterable<ChainLink>,
  head: { readonly number: number; readonly hash: string } = { number: 0, hash: chainBeginning },
): ChainFault | undefined => {
  let { number, hash } = head
  for (const link of links) {
    if (link.number !== number + 1) return { number: number + 1, kind: 'gap' }
    if (link.previousHash !== hash) return { number: link.number, kind: 'broken' }
    if (hashOf(link) !== link.hash) return { number: link.number, kind: 'altered' }
    number = link.number
    hash = link.hash
  }
  return undefined
}
