// Builds what a browser is sent besides the page: the style sheet, its mirror for right-to-left, and the optional script.
// Writes dist/assets/<name>.<hash>.<ext> and dist/assets/manifest.json; fails when a file is heavier than its budget.
import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'
import { gzipSync } from 'node:zlib'
import rtlcss from 'rtlcss'
import * as sass from 'sass'

const root = dirname(dirname(fileURLToPath(import.meta.url)))
const stylesFolder = join(root, 'src', 'ui', 'styles')
const scriptsFolder = join(root, 'src', 'ui', 'scripts')

/** Gzipped bytes a file may weigh (design budget: style sheet 16 KB, script 10 KB, mark 1 KB). */
const budgets = { css: 16 * 1024, js: 10 * 1024, svg: 1024 }

const compile = (name) =>
  sass.compile(join(stylesFolder, name), {
    style: 'compressed',
    loadPaths: [join(root, 'node_modules')],
    quietDeps: true,
    charset: false,
  }).css

const contents = () => {
  const css = compile('site.scss')
  const scripts = readdirSync(scriptsFolder)
    .filter((name) => name.endsWith('.js'))
    .map((name) => [name, readFileSync(join(scriptsFolder, name), 'utf8')])
  const mark = readFileSync(join(stylesFolder, 'mark.svg'), 'utf8')
  return [
    ['mark.svg', mark],
    ['site.css', css],
    ['site.rtl.css', `${rtlcss.process(css)}${compile('right-to-left.scss')}`],
    ...scripts,
  ]
}

const hashed = (name, text) => {
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 10)
  const dot = name.lastIndexOf('.')
  return `${name.slice(0, dot)}.${hash}${name.slice(dot)}`
}

/** Builds every asset into `folder`, beside older ones, which a running server may still name; returns the manifest: plain name → name with its hash. */
export const buildStyles = (folder = join(root, 'dist', 'assets')) => {
  const files = contents()
  mkdirSync(folder, { recursive: true })
  const manifest = {}
  for (const [name, text] of files) {
    const bytes = gzipSync(text, { level: 9 }).length
    const budget = budgets[name.slice(name.lastIndexOf('.') + 1)]
    if (bytes > budget) throw new Error(`${name} is ${bytes} bytes gzipped; its budget is ${budget}`)
    manifest[name] = hashed(name, text)
    writeFileSync(join(folder, manifest[name]), text)
    if (process.argv.includes('--weights')) console.log(`${name}\t${text.length}\t${bytes} gzip`)
  }
  writeFileSync(join(folder, 'manifest.json'), `${JSON.stringify(manifest, null, 2)}\n`)
  return manifest
}

if (process.argv[1] && import.meta.url === pathToFileURL(resolve(process.argv[1])).href)
  buildStyles(process.argv.slice(2).find((argument) => !argument.startsWith('--')))
