import type { Fault } from '../../kernel/fault.ts'
import { Button } from '../../ui/button/button.tsx'
import { Radios } from '../../ui/radios/radios.tsx'
import { roles } from '../actor.ts'
import type { Answer, Page, Visit } from '../page.ts'
import { partyOf } from '../party-of.ts'
import type { Room } from '../room.ts'
import { carryOnce } from '../shown-once.ts'
import { changeRole, getMember, giveNewPasswordLink, removeMember } from '../team.ts'
import { words } from '../words/words.generated.ts'
import { roleHint, roleName } from './names.ts'
import { errorOf, Faults, fieldWords, PostForm } from './post-form.tsx'

const givenOf = (visit: Visit) => ({ party: partyOf(visit).code, userId: visit.parameters['id'] ?? '' })

const memberView = async (visit: Visit, faults: readonly Fault[] = []): Promise<Answer> => {
  const t = visit.words(words)
  const { party, userId } = givenOf(visit)
  const member = await getMember(visit.db, visit.actor, party, userId)
  const to = (rest: string) => visit.to(`/team/${userId}${rest}`)
  return {
    kind: 'view',
    ...(faults.length > 0 ? { status: 422 } : {}),
    title: member.name,
    room: 'team',
    crumbs: [{ text: t('title'), href: visit.to('/team') }],
    body: (
      <>
        <Faults visit={visit} faults={faults} />
        <h1 class="govuk-heading-l">{member.name}</h1>
        <p class="govuk-body">
          <bdi dir="ltr">{member.email}</bdi>
        </p>
        <PostForm visit={visit} action={to('/role')}>
          <Radios
            name="role"
            label={t('field.role')}
            labelSize="m"
            options={roles.map((role) => ({ value: role, label: roleName(visit, role), hint: roleHint(visit, role) }))}
            value={visit.form.text('role') || member.role}
            error={errorOf(visit, faults, 'role')}
            {...fieldWords(visit)}
          />
          <Button>{t('member.change')}</Button>
        </PostForm>
        <PostForm visit={visit} action={to('/password-link')}>
          <h2 class="govuk-heading-m">{t('member.password.title')}</h2>
          <p class="govuk-body">{t('member.password.what')}</p>
          <Button kind="secondary">{t('member.password.send')}</Button>
        </PostForm>
        <PostForm visit={visit} action={to('/removal')}>
          <h2 class="govuk-heading-m">{t('member.remove.title')}</h2>
          <p class="govuk-body">{t('member.remove.what')}</p>
          <Button kind="warning">{t('member.remove.send')}</Button>
        </PostForm>
      </>
    ),
  }
}

const receiveRole = async (visit: Visit): Promise<Answer> => {
  const changed = await changeRole(
    visit.db,
    visit.actor,
    { ...givenOf(visit), role: visit.form.text('role') },
    visit.now,
  )
  if (!changed.ok) return memberView(visit, changed.faults)
  return { kind: 'see-other', to: visit.to('/team'), notice: visit.words(words)('member.changed') }
}

const receiveRemoval = async (visit: Visit): Promise<Answer> => {
  const removed = await removeMember(visit.db, visit.actor, givenOf(visit), visit.now)
  if (!removed.ok) return memberView(visit, removed.faults)
  const isSelf = removed.value.userId === visit.actor.userId
  const notice = visit.words(words)('member.removed', { name: removed.value.name })
  return { kind: 'see-other', to: isSelf ? visit.to('/account', 'installation') : visit.to('/team'), notice }
}

const receivePasswordLink = async (room: Room, visit: Visit): Promise<Answer> => {
  const made = await giveNewPasswordLink(visit.db, visit.actor, givenOf(visit), visit.now)
  if (!made.ok) return memberView(visit, made.faults)
  const cookie = await carryOnce(room, visit, { kind: 'link', text: made.value.token })
  return { kind: 'see-other', to: visit.to('/team'), cookies: [cookie] }
}

const post = (name: string, path: string, respond: Page['respond']): Page => ({
  name: `people.member.${name}`,
  method: 'POST',
  under: 'party',
  path: `/team/:id/${path}`,
  permission: 'people.manage',
  respond,
})

export const memberPages = (room: Room): readonly Page[] => [
  {
    name: 'people.member',
    method: 'GET',
    under: 'party',
    path: '/team/:id',
    permission: 'people.manage',
    respond: (visit) => memberView(visit),
  },
  post('role', 'role', receiveRole),
  post('removal', 'removal', receiveRemoval),
  post('password-link', 'password-link', (visit) => receivePasswordLink(room, visit)),
]
