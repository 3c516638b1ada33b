import type { Fault } from '../../kernel/fault.ts'
import { NotThere } from '../../kernel/refusal.ts'
import { Button } from '../../ui/button/button.tsx'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import { listPartiesInCharge, type PartyInCharge } from '../administration.ts'
import { invite, listInvitations, withdrawInvitation } from '../invitations.ts'
import type { Answer, Page, Visit } from '../page.ts'
import type { Room } from '../room.ts'
import { carryOnce } from '../shown-once.ts'
import { words } from '../words/words.generated.ts'
import { EmailInput } from './email-input.tsx'
import { InvitationTable } from './invitation-table.tsx'
import { findLinkPanel } from './link-panel.tsx'
import { partyNameOf } from './names.ts'
import { Faults, PostForm } from './post-form.tsx'

const root = '/administration/parties'

export const crumbsOf = (visit: Visit, ...more: readonly { text: string; href: string }[]) => [
  { text: visit.words(words)('administration.title'), href: visit.to('/administration', 'installation') },
  ...more,
]

const PartyTable = ({ visit, parties }: { readonly visit: Visit; readonly parties: readonly PartyInCharge[] }) => {
  const t = visit.words(words)
  const { format } = visit
  const head = [t('parties.party'), t('parties.languages'), t('parties.contact-points')]
  return (
    <ScrollArea label={t('parties.title')}>
      <Table
        firstCellIsHeader
        columns={[...head.map((text) => ({ text })), { text: t('parties.members'), numeric: true }]}
        rows={parties.map(({ code, languages, contactPoints, members }) => {
          const name = partyNameOf(visit, code)
          return [
            <a class="govuk-link" href={visit.to(`${root}/${code.toLowerCase()}`, 'installation')} lang={name.locale}>
              {name.text}
            </a>,
            format.list(languages.map(format.languageName)),
            contactPoints.length === 0
              ? t('parties.nobody')
              : format.list(contactPoints.map(({ name: person }) => person)),
            format.number(members),
          ]
        })}
      />
    </ScrollArea>
  )
}

const listView = async (visit: Visit): Promise<Answer> => {
  const t = visit.words(words)
  const parties = await listPartiesInCharge(visit.db, visit.actor)
  return {
    kind: 'view',
    title: t('parties.title'),
    crumbs: crumbsOf(visit),
    body: (
      <>
        <h1 class="govuk-heading-l">{t('parties.title')}</h1>
        <p class="govuk-body">{t('parties.what')}</p>
        {parties.length === 0 ? (
          <p class="govuk-body">{t('parties.none')}</p>
        ) : (
          <PartyTable visit={visit} parties={parties} />
        )}
        <Button href={visit.to(`${root}/new`, 'installation')}>{t('parties.add')}</Button>
      </>
    ),
  }
}

const getParty = async (visit: Visit): Promise<PartyInCharge> => {
  const code = (visit.parameters['code'] ?? '').toUpperCase()
  const [party] = await listPartiesInCharge(visit.db, visit.actor, code)
  if (!party) throw new NotThere('party')
  return party
}

const partyView = async (room: Room, visit: Visit, faults: readonly Fault[] = []): Promise<Answer> => {
  const t = visit.words(words)
  const party = await getParty(visit)
  const at = (rest: string) => visit.to(`${root}/${party.code.toLowerCase()}${rest}`, 'installation')
  const invitations = await listInvitations(visit.db, visit.actor, party.code, visit.now)
  const { panel, cookies } = await findLinkPanel(room, visit)
  const title = partyNameOf(visit, party.code).text
  return {
    kind: 'view',
    ...(faults.length > 0 ? { status: 422 } : {}),
    title,
    cookies,
    crumbs: crumbsOf(visit, { text: t('parties.title'), href: visit.to(root, 'installation') }),
    body: (
      <>
        <Faults visit={visit} faults={faults} />
        <h1 class="govuk-heading-l">{title}</h1>
        {panel}
        {party.contactPoints.length === 0 ? (
          <p class="govuk-body">{t('parties.nobody.what')}</p>
        ) : (
          <Table
            caption={t('parties.contact-points')}
            captionSize="m"
            firstCellIsHeader
            columns={[{ text: t('field.name') }, { text: t('field.email') }]}
            rows={party.contactPoints.map(({ name, email }) => [name, <bdi dir="ltr">{email}</bdi>])}
          />
        )}
        <InvitationTable
          visit={visit}
          invitations={invitations}
          withdrawal={(id) => at(`/invitations/${id}/withdrawal`)}
        />
        <PostForm visit={visit} action={at('/contact-points')}>
          <h2 class="govuk-heading-m">{t('parties.appoint.title')}</h2>
          <p class="govuk-body">{t('parties.appoint.what')}</p>
          <EmailInput visit={visit} faults={faults} />
          <Button>{t('team.invite.send')}</Button>
        </PostForm>
      </>
    ),
  }
}

const appoint = async (room: Room, visit: Visit): Promise<Answer> => {
  const { code } = await getParty(visit)
  const given = { party: code, email: visit.form.text('email'), role: 'contact-point' }
  const made = await invite(visit.db, visit.actor, given, visit.now)
  if (!made.ok) return partyView(room, visit, made.faults)
  const cookie = await carryOnce(room, visit, { kind: 'link', text: made.value.token })
  return { kind: 'see-other', to: visit.to(`${root}/${code.toLowerCase()}`, 'installation'), cookies: [cookie] }
}

const withdraw = async (visit: Visit): Promise<Answer> => {
  const { code } = await getParty(visit)
  await withdrawInvitation(visit.db, visit.actor, { party: code, id: visit.parameters['id'] ?? '' }, visit.now)
  const notice = visit.words(words)('invitations.withdrawn')
  return { kind: 'see-other', to: visit.to(`${root}/${code.toLowerCase()}`, 'installation'), notice }
}

const page = (name: string, method: Page['method'], path: string, respond: Page['respond']): Page => ({
  name: `people.parties.${name}`,
  method,
  under: 'installation',
  path: `${root}${path}`,
  permission: 'people.administer',
  respond,
})

export const partiesPages = (room: Room): readonly Page[] => [
  page('list', 'GET', '', listView),
  page('show', 'GET', '/:code', (visit) => partyView(room, visit)),
  page('appoint', 'POST', '/:code/contact-points', (visit) => appoint(room, visit)),
  page('withdraw', 'POST', '/:code/invitations/:id/withdrawal', withdraw),
]
