import type { Content } from '../content.ts'

/** Picks the English or the Arabic words of an example. */
export type Say = (english: string, arabic: string) => string

/** What a component looks like in use; shown in the gallery. */
export interface Example {
  readonly title: string
  readonly view: Content
}

export type Examples = (say: Say) => readonly Example[]
