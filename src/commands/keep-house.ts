import type { Kysely } from 'kysely'
import { instruments } from '../instruments/index.ts'
import type { Clock } from '../platform/clock/clock.ts'
import { removeReceipts } from '../platform/http/answer-once.ts'
import type { Log } from '../platform/log/log.ts'

const dayMillis = 24 * 3600 * 1000

/** Receipts of forms are needed while a press may still be repeated; a month covers a page left open. */
const receiptDays = 31

const monthsBefore = (now: Date, months: number): Date => {
  const day = new Date(now)
  day.setUTCMonth(day.getUTCMonth() - months)
  return day
}

/** Deletes what is past its time: what each instrument declares, and old receipts of forms. Gives how many rows went, by what. */
export const keepRetention = async (db: Kysely<unknown>, now: Date): Promise<Readonly<Record<string, number>>> => {
  const removed: Record<string, number> = {}
  for (const { id, retention } of instruments)
    for (const { basis, months, remove } of retention)
      if (months !== null) removed[`${id} ${basis}`] = await remove(db, monthsBefore(now, months))
  const before = new Date(now.getTime() - receiptDays * dayMillis)
  removed['receipts'] = await removeReceipts(db, before)
  return removed
}

/** Keeps retention once now and then every day while the process runs; a failure is logged and tried again the next day. */
export const keepHouse = (db: Kysely<unknown>, log: Log, now: Clock): { readonly stop: () => void } => {
  const round = (): void => {
    keepRetention(db, now())
      .then((removed) => log.info('retention', { removed }))
      .catch((cause: unknown) => log.error('retention', cause))
  }
  round()
  const timer = setInterval(round, dayMillis)
  timer.unref()
  return { stop: () => clearInterval(timer) }
}
