import type { FileRole } from '../../engines/studies/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import { Button } from '../../ui/button/button.tsx'
import { Checkboxes } from '../../ui/checkboxes/checkboxes.tsx'
import { Details } from '../../ui/details/details.tsx'
import { FileUpload } from '../../ui/file-upload/file-upload.tsx'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import { columnText, errorOf, KeyInput, type Place, roleText, textOf } from '../asking.tsx'
import type { KeptFile } from '../study.ts'
import { words } from '../words/words.generated.ts'
import { hrefOf } from './study-page.ts'

const kinds = '.csv,.tsv,.txt,.xlsx,.jsonl,.ndjson,.parquet,.gz,.zst'

export interface FilesProps extends Place {
  readonly faults: readonly Fault[]
  /** The files a draft has already. */
  readonly kept?: Readonly<Record<string, KeptFile>>
}

const Upload = ({ role, faults, kept = {}, ...place }: FilesProps & { readonly role: FileRole }) => {
  const t = place.visit.words(words)
  const label = roleText(place, role.name)
  const file = kept[role.name]
  const hint = textOf(place, `role.${role.name}.hint`)
  return (
    <FileUpload
      name={role.name}
      label={role.required ? label : t('optional', { label })}
      labelSize="m"
      hint={
        file === undefined ? (
          hint
        ) : (
          <>
            {hint} {t('files.now')} <bdi>{file.name}</bdi>
          </>
        )
      }
      error={errorOf(place, faults, role.name)}
      errorPrefix={t('error')}
      accept={kinds}
      progressText={t('new.progress')}
    />
  )
}

/** The columns each file may have, with the names they are found by. */
const Example = ({ role, ...place }: Place & { readonly role: FileRole }) => {
  const t = place.visit.words(words)
  const name = roleText(place, role.name)
  return (
    <ScrollArea label={name}>
      <Table
        caption={name}
        captionSize="s"
        firstCellIsHeader
        columns={[{ text: t('new.column') }, { text: t('new.needed') }, { text: t('new.names') }]}
        rows={role.columns.map((column) => [
          columnText(place, column.name),
          column.required ? t('new.required') : t('new.helpful'),
          <bdi>{[column.name, ...column.usualNames.slice(0, 3)].join(', ')}</bdi>,
        ])}
      />
    </ScrollArea>
  )
}

const Layouts = (place: Place) => {
  const { room } = place
  if (room.layouts.length === 0) return null
  return (
    <>
      <p class="govuk-body">{place.visit.words(words)('new.layouts')}</p>
      <ul class="govuk-list govuk-list--bullet">
        {room.layouts.map(({ id }) => (
          <li>{textOf(place, `layout.${id}`) ?? id}</li>
        ))}
      </ul>
    </>
  )
}

/** Files a draft has and need not have, to be taken out. */
const Without = ({ kept = {}, ...place }: FilesProps) => {
  const { visit, room } = place
  const spare = room.roles.filter(({ name, required }) => !required && kept[name])
  if (spare.length === 0) return null
  return (
    <Checkboxes
      name="without"
      label={visit.words(words)('files.without')}
      labelSize="s"
      size="small"
      options={spare.map(({ name }) => ({ value: name, label: roleText(place, name) }))}
    />
  )
}

/** One upload a role, and what such files look like. `path` is where the form goes. */
export const FilesForm = ({ path, ...props }: FilesProps & { readonly path: string }) => {
  const { visit, room } = props
  const t = visit.words(words)
  const files = room.roles.length
  return (
    <>
      <form method="post" action={hrefOf(props, path)} enctype="multipart/form-data">
        <KeyInput visit={visit} />
        {room.roles.map((role) => (
          <Upload {...props} role={role} />
        ))}
        <Without {...props} />
        <p class="govuk-hint">
          {t('new.kinds', { megabytes: Math.floor(visit.settings.uploadLimitBytes / 1024 ** 2), files })}
        </p>
        <Button preventDoubleClick>{t('new.upload', { files })}</Button>
      </form>
      <Details summary={t('new.example')}>
        {room.roles.map((role) => (
          <Example {...props} role={role} />
        ))}
        <Layouts {...props} />
      </Details>
    </>
  )
}
