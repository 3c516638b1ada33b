#!/usr/bin/env node
// Makes a new instrument in the shape of all instruments: a small register that works, with its words, pages, evidence and test.
import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { parse } from 'yaml'
import { instrumentFiles } from './new-instrument/template.mjs'

const usage = `node bin/new-instrument.mjs <noun> --serves roadmap/2.2,guidelines/14.3 --en <title> --fr <title> --ar <title> [--root <checkout>]

  <noun>     plural, kebab-case: folder, route, table and permission get this name
  --serves   activities, paragraphs and means of verification it gives evidence about
  --en …     its title in each language of the installation`

const refuse = (text) => {
  console.error(`${text}\n\n${usage}`)
  process.exit(2)
}

const readCall = () => {
  const languages = { en: { type: 'string' }, fr: { type: 'string' }, ar: { type: 'string' } }
  try {
    const options = { ...languages, serves: { type: 'string' }, root: { type: 'string' } }
    return parseArgs({ allowPositionals: true, options })
  } catch (cause) {
    return refuse(cause.message)
  }
}

const { values, positionals } = readCall()
const [noun] = positionals
if (positionals.length !== 1 || !/^[a-z]+(-[a-z]+)*$/.test(noun) || noun.length < 4)
  refuse('Say one noun, in small letters, four or more.')
for (const language of ['en', 'fr', 'ar']) if (!values[language]?.trim()) refuse(`Say its title in --${language}.`)

const root = resolve(values.root ?? join(import.meta.dirname, '..'))
const folder = join(root, 'src', 'instruments', noun)
if (existsSync(folder)) refuse(`There is an instrument ${noun} already.`)

/** Ids that the Convention's data has, of the kinds an instrument can serve. */
const knownIds = () => {
  const read = (...parts) => parse(readFileSync(join(root, 'convention', ...parts), 'utf8'))
  const under = (paragraph) => [paragraph.number, ...(paragraph.under ?? []).flatMap(under)]
  const paragraphs = readdirSync(join(root, 'convention', 'guidelines')).flatMap((file) =>
    read('guidelines', file).paragraphs.flatMap(under),
  )
  const text = JSON.stringify(read('roadmap', '2019.yaml'))
  const activities = [...text.matchAll(/"number":"([1-5]\.[1-4])"/g)].map(([, number]) => number)
  return new Set([
    ...paragraphs.map((number) => `guidelines/${number}`),
    ...activities.map((number) => `roadmap/${number}`),
  ])
}

const serves = (values.serves ?? '')
  .split(',')
  .map((id) => id.trim())
  .filter((id) => id !== '')
if (serves.length === 0) refuse('Say with --serves what it gives evidence about.')
const known = knownIds()
const isKnown = (id) => known.has(id) || /^monitoring-\d{4}\/\d+\.\d+$/.test(id)
const unknown = serves.filter((id) => !isKnown(id))
if (unknown.length > 0) refuse(`The Convention's data has no ${unknown.join(', ')}.`)

const camel = noun.replaceAll(/-([a-z])/g, (_all, letter) => letter.toUpperCase())
const given = {
  noun,
  camel,
  table: noun.replaceAll('-', '_'),
  titles: { en: values.en.trim(), fr: values.fr.trim(), ar: values.ar.trim() },
  serves,
}

const made = Object.entries(instrumentFiles(given)).map(([path, text]) => {
  const file = join(folder, path)
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, text)
  return file
})

const run = (...parameters) => spawnSync(process.execPath, parameters, { cwd: root, encoding: 'utf8' })
const formatted = run(join(root, 'node_modules', '@biomejs', 'biome', 'bin', 'biome'), 'format', '--write', folder)
if (formatted.status !== 0) console.error(formatted.stderr)
const worded = run(join(root, 'bin', 'generate-words.mjs'))
if (worded.status !== 0) console.error(worded.stderr)

for (const file of made) console.log(file.slice(root.length + 1))
console.log(`
Now
  1. in src/instruments/index.ts: import { ${camel} } from './${noun}/index.ts' and name it in the list
  2. in README.md of the folder: what for, legal basis, whom it could harm – in your words
  3. shape its fields, evidence and words; write the test first
  4. node bin/reference.mjs; npm test`)
