import type { Fault } from '../../kernel/fault.ts'
import { Button } from '../../ui/button/button.tsx'
import { PasswordInput } from '../../ui/password-input/password-input.tsx'
import type { Answer, Page, Visit } from '../page.ts'
import { findResume, findResumeText, isOwnPath, type Resume, resumeOf } from '../resume.ts'
import type { Room } from '../room.ts'
import { type Asking, type SignInOutcome, signIn } from '../sign-in.ts'
import { words } from '../words/words.generated.ts'
import { EmailInput } from './email-input.tsx'
import { errorOf, Faults, fieldWords, PostForm, passwordWords } from './post-form.tsx'
import { resumedView } from './resumed.tsx'

export const askingOf = (visit: Visit): Asking => ({
  cookies: visit.header('cookie'),
  userAgent: visit.header('user-agent'),
  address: visit.address,
  now: visit.now,
})

/** Where a person goes after signing in: what is carried through both steps. */
export interface Onward {
  readonly to?: string | undefined
  readonly resume?: Resume | undefined
}

export const onwardOf = (visit: Visit): Onward => {
  const to = visit.form.text('return') || visit.query.get('return') || ''
  return { ...(isOwnPath(to) ? { to } : {}), resume: findResume(visit.form.text('resume')) }
}

export const onwardFields = ({ to, resume }: Onward): Readonly<Record<string, string | undefined>> => ({
  return: to,
  resume: resume && findResumeText(resume),
})

interface SignInState {
  readonly onward: Onward
  readonly email?: string
  readonly faults?: readonly Fault[]
  /** Said above the form, for somebody whose session ended. */
  readonly lead?: string
}

const signInView = (visit: Visit, state: SignInState, status: 200 | 401 | 422 | 429): Answer => {
  const t = visit.words(words)
  const { faults = [], onward, email = '', lead } = state
  return {
    kind: 'view',
    status,
    title: t('sign-in.title'),
    body: (
      <>
        <Faults visit={visit} faults={faults} />
        <h1 class="govuk-heading-l">{t('sign-in.title')}</h1>
        {lead === undefined ? null : <div class="govuk-inset-text">{lead}</div>}
        <PostForm visit={visit} action={visit.to('/sign-in', 'installation')} hidden={onwardFields(onward)}>
          <EmailInput visit={visit} faults={faults} autocomplete="username" value={email} />
          <PasswordInput
            name="password"
            label={t('field.password')}
            words={passwordWords(visit)}
            error={errorOf(visit, faults, 'password')}
            {...fieldWords(visit)}
          />
          <Button>{t('sign-in.title')}</Button>
        </PostForm>
        <p class="govuk-body">{t('sign-in.no-account')}</p>
      </>
    ),
  }
}

/** Sends a signed-in person on, or shows the second step; shared by both steps. */
export const answerOf = (
  visit: Visit,
  outcome: SignInOutcome & { kind: 'signed-in' | 'second-step' },
  onward: Onward,
): Answer => {
  if (outcome.kind === 'second-step' && onward.resume === undefined) {
    const query = onward.to === undefined ? '' : `?return=${encodeURIComponent(onward.to)}`
    return { kind: 'see-other', to: `${visit.to('/sign-in/code', 'installation')}${query}`, cookies: outcome.cookies }
  }
  if (onward.resume !== undefined && outcome.kind === 'signed-in')
    return resumedView(visit, onward.resume, outcome.cookies)
  return { kind: 'see-other', to: onward.to ?? visit.to('/account/home', 'installation'), cookies: outcome.cookies }
}

const missing = (visit: Visit): readonly Fault[] => [
  ...(visit.form.text('email').trim() === '' ? [{ code: 'email-missing', field: 'email' }] : []),
  ...(visit.form.text('password') === '' ? [{ code: 'password-missing', field: 'password' }] : []),
]

const receive = async (room: Room, visit: Visit, secondStep: SecondStepView): Promise<Answer> => {
  const onward = onwardOf(visit)
  const email = visit.form.text('email')
  const faults = missing(visit)
  if (faults.length > 0) return signInView(visit, { onward, email, faults }, 422)
  const outcome = await signIn(room, askingOf(visit), { email, password: visit.form.text('password') })
  if (outcome.kind === 'wait') {
    const wait = [{ code: 'too-many-attempts', values: { minutes: outcome.minutes } }]
    return signInView(visit, { onward, email, faults: wait }, 429)
  }
  if (outcome.kind === 'second-step' && onward.resume !== undefined) return secondStep(visit, onward, outcome.cookies)
  if (outcome.kind === 'signed-in' || outcome.kind === 'second-step') return answerOf(visit, outcome, onward)
  return signInView(visit, { onward, email, faults: [{ code: 'sign-in-refused', field: 'email' }] }, 422)
}

export type SecondStepView = (visit: Visit, onward: Onward, cookies: readonly string[]) => Answer

/**
 * What somebody sees who sent a form after the session had ended: the sign-in, with what was typed carried along. Nothing of the
 * form was done. What is too long to be carried is said so.
 */
export const signInAgain = (visit: Visit): Answer => {
  const t = visit.words(words)
  const hadFiles = (visit.header('content-type') ?? '').startsWith('multipart/')
  const resume = resumeOf(`${visit.url.pathname}${visit.url.search}`, visit.form.entries(), hadFiles)
  if (findResumeText(resume) === undefined)
    return signInView(visit, { onward: {}, faults: [{ code: 'too-long-to-carry' }] }, 401)
  return signInView(visit, { onward: { resume }, lead: t('sign-in.session-ended') }, 401)
}

export const signInPages = (room: Room, secondStep: SecondStepView): readonly Page[] => [
  {
    name: 'people.sign-in',
    method: 'GET',
    under: 'installation',
    path: '/sign-in',
    permission: 'people.sign-in',
    respond: (visit) => signInView(visit, { onward: onwardOf(visit) }, 200),
  },
  {
    name: 'people.sign-in.send',
    method: 'POST',
    under: 'installation',
    path: '/sign-in',
    permission: 'people.sign-in',
    repeatable: true,
    respond: (visit) => receive(room, visit, secondStep),
  },
]
