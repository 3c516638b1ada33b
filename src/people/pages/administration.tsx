import type { Fault } from '../../kernel/fault.ts'
import { Button } from '../../ui/button/button.tsx'
import { Table } from '../../ui/table/table.tsx'
import { inviteAdministrator, listAdministrators } from '../administration.ts'
import { makePasswordLink } from '../invitations.ts'
import type { Answer, Page, Visit } from '../page.ts'
import type { Room } from '../room.ts'
import { carryOnce } from '../shown-once.ts'
import { words } from '../words/words.generated.ts'
import { EmailInput } from './email-input.tsx'
import { findLinkPanel } from './link-panel.tsx'
import { Faults, PostForm } from './post-form.tsx'

const administrationView = async (room: Room, visit: Visit, faults: readonly Fault[] = []): Promise<Answer> => {
  const t = visit.words(words)
  const administrators = await listAdministrators(visit.db, visit.actor)
  const { panel, cookies } = await findLinkPanel(room, visit)
  return {
    kind: 'view',
    ...(faults.length > 0 ? { status: 422 } : {}),
    title: t('administration.title'),
    cookies,
    body: (
      <>
        <Faults visit={visit} faults={faults} />
        <h1 class="govuk-heading-l">{t('administration.title')}</h1>
        {panel}
        <p class="govuk-body">{t('administration.what')}</p>
        <ul class="govuk-list">
          <li>
            <a class="govuk-link" href={visit.to('/administration/parties', 'installation')}>
              {t('parties.title')}
            </a>
          </li>
        </ul>
        <Table
          caption={t('administration.administrators')}
          captionSize="m"
          firstCellIsHeader
          columns={[{ text: t('field.name') }, { text: t('field.email') }]}
          rows={administrators.map(({ name, email }) => [name, <bdi dir="ltr">{email}</bdi>])}
        />
        <PostForm visit={visit} action={visit.to('/administration/administrators', 'installation')}>
          <h2 class="govuk-heading-m">{t('administration.invite.title')}</h2>
          <EmailInput visit={visit} faults={faults} />
          <Button>{t('team.invite.send')}</Button>
        </PostForm>
        <PostForm visit={visit} action={visit.to('/administration/password-links', 'installation')}>
          <h2 class="govuk-heading-m">{t('member.password.title')}</h2>
          <p class="govuk-body">{t('administration.password.what')}</p>
          <EmailInput visit={visit} faults={faults} name="account" />
          <Button kind="secondary">{t('member.password.send')}</Button>
        </PostForm>
      </>
    ),
  }
}

const receive = async (room: Room, visit: Visit): Promise<Answer> => {
  const made = await inviteAdministrator(visit.db, visit.actor, visit.form.text('email'), visit.now)
  if (!made.ok) return administrationView(room, visit, made.faults)
  const cookie = await carryOnce(room, visit, { kind: 'link', text: made.value.token })
  return { kind: 'see-other', to: visit.to('/administration', 'installation'), cookies: [cookie] }
}

const receivePasswordLink = async (room: Room, visit: Visit): Promise<Answer> => {
  const made = await makePasswordLink(visit.db, visit.actor, visit.form.text('account'), visit.now)
  if (!made) return administrationView(room, visit, [{ code: 'account-unknown', field: 'account' }])
  const cookie = await carryOnce(room, visit, { kind: 'link', text: made.token })
  return { kind: 'see-other', to: visit.to('/administration', 'installation'), cookies: [cookie] }
}

export const administrationPages = (room: Room): readonly Page[] => [
  {
    name: 'people.administration',
    method: 'GET',
    under: 'installation',
    path: '/administration',
    permission: 'people.administer',
    respond: (visit) => administrationView(room, visit),
  },
  {
    name: 'people.administrators.invite',
    method: 'POST',
    under: 'installation',
    path: '/administration/administrators',
    permission: 'people.administer',
    respond: (visit) => receive(room, visit),
  },
  {
    name: 'people.administration.password-link',
    method: 'POST',
    under: 'installation',
    path: '/administration/password-links',
    permission: 'people.administer',
    respond: (visit) => receivePasswordLink(room, visit),
  },
]
