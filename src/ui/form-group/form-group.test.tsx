import { parseHTML } from 'linkedom'
import { describe, expect, it } from 'vitest'
import { Checkboxes } from '../checkboxes/checkboxes.tsx'
import { DateInput } from '../date-input/date-input.tsx'
import { MoneyInput } from '../money-input/money-input.tsx'
import { PasswordInput } from '../password-input/password-input.tsx'
import { Radios } from '../radios/radios.tsx'
import { Select } from '../select/select.tsx'
import { TextInput } from '../text-input/text-input.tsx'
import { Textarea } from '../textarea/textarea.tsx'

const asked = { name: 'q', label: 'Question', hint: 'Help', error: 'Not so', errorPrefix: 'Error' }
const options = [
  { value: 'a', text: 'A', label: 'A' },
  { value: 'b', text: 'B', label: 'B' },
]
const parts = (['day', 'month', 'year'] as const).map((part) => ({ part, label: part }))
const words = { show: 'Show', hide: 'Hide', showLabel: 'Show password', hideLabel: 'Hide password' }
const typed = '<b>"typed" & kept</b>'

const controls = {
  'a text input': <TextInput {...asked} value={typed} />,
  'a text area': <Textarea {...asked} value={typed} />,
  'a select': <Select {...asked} options={options} value="b" />,
  radios: <Radios {...asked} options={options} value="b" />,
  checkboxes: <Checkboxes {...asked} options={options} values={['b']} />,
  'a date': <DateInput {...asked} parts={parts} values={{ day: '31', month: 'x', year: '2019' }} />,
  money: (
    <MoneyInput
      {...asked}
      amountLabel="Amount"
      currencyLabel="Currency"
      amount="1.234,5"
      currency="b"
      currencies={options}
    />
  ),
  'a password': <PasswordInput {...asked} words={words} />,
}

const documentOf = async (view: (typeof controls)['radios']) =>
  parseHTML(`<body>${await view.toString()}</body>`).document

describe.each(Object.entries(controls))('%s', (_, view) => {
  it('reads out its hint and its error, and carries the id an error summary links to', async () => {
    const document = await documentOf(view)
    const described = document.querySelector('[aria-describedby="q-hint q-error"]')
    expect(described).not.toBeNull()
    expect(document.getElementById('q-hint')!.textContent).toBe('Help')
    expect(document.getElementById('q-error')!.textContent.trim()).toBe('Error: Not so')
    expect(document.getElementById('q')).not.toBeNull()
  })
})

it('keeps what was typed exactly', async () => {
  expect((await documentOf(controls['a text input'])).querySelector('input')!.getAttribute('value')).toBe(typed)
  expect(await controls['a text area'].toString()).toContain(
    '>&lt;b&gt;&quot;typed&quot; &amp; kept&lt;/b&gt;</textarea>',
  )
  expect((await documentOf(controls['a select'])).querySelector('option[selected]')!.getAttribute('value')).toBe('b')
  expect((await documentOf(controls.radios)).querySelector('input[checked]')!.getAttribute('value')).toBe('b')
  expect((await documentOf(controls.checkboxes)).querySelector('input[checked]')!.getAttribute('value')).toBe('b')
  const values = (document: Awaited<ReturnType<typeof documentOf>>) =>
    [...document.querySelectorAll('input')].map((input) => input.getAttribute('value'))
  expect(values(await documentOf(controls['a date']))).toEqual(['31', 'x', '2019'])
  expect(values(await documentOf(controls.money))).toEqual(['1.234,5'])
})

it('never sends a password back to the page', async () => {
  const document = await documentOf(<PasswordInput {...{ ...asked, words, value: 'secret' }} />)
  expect(document.body.innerHTML).not.toContain('secret')
})

it('says in which language an answer is written', async () => {
  const document = await documentOf(<Textarea {...asked} lang="ar" dir="rtl" />)
  expect(document.querySelector('textarea')!.getAttribute('lang')).toBe('ar')
  expect(document.querySelector('textarea')!.getAttribute('dir')).toBe('rtl')
})
