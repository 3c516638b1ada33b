import { Agent, request } from 'node:http'

/** What a server did under a steady load of so many connections, each asking again as soon as it is answered. */
export interface LoadFigures {
  readonly pages_per_second: number
  readonly p50_ms: number
  readonly p95_ms: number
  readonly bytes: number
}

const at = (sorted: readonly number[], share: number): number =>
  Math.round((sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0) * 100) / 100

/** Asks for one address as a browser does (gzip, kept-open connections). Throws at the first answer that is not 200. */
export const loadOn = async (
  address: string,
  { connections = 16, seconds = 4, cookie = '' }: { connections?: number; seconds?: number; cookie?: string } = {},
): Promise<LoadFigures> => {
  const agent = new Agent({ keepAlive: true, maxSockets: connections })
  const headers = { 'accept-encoding': 'gzip', ...(cookie === '' ? {} : { cookie }) }
  const times: number[] = []
  let bytes = 0
  const ask = (): Promise<void> =>
    new Promise((resolve, reject) => {
      const begun = performance.now()
      const asked = request(address, { agent, headers }, (response) => {
        if (response.statusCode !== 200) return reject(new Error(`${response.statusCode} ${address}`))
        let size = 0
        response.on('data', (part: Buffer) => (size += part.length))
        response.once('error', reject)
        response.once('end', () => {
          times.push(performance.now() - begun)
          bytes = size
          resolve()
        })
      })
      asked.once('error', reject)
      asked.end()
    })
  const keepAsking = async (end: number): Promise<void> => {
    while (performance.now() < end) await ask()
  }
  const run = async (millis: number): Promise<number> => {
    const begun = performance.now()
    await Promise.all(Array.from({ length: connections }, () => keepAsking(begun + millis)))
    return (performance.now() - begun) / 1000
  }
  await run(1500)
  times.length = 0
  const took = await run(seconds * 1000)
  agent.destroy()
  const sorted = times.toSorted((one, other) => one - other)
  return {
    pages_per_second: Math.round(sorted.length / took),
    p50_ms: at(sorted, 0.5),
    p95_ms: at(sorted, 0.95),
    bytes,
  }
}
