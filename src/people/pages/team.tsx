import type { Fault } from '../../kernel/fault.ts'
import { Button } from '../../ui/button/button.tsx'
import { Radios } from '../../ui/radios/radios.tsx'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import { can } from '../access.ts'
import { roles } from '../actor.ts'
import { invite, listInvitations, withdrawInvitation } from '../invitations.ts'
import type { Answer, Page, Visit } from '../page.ts'
import type { Party } from '../party.ts'
import { partyOf } from '../party-of.ts'
import type { Room } from '../room.ts'
import { carryOnce } from '../shown-once.ts'
import { listTeam, type Member } from '../team.ts'
import { words } from '../words/words.generated.ts'
import { EmailInput } from './email-input.tsx'
import { InvitationTable } from './invitation-table.tsx'
import { findLinkPanel } from './link-panel.tsx'
import { partyNameOf, roleHint, roleName } from './names.ts'
import { errorOf, Faults, fieldWords, PostForm } from './post-form.tsx'

const MemberTable = ({ visit, members, manages }: { visit: Visit; members: readonly Member[]; manages: boolean }) => {
  const t = visit.words(words)
  const head = [
    t('field.name'),
    t('field.role'),
    ...(manages ? [t('field.email')] : []),
    t('team.since'),
    ...(manages ? [t('team.second-step')] : []),
  ]
  return (
    <ScrollArea label={t('team.members')}>
      <Table
        caption={t('team.members')}
        captionSize="m"
        firstCellIsHeader
        columns={head.map((text) => ({ text }))}
        rows={members.map((member) => [
          manages ? (
            <a class="govuk-link" href={visit.to(`/team/${member.userId}`)}>
              {member.name}
            </a>
          ) : (
            member.name
          ),
          roleName(visit, member.role),
          ...(manages ? [<bdi dir="ltr">{member.email}</bdi>] : []),
          visit.format.day(member.since),
          ...(manages ? [member.hasSecondStep ? t('yes') : t('no')] : []),
        ])}
      />
    </ScrollArea>
  )
}

const InviteForm = ({ visit, faults }: { readonly visit: Visit; readonly faults: readonly Fault[] }) => {
  const t = visit.words(words)
  return (
    <PostForm visit={visit} action={visit.to('/team/invitations')}>
      <h2 class="govuk-heading-m">{t('team.invite.title')}</h2>
      <p class="govuk-body">{t('team.invite.purpose')}</p>
      <EmailInput visit={visit} faults={faults} />
      <Radios
        name="role"
        label={t('field.role')}
        options={roles.map((role) => ({ value: role, label: roleName(visit, role), hint: roleHint(visit, role) }))}
        value={visit.form.text('role')}
        error={errorOf(visit, faults, 'role')}
        {...fieldWords(visit)}
      />
      <Button>{t('team.invite.send')}</Button>
    </PostForm>
  )
}

const teamView = async (room: Room, visit: Visit, party: Party, faults: readonly Fault[] = []): Promise<Answer> => {
  const t = visit.words(words)
  const { db, actor, now } = visit
  const manages = can(actor, 'people.manage', { party: party.code })
  const members = await listTeam(db, actor, party.code)
  const invitations = manages ? await listInvitations(db, actor, party.code, now) : []
  const { panel, cookies } = await findLinkPanel(room, visit)
  return {
    kind: 'view',
    ...(faults.length > 0 ? { status: 422 } : {}),
    title: t('title'),
    room: 'team',
    cookies,
    body: (
      <>
        <Faults visit={visit} faults={faults} />
        <h1 class="govuk-heading-l">{t('team.title', { party: partyNameOf(visit, party.code).text })}</h1>
        {panel}
        <MemberTable visit={visit} members={members} manages={manages} />
        {manages ? (
          <>
            <InvitationTable
              visit={visit}
              invitations={invitations}
              withdrawal={(id) => visit.to(`/team/invitations/${id}/withdrawal`)}
            />
            <InviteForm visit={visit} faults={faults} />
          </>
        ) : null}
      </>
    ),
  }
}

const receiveInvitation = async (room: Room, visit: Visit): Promise<Answer> => {
  const party = partyOf(visit)
  const given = { party: party.code, email: visit.form.text('email'), role: visit.form.text('role') }
  const made = await invite(visit.db, visit.actor, given, visit.now)
  if (!made.ok) return teamView(room, visit, party, made.faults)
  const cookie = await carryOnce(room, visit, { kind: 'link', text: made.value.token })
  return { kind: 'see-other', to: visit.to('/team'), cookies: [cookie] }
}

const receiveWithdrawal = async (visit: Visit): Promise<Answer> => {
  const given = { party: partyOf(visit).code, id: visit.parameters['id'] ?? '' }
  await withdrawInvitation(visit.db, visit.actor, given, visit.now)
  return { kind: 'see-other', to: visit.to('/team'), notice: visit.words(words)('invitations.withdrawn') }
}

export const teamPages = (room: Room): readonly Page[] => [
  {
    name: 'people.team',
    method: 'GET',
    under: 'party',
    path: '/team',
    permission: 'people.team',
    respond: (visit) => teamView(room, visit, partyOf(visit)),
  },
  {
    name: 'people.team.invite',
    method: 'POST',
    under: 'party',
    path: '/team/invitations',
    permission: 'people.invite',
    respond: (visit) => receiveInvitation(room, visit),
  },
  {
    name: 'people.team.withdraw',
    method: 'POST',
    under: 'party',
    path: '/team/invitations/:id/withdrawal',
    permission: 'people.invite',
    respond: receiveWithdrawal,
  },
]
