import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type FormLimits, readForm } from './read-form.ts'

let incoming: string
let limits: FormLimits

beforeAll(async () => {
  incoming = await mkdtemp(join(tmpdir(), 'open-roadmap-form-'))
  limits = { fields: 5, fieldBytes: 1024, fileBytes: 4096, incoming }
})
afterAll(() => rm(incoming, { recursive: true }))

const posted = (body: string | FormData | URLSearchParams, type?: string): Request =>
  new Request('http://localhost/form', {
    method: 'POST',
    body,
    ...(type === undefined ? {} : { headers: { 'content-type': type } }),
  })

const withFile = (text: string, fields: Readonly<Record<string, string>> = {}): FormData => {
  const form = new FormData()
  for (const [name, value] of Object.entries(fields)) form.set(name, value)
  form.set('file', new Blob([text]), 'measures.csv')
  return form
}

const codesOf = async (request: Request, given: FormLimits = limits): Promise<readonly string[]> => {
  const read = await readForm(request, given, true)
  return read.ok ? [] : read.faults.map(({ code }) => code)
}

it('a form with a file arrives whole, and the file is gone when the answer is given', async () => {
  const read = await readForm(posted(withFile('a,b\r\n1,2\r\n', { title: 'é' })), limits, true)
  if (!read.ok) throw new Error(JSON.stringify(read.faults))
  const file = read.value.form.file('file')
  expect(read.value.form.text('title')).toBe('é')
  expect(file).toMatchObject({ name: 'measures.csv', bytes: 10 })
  expect(await readFile(file?.path ?? '', 'utf8')).toBe('a,b\r\n1,2\r\n')
  await read.value.discard()
  expect(await readdir(incoming)).toEqual([])
})

it.each([
  ['a file larger than allowed', () => posted(withFile('x'.repeat(5000))), 'file-too-large'],
  ['more text than allowed', () => posted(new URLSearchParams({ a: 'x'.repeat(2000) })), 'form-too-large'],
  [
    'more text than allowed beside a file',
    () => posted(withFile('', { a: 'x'.repeat(800), b: 'x'.repeat(800) })),
    'form-too-large',
  ],
  [
    'more fields than allowed',
    () => posted('a=&b=&c=&d=&e=&f=', 'application/x-www-form-urlencoded'),
    'too-many-fields',
  ],
  [
    'a body that ends early',
    () =>
      posted(
        '--cut\r\nContent-Disposition: form-data; name="file"; filename="x"\r\n\r\nabc',
        'multipart/form-data; boundary=cut',
      ),
    'upload-cut',
  ],
  ['what is no form', () => posted('{}', 'application/json'), 'not-a-form'],
])('%s is refused, and nothing of it stays', async (_what, request, code) => {
  expect(await codesOf(request())).toContain(code)
  expect(await readdir(incoming)).toEqual([])
})

it('a file that cannot be written breaks this one answer and not the process', async () => {
  const nowhere = { ...limits, incoming: join(incoming, 'not', 'there') }
  await expect(readForm(posted(withFile('abc')), nowhere, true)).rejects.toMatchObject({ code: 'ENOENT' })
})
