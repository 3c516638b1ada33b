// Adds to package-lock.json the packages of other platforms that a registry mirror did not have when the lock was made.
// npm ci compares the lock with what every package asks for and refuses a lock that leaves any platform out.
import { readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

const file = join(dirname(dirname(fileURLToPath(import.meta.url))), 'package-lock.json')
const lock = JSON.parse(readFileSync(file, 'utf8'))

const systems = {
  darwin: 'darwin',
  linux: 'linux',
  win32: 'win32',
  windows: 'win32',
  android: 'android',
  freebsd: 'freebsd',
  netbsd: 'netbsd',
  openbsd: 'openbsd',
  sunos: 'sunos',
  aix: 'aix',
  openharmony: 'openharmony',
  wasm32: 'none',
  wasi: 'none',
}
const processors = ['x64', 'arm64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64', 'mips64el', 'wasm32']

const placeOf = (name) => {
  const words = name.split(/[-/@]/)
  return {
    os: [systems[words.find((word) => word in systems)] ?? 'none'],
    cpu: [words.find((word) => processors.includes(word)) ?? 'none'],
    ...(/musl/.test(name) ? { libc: ['musl'] } : {}),
  }
}

let added = 0
for (const entry of Object.values({ ...lock.packages })) {
  for (const [name, wanted] of Object.entries(entry.optionalDependencies ?? {})) {
    const key = `node_modules/${name}`
    if (key in lock.packages) continue
    const version = /^\d+\.\d+\.\d+\S*$/.test(wanted) ? wanted : wanted.replace(/^[~^]/, '')
    lock.packages[key] = { version, optional: true, ...(entry.dev ? { dev: true } : {}), ...placeOf(name) }
    added += 1
  }
}
lock.packages = Object.fromEntries(Object.entries(lock.packages).sort(([one], [other]) => (one < other ? -1 : 1)))
writeFileSync(file, `${JSON.stringify(lock, null, 2)}\n`)
console.log(`${added} packages of other platforms added`)
