import type { Fault } from '../../kernel/fault.ts'
import { Button } from '../../ui/button/button.tsx'
import { PasswordInput } from '../../ui/password-input/password-input.tsx'
import { countAttempt } from '../attempts.ts'
import { passwordLengths } from '../authentication.ts'
import { changePassword } from '../own-account.ts'
import type { Answer, Page, Visit } from '../page.ts'
import type { Room } from '../room.ts'
import { endAllSessions } from '../sessions.ts'
import { words } from '../words/words.generated.ts'
import { errorOf, Faults, fieldWords, PostForm, passwordWords } from './post-form.tsx'
import { tokenOf } from './sessions.tsx'

const passwordView = (visit: Visit, faults: readonly Fault[] = []): Answer => {
  const t = visit.words(words)
  return {
    kind: 'view',
    ...(faults.length > 0 ? { status: 422 } : {}),
    title: t('password.title'),
    crumbs: [{ text: t('account.title'), href: visit.to('/account', 'installation') }],
    body: (
      <>
        <Faults visit={visit} faults={faults} />
        <h1 class="govuk-heading-l">{t('password.title')}</h1>
        <PostForm visit={visit} action={visit.to('/account/password', 'installation')}>
          <PasswordInput
            name="present"
            label={t('password.present')}
            words={passwordWords(visit)}
            error={errorOf(visit, faults, 'present')}
            {...fieldWords(visit)}
          />
          <PasswordInput
            name="password"
            autocomplete="new-password"
            label={t('field.new-password')}
            hint={t('field.new-password.hint', { least: passwordLengths.shortest })}
            words={passwordWords(visit)}
            error={errorOf(visit, faults, 'password')}
            {...fieldWords(visit)}
          />
          <Button>{t('password.title')}</Button>
        </PostForm>
      </>
    ),
  }
}

/** Counts guesses at the password of somebody who is signed in; gives the fault when there were too many. */
export const findGuessFault = async (room: Room, visit: Visit): Promise<Fault | undefined> => {
  const subject = { kind: 'code', name: `password of ${visit.actor.userId ?? ''}` } as const
  const minutes = await countAttempt(room.counters, [subject], room.secret, visit.now)
  return minutes > 0 ? { code: 'too-many-attempts', values: { minutes } } : undefined
}

const receive = async (room: Room, visit: Visit): Promise<Answer> => {
  const { form, db, actor, now } = visit
  const guess = await findGuessFault(room, visit)
  if (guess) return passwordView(visit, [guess])
  const typed = { present: form.text('present'), password: form.text('password') }
  const changed = await changePassword(db, actor, typed, now)
  if (!changed.ok) return passwordView(visit, changed.faults)
  await endAllSessions(db, changed.value.id, tokenOf(room, visit) ?? '')
  return { kind: 'see-other', to: visit.to('/account', 'installation'), notice: visit.words(words)('password.changed') }
}

export const passwordPages = (room: Room): readonly Page[] => [
  {
    name: 'people.password',
    method: 'GET',
    under: 'installation',
    path: '/account/password',
    permission: 'people.account',
    respond: (visit) => passwordView(visit),
  },
  {
    name: 'people.password.change',
    method: 'POST',
    under: 'installation',
    path: '/account/password',
    permission: 'people.account',
    respond: (visit) => receive(room, visit),
  },
]
