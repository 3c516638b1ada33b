import { createHash } from 'node:crypto'
import { generateRandomString } from 'better-auth/crypto'

/** 43 letters and digits: 256 bits. */
export const newLinkToken = (): string => generateRandomString(43, 'a-z', 'A-Z', '0-9')

/** What the database keeps of a token. */
export const hashOfToken = (token: string): string => createHash('sha256').update(token).digest('hex')

export const isLinkToken = (text: string): boolean => /^[A-Za-z0-9]{43}$/.test(text)
