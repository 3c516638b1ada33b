import type { Fault } from '../../kernel/fault.ts'
import { Button } from '../../ui/button/button.tsx'
import { PasswordInput } from '../../ui/password-input/password-input.tsx'
import { TextInput } from '../../ui/text-input/text-input.tsx'
import { hasPassword } from '../accounts.ts'
import { type Account, getOwnAccount } from '../own-account.ts'
import type { Answer, Page, Visit } from '../page.ts'
import { record } from '../record.ts'
import type { Room } from '../room.ts'
import { confirmSecondStep, draftSecondStep, endSecondStep, renewRecoveryCodes, secretTextOf } from '../second-step.ts'
import { carryOnce, findCarried, forgetCarried, type ShownOnce } from '../shown-once.ts'
import { words } from '../words/words.generated.ts'
import { findGuessFault } from './password.tsx'
import { errorOf, Faults, fieldWords, PostForm, passwordWords } from './post-form.tsx'
import { QrCode } from './qr-code.tsx'
import { askingOf } from './sign-in.tsx'

const root = '/account/second-step'

interface PartProps {
  readonly visit: Visit
  readonly faults: readonly Fault[]
}

interface ConfirmedProps extends PartProps {
  readonly action: string
  readonly id: string
  readonly button: string
  readonly kind?: 'primary' | 'secondary' | 'warning'
}

/** A button that asks for the password first. */
const WithPassword = ({ visit, faults, action, id, button, kind = 'primary' }: ConfirmedProps) => (
  <PostForm visit={visit} action={visit.to(`${root}${action}`, 'installation')}>
    <PasswordInput
      name="password"
      id={id}
      label={visit.words(words)('password.present')}
      words={passwordWords(visit)}
      error={errorOf(visit, faults, id)}
      {...fieldWords(visit)}
    />
    <Button kind={kind}>{button}</Button>
  </PostForm>
)

const OnPart = ({ visit, faults }: PartProps) => {
  const t = visit.words(words)
  return (
    <>
      <p class="govuk-body">{t('two-step.on')}</p>
      <h2 class="govuk-heading-m">{t('two-step.renew.title')}</h2>
      <p class="govuk-body">{t('two-step.renew.what')}</p>
      <WithPassword
        visit={visit}
        faults={faults}
        action="/codes"
        id="renew"
        button={t('two-step.renew.title')}
        kind="secondary"
      />
      <h2 class="govuk-heading-m">{t('two-step.end.title')}</h2>
      <p class="govuk-body">{t('two-step.end.what')}</p>
      <WithPassword
        visit={visit}
        faults={faults}
        action="/end"
        id="end"
        button={t('two-step.end.title')}
        kind="warning"
      />
    </>
  )
}

const OffPart = ({ visit, faults }: PartProps) => {
  const t = visit.words(words)
  return (
    <>
      <p class="govuk-body">{t('two-step.what')}</p>
      <WithPassword visit={visit} faults={faults} action="/start" id="start" button={t('two-step.start')} />
    </>
  )
}

const DraftPart = ({ visit, faults, uri }: PartProps & { readonly uri: string }) => {
  const t = visit.words(words)
  return (
    <>
      <ol class="govuk-list govuk-list--number">
        <li>{t('two-step.scan')}</li>
        <li>{t('two-step.type')}</li>
      </ol>
      <p class="govuk-body">
        <QrCode text={uri} label={t('two-step.qr')} />
      </p>
      <p class="govuk-body">
        {t('two-step.secret')}{' '}
        <bdi dir="ltr">
          <code>{secretTextOf(uri)}</code>
        </bdi>
      </p>
      <PostForm visit={visit} action={visit.to(root, 'installation')}>
        <TextInput
          name="code"
          label={t('field.code')}
          autocomplete="one-time-code"
          inputmode="numeric"
          spellcheck={false}
          dir="ltr"
          width={10}
          error={errorOf(visit, faults, 'code')}
          {...fieldWords(visit)}
        />
        <Button>{t('two-step.confirm')}</Button>
      </PostForm>
    </>
  )
}

const partOf = (props: PartProps, account: Account, draft: ShownOnce | undefined) => {
  if (account.hasSecondStep) return <OnPart {...props} />
  return draft ? <DraftPart {...props} uri={draft.text} /> : <OffPart {...props} />
}

const setUpView = async (room: Room, visit: Visit, faults: readonly Fault[] = []): Promise<Answer> => {
  const t = visit.words(words)
  const account = await getOwnAccount(visit.db, visit.actor)
  const draft = await findCarried(room, visit, 'second-step')
  return {
    kind: 'view',
    ...(faults.length > 0 ? { status: 422 } : {}),
    title: t('two-step.title'),
    crumbs: [{ text: t('account.title'), href: visit.to('/account', 'installation') }],
    body: (
      <>
        <Faults visit={visit} faults={faults} />
        <h1 class="govuk-heading-l">{t('two-step.title')}</h1>
        {partOf({ visit, faults }, account, draft)}
      </>
    ),
  }
}

const refusedAt = (field: string): Fault => ({ code: 'password-refused', field })

const start = async (room: Room, visit: Visit): Promise<Answer> => {
  const guess = await findGuessFault(room, visit)
  if (guess) return setUpView(room, visit, [guess])
  const draft = await draftSecondStep(visit.db, room, askingOf(visit), visit.form.text('password'))
  if (!draft) return setUpView(room, visit, [refusedAt('start')])
  const cookie = await carryOnce(room, visit, { kind: 'second-step', text: draft.uri, codes: draft.recoveryCodes })
  return { kind: 'see-other', to: visit.to(root, 'installation'), cookies: [cookie] }
}

const confirm = async (room: Room, visit: Visit): Promise<Answer> => {
  const account = await getOwnAccount(visit.db, visit.actor)
  const draft = await findCarried(room, visit, 'second-step')
  if (!draft || account.hasSecondStep) return { kind: 'see-other', to: visit.to(root, 'installation') }
  const guess = await findGuessFault(room, visit)
  if (guess) return setUpView(room, visit, [guess])
  const cookies = await confirmSecondStep(visit.db, room, askingOf(visit), account.id, visit.form.text('code'))
  if (!cookies) return setUpView(room, visit, [{ code: 'code-refused', field: 'code' }])
  await record(visit.db, visit.actor, 'second-step-on', visit.now, { object: account.id })
  const cookie = await carryOnce(room, visit, { kind: 'recovery-codes', text: '', codes: draft.codes ?? [] })
  return { kind: 'see-other', to: visit.to(`${root}/codes`, 'installation'), cookies: [...cookies, cookie] }
}

const renew = async (room: Room, visit: Visit): Promise<Answer> => {
  const account = await getOwnAccount(visit.db, visit.actor)
  const guess = await findGuessFault(room, visit)
  if (guess) return setUpView(room, visit, [guess])
  const codes = await renewRecoveryCodes(visit.db, room, askingOf(visit), visit.form.text('password'))
  if (!codes) return setUpView(room, visit, [refusedAt('renew')])
  await record(visit.db, visit.actor, 'renew-recovery-codes', visit.now, { object: account.id })
  const cookie = await carryOnce(room, visit, { kind: 'recovery-codes', text: '', codes })
  return { kind: 'see-other', to: visit.to(`${root}/codes`, 'installation'), cookies: [cookie] }
}

const end = async (room: Room, visit: Visit): Promise<Answer> => {
  const account = await getOwnAccount(visit.db, visit.actor)
  const guess = await findGuessFault(room, visit)
  if (guess) return setUpView(room, visit, [guess])
  const isRight = await hasPassword(visit.db, account.id, visit.form.text('password'))
  if (!isRight) return setUpView(room, visit, [refusedAt('end')])
  await endSecondStep(visit.db, account.id, visit.now)
  await record(visit.db, visit.actor, 'second-step-off', visit.now, { object: account.id })
  return { kind: 'see-other', to: visit.to('/account', 'installation'), notice: visit.words(words)('two-step.ended') }
}

const codesView = async (room: Room, visit: Visit): Promise<Answer> => {
  const t = visit.words(words)
  const carried = await findCarried(room, visit, 'recovery-codes')
  if (!carried) return { kind: 'see-other', to: visit.to(root, 'installation') }
  return {
    kind: 'view',
    title: t('codes.title'),
    cookies: [forgetCarried(room)],
    crumbs: [{ text: t('account.title'), href: visit.to('/account', 'installation') }],
    body: (
      <>
        <h1 class="govuk-heading-l">{t('codes.title')}</h1>
        <p class="govuk-body">{t('codes.what')}</p>
        <ul class="govuk-list" dir="ltr">
          {(carried.codes ?? []).map((code) => (
            <li>
              <code>{code}</code>
            </li>
          ))}
        </ul>
        <Button href={visit.to('/account', 'installation')}>{t('codes.kept')}</Button>
      </>
    ),
  }
}

const page = (name: string, method: Page['method'], path: string, respond: Page['respond']): Page => ({
  name: `people.two-step.${name}`,
  method,
  under: 'installation',
  path: `${root}${path}`,
  permission: 'people.account',
  respond,
})

export const setUpSecondStepPages = (room: Room): readonly Page[] => [
  page('show', 'GET', '', (visit) => setUpView(room, visit)),
  page('confirm', 'POST', '', (visit) => confirm(room, visit)),
  page('start', 'POST', '/start', (visit) => start(room, visit)),
  page('end', 'POST', '/end', (visit) => end(room, visit)),
  page('codes', 'GET', '/codes', (visit) => codesView(room, visit)),
  page('renew', 'POST', '/codes', (visit) => renew(room, visit)),
]
