import type { Fault } from '../../kernel/fault.ts'
import { Button } from '../../ui/button/button.tsx'
import { Checkboxes } from '../../ui/checkboxes/checkboxes.tsx'
import { Select } from '../../ui/select/select.tsx'
import { TextInput } from '../../ui/text-input/text-input.tsx'
import { listPartiesInCharge, registerParty } from '../administration.ts'
import type { Answer, Page, Visit } from '../page.ts'
import { words } from '../words/words.generated.ts'
import { partyNameOf } from './names.ts'
import { crumbsOf } from './parties.tsx'
import { errorOf, Faults, fieldWords, PostForm } from './post-form.tsx'

/** The languages of the United Nations; others are typed. */
const offered = ['ar', 'en', 'es', 'fr', 'ru', 'zh'] as const

const optionsOf = async (visit: Visit) => {
  const there = new Set((await listPartiesInCharge(visit.db, visit.actor)).map(({ code }) => code))
  const collator = new Intl.Collator(visit.locale)
  return [...visit.framework.parties.values()]
    .filter(({ code, kind }) => kind !== 'area' && !there.has(code))
    .map(({ code }) => ({ value: code, text: partyNameOf(visit, code).text }))
    .toSorted((one, other) => collator.compare(one.text, other.text))
}

const newView = async (visit: Visit, faults: readonly Fault[] = []): Promise<Answer> => {
  const t = visit.words(words)
  const { form } = visit
  return {
    kind: 'view',
    ...(faults.length > 0 ? { status: 422 } : {}),
    title: t('parties.add'),
    crumbs: crumbsOf(visit, { text: t('parties.title'), href: visit.to('/administration/parties', 'installation') }),
    body: (
      <>
        <Faults visit={visit} faults={faults} />
        <h1 class="govuk-heading-l">{t('parties.add')}</h1>
        <PostForm visit={visit} action={visit.to('/administration/parties', 'installation')}>
          <Select
            name="code"
            label={t('parties.party')}
            options={[{ value: '', text: t('parties.choose') }, ...(await optionsOf(visit))]}
            value={form.text('code')}
            error={errorOf(visit, faults, 'code')}
            {...fieldWords(visit)}
          />
          <Checkboxes
            name="languages"
            label={t('parties.languages')}
            hint={t('parties.languages.hint')}
            options={offered.map((locale) => ({ value: locale, label: visit.format.languageName(locale) }))}
            values={form.all('languages')}
            error={errorOf(visit, faults, 'languages')}
            {...fieldWords(visit)}
          />
          <TextInput
            name="other-languages"
            label={t('parties.other-languages')}
            hint={t('parties.other-languages.hint')}
            dir="ltr"
            width={20}
            value={form.text('other-languages')}
            error={errorOf(visit, faults, 'other-languages')}
            {...fieldWords(visit)}
          />
          <Button>{t('parties.add')}</Button>
        </PostForm>
      </>
    ),
  }
}

const receive = async (visit: Visit): Promise<Answer> => {
  const { form } = visit
  const others = form
    .text('other-languages')
    .split(/[\s,;،]+/)
    .filter((part) => part !== '')
  const typed = { code: form.text('code'), languages: [...form.all('languages'), ...others] }
  const made = await registerParty(visit.db, visit.actor, visit.framework, typed, visit.now)
  if (!made.ok) return newView(visit, made.faults)
  const notice = visit.words(words)('parties.added', { party: partyNameOf(visit, made.value).text })
  return {
    kind: 'see-other',
    to: visit.to(`/administration/parties/${made.value.toLowerCase()}`, 'installation'),
    notice,
  }
}

export const newPartyPages: readonly Page[] = [
  {
    name: 'people.parties.new',
    method: 'GET',
    under: 'installation',
    path: '/administration/parties/new',
    permission: 'people.administer',
    respond: (visit) => newView(visit),
  },
  {
    name: 'people.parties.create',
    method: 'POST',
    under: 'installation',
    path: '/administration/parties',
    permission: 'people.administer',
    respond: receive,
  },
]
