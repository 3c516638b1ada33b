import type { Fault } from '../../kernel/fault.ts'
import { Button } from '../../ui/button/button.tsx'
import { PasswordInput } from '../../ui/password-input/password-input.tsx'
import { TextInput } from '../../ui/text-input/text-input.tsx'
import { acceptAsMember, acceptAsNew, acceptReset } from '../accept-invitation.ts'
import { findAccount } from '../accounts.ts'
import { countAttempt } from '../attempts.ts'
import { authenticationOver, passwordLengths } from '../authentication.ts'
import { findInvitation, type Invitation } from '../invitations.ts'
import { isLinkToken } from '../link-tokens.ts'
import type { Answer, Page, Visit } from '../page.ts'
import type { Room } from '../room.ts'
import { headersOf } from '../sign-in.ts'
import { words } from '../words/words.generated.ts'
import { EmailInput } from './email-input.tsx'
import { partyNameOf, roleName } from './names.ts'
import { errorOf, Faults, fieldWords, PostForm, passwordWords } from './post-form.tsx'
import { askingOf } from './sign-in.tsx'

/** What a link is for, and for whom. */
type Standing = 'new' | 'member' | 'sign-in' | 'other-person' | 'reset'

const actionOf = (visit: Visit): string => visit.to(`/invitation/${visit.parameters['token'] ?? ''}`, 'installation')

const standingOf = async (visit: Visit, { email, resets }: Invitation): Promise<Standing> => {
  if (resets !== undefined) return 'reset'
  const { userId } = visit.actor
  if (userId === undefined) return email !== undefined && (await findAccount(visit.db, { email })) ? 'sign-in' : 'new'
  if (email === undefined) return 'member'
  return (await findAccount(visit.db, { id: userId }))?.email === email ? 'member' : 'other-person'
}

const goneView = (visit: Visit): Answer => {
  const t = visit.words(words)
  return {
    kind: 'view',
    status: 404,
    title: t('invitation.gone.title'),
    body: (
      <>
        <h1 class="govuk-heading-l">{t('invitation.gone.title')}</h1>
        <p class="govuk-body">{t('invitation.gone.what')}</p>
      </>
    ),
  }
}

const headingOf = (visit: Visit, invitation: Invitation): string => {
  const t = visit.words(words)
  if (invitation.resets !== undefined) return t('invitation.reset.title')
  if (invitation.party === undefined) return t('invitation.administrator.title')
  return t('invitation.title', { party: partyNameOf(visit, invitation.party).text })
}

const NewPassword = ({ visit, faults }: { readonly visit: Visit; readonly faults: readonly Fault[] }) => {
  const t = visit.words(words)
  return (
    <PasswordInput
      name="password"
      autocomplete="new-password"
      label={t('field.new-password')}
      hint={t('field.new-password.hint', { least: passwordLengths.shortest })}
      words={passwordWords(visit)}
      error={errorOf(visit, faults, 'password')}
      {...fieldWords(visit)}
    />
  )
}

interface FormProps {
  readonly visit: Visit
  readonly invitation: Invitation
  readonly faults: readonly Fault[]
}

const NewPersonForm = ({ visit, invitation, faults }: FormProps) => {
  const t = visit.words(words)
  const { email } = invitation
  return (
    <PostForm visit={visit} action={actionOf(visit)}>
      <p class="govuk-body">{t('invitation.new')}</p>
      {email === undefined ? (
        <EmailInput visit={visit} faults={faults} autocomplete="username" />
      ) : (
        <p class="govuk-body">
          {t('field.email')}: <bdi dir="ltr">{email}</bdi>
          <input type="hidden" name="username" autocomplete="username" value={email} />
        </p>
      )}
      <TextInput
        name="name"
        label={t('field.name')}
        hint={t('field.name.hint')}
        autocomplete="name"
        width={30}
        value={visit.form.text('name')}
        error={errorOf(visit, faults, 'name')}
        {...fieldWords(visit)}
      />
      <NewPassword visit={visit} faults={faults} />
      <Button>{t('invitation.accept')}</Button>
    </PostForm>
  )
}

const FormOf = ({ standing, ...props }: FormProps & { readonly standing: Standing }) => {
  const { visit, invitation, faults } = props
  const t = visit.words(words)
  if (standing === 'new') return <NewPersonForm {...props} />
  if (standing === 'reset')
    return (
      <PostForm visit={visit} action={actionOf(visit)}>
        <p class="govuk-body">{t('invitation.reset.what')}</p>
        <NewPassword visit={visit} faults={faults} />
        <Button>{t('invitation.reset.send')}</Button>
      </PostForm>
    )
  if (standing === 'member')
    return (
      <PostForm visit={visit} action={actionOf(visit)}>
        <p class="govuk-body">{t('invitation.member', { name: visit.actor.name })}</p>
        <Button>{t('invitation.accept')}</Button>
      </PostForm>
    )
  if (standing === 'other-person')
    return <p class="govuk-body">{t('invitation.other-person', { name: visit.actor.name })}</p>
  const signIn = `${visit.to('/sign-in', 'installation')}?return=${encodeURIComponent(actionOf(visit))}`
  return (
    <>
      <p class="govuk-body">{t('invitation.sign-in', { email: invitation.email ?? '' })}</p>
      <Button href={signIn}>{t('sign-in.title')}</Button>
    </>
  )
}

const invitationView = async (visit: Visit, invitation: Invitation, faults: readonly Fault[] = []): Promise<Answer> => {
  const t = visit.words(words)
  const title = headingOf(visit, invitation)
  const standing = await standingOf(visit, invitation)
  return {
    kind: 'view',
    ...(faults.length > 0 ? { status: 422 } : {}),
    title,
    body: (
      <>
        <Faults visit={visit} faults={faults} />
        <h1 class="govuk-heading-l">{title}</h1>
        {invitation.resets === undefined ? (
          <p class="govuk-body">{t('invitation.role', { role: roleName(visit, invitation.role) })}</p>
        ) : null}
        <FormOf visit={visit} invitation={invitation} faults={faults} standing={standing} />
      </>
    ),
  }
}

/** Links are long enough not to be guessed; somebody who tries all the same is slowed down. */
const findOpen = async (room: Room, visit: Visit): Promise<Invitation | undefined> => {
  const token = visit.parameters['token'] ?? ''
  const found = isLinkToken(token) ? await findInvitation(visit.db, token, visit.now) : undefined
  if (!found && visit.address !== undefined)
    await countAttempt(room.counters, [{ kind: 'link', name: visit.address }], room.secret, visit.now)
  return found
}

const take = (visit: Visit, standing: Standing) => {
  const token = visit.parameters['token'] ?? ''
  const { form, db, now } = visit
  const typed = { email: form.text('email'), name: form.text('name'), password: form.text('password') }
  if (standing === 'reset') return acceptReset(db, token, typed.password, now)
  return standing === 'new' ? acceptAsNew(db, token, typed, now) : acceptAsMember(db, token, visit.actor, now)
}

const receive = async (room: Room, visit: Visit): Promise<Answer> => {
  const invitation = await findOpen(room, visit)
  if (!invitation) return goneView(visit)
  const t = visit.words(words)
  const standing = await standingOf(visit, invitation)
  if (standing === 'sign-in' || standing === 'other-person') return invitationView(visit, invitation)
  const taken = await take(visit, standing)
  if (!taken.ok) return invitationView(visit, invitation, taken.faults)
  const to = visit.to(
    taken.value.party === undefined ? '/account/home' : `/${taken.value.party.toLowerCase()}`,
    'installation',
  )
  if (standing === 'member') return { kind: 'see-other', to, notice: t('invitation.accepted') }
  const body = { email: taken.value.email, password: visit.form.text('password') }
  const call = authenticationOver(visit.db, room).api.signInEmail({
    body,
    headers: headersOf(askingOf(visit)),
    returnHeaders: true,
  })
  const cookies = (await call).headers.getSetCookie()
  return {
    kind: 'see-other',
    to,
    cookies,
    notice: standing === 'reset' ? t('invitation.reset.done') : t('invitation.accepted'),
  }
}

export const invitationPages = (room: Room): readonly Page[] => [
  {
    name: 'people.invitation',
    method: 'GET',
    under: 'installation',
    path: '/invitation/:token',
    permission: 'people.accept',
    respond: async (visit) => {
      const invitation = await findOpen(room, visit)
      return invitation ? await invitationView(visit, invitation) : goneView(visit)
    },
  },
  {
    name: 'people.invitation.accept',
    method: 'POST',
    under: 'installation',
    path: '/invitation/:token',
    permission: 'people.accept',
    respond: (visit) => receive(room, visit),
  },
]
