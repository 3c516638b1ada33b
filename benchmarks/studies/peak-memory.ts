import { readdirSync, readFileSync } from 'node:fs'

const pageBytes = 4096

const residentBytes = (pid: string): number =>
  Number(readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ')[1]) * pageBytes

/** Processes that this one started, and theirs. */
const descendants = (pid: string): string[] => {
  const children = readdirSync(`/proc/${pid}/task`).flatMap((task) =>
    readFileSync(`/proc/${pid}/task/${task}/children`, 'utf8').trim().split(' ').filter(Boolean),
  )
  return [...children, ...children.flatMap(descendants)]
}

const residentOfAll = (): number => {
  let sum = 0
  for (const pid of [String(process.pid), ...descendants(String(process.pid))]) {
    try {
      sum += residentBytes(pid)
    } catch {
      // A process that has just ended holds nothing.
    }
  }
  return sum
}

/** Watches the resident memory of this process and all it started, on Linux; megabytes, 0 elsewhere. */
export const watchMemory = (): { readonly peakMegabytes: () => number } => {
  if (process.platform !== 'linux') return { peakMegabytes: () => 0 }
  let peak = 0
  const look = () => {
    try {
      peak = Math.max(peak, residentOfAll())
    } catch {
      // A process ended between listing and looking.
    }
  }
  const timer = setInterval(look, 100)
  timer.unref()
  return {
    peakMegabytes: () => {
      look()
      return Math.round(Math.max(peak, process.resourceUsage().maxRSS * 1024) / 1024 ** 2)
    },
  }
}
