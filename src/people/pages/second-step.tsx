import type { Fault } from '../../kernel/fault.ts'
import { Button } from '../../ui/button/button.tsx'
import { TextInput } from '../../ui/text-input/text-input.tsx'
import type { Answer, Page, Visit } from '../page.ts'
import type { Room } from '../room.ts'
import { takeSecondStep } from '../sign-in.ts'
import { words } from '../words/words.generated.ts'
import { errorOf, Faults, fieldWords, PostForm } from './post-form.tsx'
import { answerOf, askingOf, type Onward, onwardFields, onwardOf } from './sign-in.tsx'

interface State {
  readonly onward: Onward
  readonly faults?: readonly Fault[]
  readonly cookies?: readonly string[]
  readonly status?: 200 | 422 | 429
}

const codeView = (visit: Visit, { onward, faults = [], cookies = [], status = 200 }: State): Answer => {
  const t = visit.words(words)
  return {
    kind: 'view',
    status,
    title: t('second-step.title'),
    cookies,
    body: (
      <>
        <Faults visit={visit} faults={faults} />
        <h1 class="govuk-heading-l">{t('second-step.title')}</h1>
        <p class="govuk-body">{t('second-step.what')}</p>
        <PostForm visit={visit} action={visit.to('/sign-in/code', 'installation')} hidden={onwardFields(onward)}>
          <TextInput
            name="code"
            label={t('field.code')}
            hint={t('second-step.recovery')}
            autocomplete="one-time-code"
            autocapitalize="none"
            spellcheck={false}
            dir="ltr"
            width={10}
            error={errorOf(visit, faults, 'code')}
            {...fieldWords(visit)}
          />
          <Button>{t('second-step.send')}</Button>
        </PostForm>
        <p class="govuk-body">{t('second-step.lost')}</p>
      </>
    ),
  }
}

/** The second step within the answer to the first, when a form is carried along that no address could hold. */
export const secondStepView = (visit: Visit, onward: Onward, cookies: readonly string[]): Answer =>
  codeView(visit, { onward, cookies })

const receive = async (room: Room, visit: Visit): Promise<Answer> => {
  const onward = onwardOf(visit)
  const typed = visit.form.text('code').trim()
  const again = (fault: Fault, status: 422 | 429): Answer => codeView(visit, { onward, faults: [fault], status })
  if (typed === '') return again({ code: 'code-missing', field: 'code' }, 422)
  const outcome = await takeSecondStep(room, askingOf(visit), typed)
  if (outcome.kind === 'signed-in') return answerOf(visit, outcome, onward)
  if (outcome.kind === 'wait') return again({ code: 'too-many-attempts', values: { minutes: outcome.minutes } }, 429)
  if (outcome.kind === 'start-again') return again({ code: 'start-again', field: 'code' }, 422)
  return again({ code: 'code-refused', field: 'code' }, 422)
}

export const secondStepPages = (room: Room): readonly Page[] => [
  {
    name: 'people.second-step',
    method: 'GET',
    under: 'installation',
    path: '/sign-in/code',
    permission: 'people.sign-in',
    respond: (visit) => codeView(visit, { onward: onwardOf(visit) }),
  },
  {
    name: 'people.second-step.send',
    method: 'POST',
    under: 'installation',
    path: '/sign-in/code',
    permission: 'people.sign-in',
    repeatable: true,
    respond: (visit) => receive(room, visit),
  },
]
