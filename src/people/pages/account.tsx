import type { Fault } from '../../kernel/fault.ts'
import { Button } from '../../ui/button/button.tsx'
import { Select } from '../../ui/select/select.tsx'
import { SummaryList } from '../../ui/summary-list/summary-list.tsx'
import { TextInput } from '../../ui/text-input/text-input.tsx'
import { type Account, changeAccount, getOwnAccount } from '../own-account.ts'
import type { Answer, Page, Visit } from '../page.ts'
import type { Room } from '../room.ts'
import { words } from '../words/words.generated.ts'
import { offeredLanguages } from './home.ts'
import { partyNameOf, roleName } from './names.ts'
import { errorOf, Faults, fieldWords, PostForm } from './post-form.tsx'
import { SessionTable } from './session-table.tsx'
import { sessionsOf } from './sessions.tsx'

const Overview = ({ visit, account }: { readonly visit: Visit; readonly account: Account }) => {
  const t = visit.words(words)
  const to = (path: string) => visit.to(`/account${path}`, 'installation')
  const change = (href: string, about: string) => [{ href, text: t('account.change'), hiddenText: about }]
  const parties = [...visit.actor.roles].map(([code, role]) => (
    <li>
      <a class="govuk-link" href={visit.to(`/${code.toLowerCase()}`, 'installation')}>
        {partyNameOf(visit, code).text}
      </a>{' '}
      ({roleName(visit, role)})
    </li>
  ))
  return (
    <SummaryList
      rows={[
        { key: t('field.email'), value: <bdi dir="ltr">{account.email}</bdi> },
        {
          key: t('account.roles'),
          value: parties.length === 0 ? t('account.no-roles') : <ul class="govuk-list">{parties}</ul>,
        },
        {
          key: t('field.password'),
          value: t('account.password.set'),
          actions: change(to('/password'), t('field.password')),
        },
        {
          key: t('account.second-step'),
          value: account.hasSecondStep ? t('account.second-step.on') : t('account.second-step.off'),
          actions: change(to('/second-step'), t('account.second-step')),
        },
      ]}
    />
  )
}

const LanguageSelect = ({ visit, locale }: { readonly visit: Visit; readonly locale: string | undefined }) => {
  const t = visit.words(words)
  const offered = offeredLanguages(visit)
  const nameOf = (code: string) => new Intl.DisplayNames([code], { type: 'language' }).of(code) ?? code
  return (
    <Select
      name="locale"
      label={t('account.language')}
      hint={t('account.language.hint')}
      options={[
        { value: '', text: t('account.language.any') },
        ...offered.map((code) => ({ value: code, text: nameOf(code) })),
      ]}
      value={visit.form.has('locale') ? visit.form.text('locale') : (locale ?? '')}
      {...fieldWords(visit)}
    />
  )
}

const accountView = async (room: Room, visit: Visit, faults: readonly Fault[] = []): Promise<Answer> => {
  const t = visit.words(words)
  const account = await getOwnAccount(visit.db, visit.actor)
  const sessions = await sessionsOf(room, visit)
  return {
    kind: 'view',
    ...(faults.length > 0 ? { status: 422 } : {}),
    title: t('account.title'),
    body: (
      <>
        <Faults visit={visit} faults={faults} />
        <h1 class="govuk-heading-l">{t('account.title')}</h1>
        <Overview visit={visit} account={account} />
        <PostForm visit={visit} action={visit.to('/account', 'installation')}>
          <TextInput
            name="name"
            label={t('field.name')}
            hint={t('field.name.hint')}
            autocomplete="name"
            width={30}
            value={visit.form.has('name') ? visit.form.text('name') : account.name}
            error={errorOf(visit, faults, 'name')}
            {...fieldWords(visit)}
          />
          <LanguageSelect visit={visit} locale={account.locale} />
          <Button>{t('account.save')}</Button>
        </PostForm>
        <SessionTable visit={visit} sessions={sessions} />
      </>
    ),
  }
}

const receive = async (room: Room, visit: Visit): Promise<Answer> => {
  const typed = { name: visit.form.text('name'), locale: visit.form.text('locale') }
  const changed = await changeAccount(visit.db, visit.actor, typed, visit.now)
  if (!changed.ok) return accountView(room, visit, changed.faults)
  const locale = changed.value.locale ?? visit.locale
  return { kind: 'see-other', to: `/${locale}/account`, notice: visit.words(words)('account.saved') }
}

export const accountPages = (room: Room): readonly Page[] => [
  {
    name: 'people.account',
    method: 'GET',
    under: 'installation',
    path: '/account',
    permission: 'people.account',
    respond: (visit) => accountView(room, visit),
  },
  {
    name: 'people.account.change',
    method: 'POST',
    under: 'installation',
    path: '/account',
    permission: 'people.account',
    respond: (visit) => receive(room, visit),
  },
]
