import { Button } from '../../ui/button/button.tsx'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import type { Invitation } from '../invitations.ts'
import type { Visit } from '../page.ts'
import { words } from '../words/words.generated.ts'
import { roleName } from './names.ts'
import { PostForm } from './post-form.tsx'

interface InvitationTableProps {
  readonly visit: Visit
  readonly invitations: readonly Invitation[]
  /** The address an invitation is withdrawn at. */
  readonly withdrawal: (id: string) => string
}

/** Invitations not yet accepted, each with a button that withdraws it; nothing where there are none. */
export const InvitationTable = ({ visit, invitations, withdrawal }: InvitationTableProps) => {
  const t = visit.words(words)
  if (invitations.length === 0) return null
  return (
    <ScrollArea label={t('invitations.title')}>
      <Table
        caption={t('invitations.title')}
        captionSize="m"
        firstCellIsHeader
        columns={[t('field.email'), t('field.role'), t('invitations.until'), t('invitations.action')].map((text) => ({
          text,
        }))}
        rows={invitations.map(({ id, email, role, expiresAt, resets }) => [
          <bdi dir="ltr">{email}</bdi>,
          resets === undefined ? roleName(visit, role) : t('invitations.password'),
          visit.format.day(expiresAt),
          <PostForm visit={visit} action={withdrawal(id)}>
            <Button kind="secondary">
              {t('invitations.withdraw')}
              <span class="govuk-visually-hidden"> {email}</span>
            </Button>
          </PostForm>,
        ])}
      />
    </ScrollArea>
  )
}
