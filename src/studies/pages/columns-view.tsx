import { type FileRole, lineIdentifier, noLayout } from '../../engines/studies/index.ts'
import { type CanonicalColumn, encodings, separatorName } from '../../engines/tables/index.ts'
import type { Fault } from '../../kernel/fault.ts'
import type { Answer } from '../../people/index.ts'
import { Button, ButtonGroup } from '../../ui/button/button.tsx'
import { Details } from '../../ui/details/details.tsx'
import { Fieldset } from '../../ui/fieldset/fieldset.tsx'
import { InsetText } from '../../ui/inset-text/inset-text.tsx'
import { Link } from '../../ui/link/link.tsx'
import { Select } from '../../ui/select/select.tsx'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import { columnText, errorOf, faultText, KeyInput, type Place, roleText, textOf } from '../asking.tsx'
import type { Study } from '../draft.ts'
import { layoutOf, separatorWords } from '../read-columns-form.ts'
import type { KeptFile } from '../study.ts'
import { words } from '../words/words.generated.ts'
import { draftStep } from './draft-step.tsx'
import { DraftRemoval } from './removal.page.tsx'
import { SettingInput } from './setting-input.tsx'
import { hrefOf } from './study-page.ts'

interface ColumnsProps extends Place {
  readonly study: Study
  readonly faults: readonly Fault[]
}

type RoleProps = ColumnsProps & { readonly role: FileRole; readonly file: KeptFile }

const givenRoles = ({ room, study, ...rest }: ColumnsProps): readonly RoleProps[] =>
  room.roles.flatMap((role) => {
    const file = study.files[role.name]
    return file ? [{ ...rest, room, study, role, file }] : []
  })

const Preview = ({ visit, file }: RoleProps) => (
  <ScrollArea label={visit.words(words)('columns.preview', { name: file.name })}>
    <Table
      classes="or-preview"
      columns={file.header.map((text) => ({ text: <bdi>{text}</bdi> }))}
      rows={file.sample.map((row) => file.header.map((_, at) => <bdi>{row[at] ?? ''}</bdi>))}
    />
  </ScrollArea>
)

const Column = (props: RoleProps & { readonly column: CanonicalColumn; readonly error?: string | undefined }) => {
  const { visit, study, faults, role, file, column, error } = props
  const t = visit.words(words)
  const { name, required } = column
  const mapping = study.choices.mappings[role.name] ?? {}
  const hasLines = Object.values(mapping).includes(lineIdentifier)
  return (
    <Select
      name={`${role.name}.${name}`}
      label={required ? columnText(props, name) : t('optional', { label: columnText(props, name) })}
      hint={textOf(props, `column.${role.name}.${name}.hint`)}
      error={errorOf(props, faults, `${role.name}.${name}`) ?? error}
      errorPrefix={t('error')}
      value={mapping[name] ?? ''}
      options={[
        { value: '', text: required ? t('columns.choose') : t('columns.none') },
        ...(hasLines ? [{ value: lineIdentifier, text: t('columns.line-number') }] : []),
        ...file.header.map((text) => ({ value: text, text })),
      ]}
    />
  )
}

/** Columns that no file need have and this one does not seem to have are folded away where there are many. */
const mostUnmapped = 3

const foldedColumns = (
  { study, faults }: Pick<ColumnsProps, 'study' | 'faults'>,
  { name: role, columns }: FileRole,
) => {
  const mapping = study.choices.mappings[role] ?? {}
  const isPlain = ({ name, required }: CanonicalColumn) =>
    required || mapping[name] !== undefined || faults.some(({ field }) => field === `${role}.${name}`)
  const folded = columns.filter((column) => !isPlain(column))
  const isFolded = folded.length > mostUnmapped && folded.length < columns.length
  return isFolded ? { shown: columns.filter(isPlain), folded } : { shown: columns, folded: [] }
}

/** The control that a fault about a whole file leads to: the first of its columns in sight. */
const controlOf =
  (props: ColumnsProps) =>
  (field: string): string => {
    const role = props.room.roles.find(({ name }) => name === field)
    return role ? `${role.name}.${foldedColumns(props, role).shown[0]?.name}` : field
  }

const Columns = (props: RoleProps) => {
  const { visit, faults, role, file } = props
  const t = visit.words(words)
  const { shown, folded } = foldedColumns(props, role)
  const whole = errorOf(props, faults, role.name)
  return (
    <Fieldset legend={roleText(props, role.name)} legendSize="m">
      <p class="govuk-body">
        <bdi>{file.name}</bdi>
      </p>
      {file.notes.map((note) => (
        <p class="govuk-hint">{faultText(props, note)}</p>
      ))}
      <Details summary={t('columns.first-rows')} open>
        <Preview {...props} />
      </Details>
      {shown.map((column, at) => (
        <Column {...props} column={column} error={at === 0 ? whole : undefined} />
      ))}
      {folded.length > 0 ? (
        <Details summary={t('columns.further', { count: folded.length })}>
          {folded.map((column) => (
            <Column {...props} column={column} />
          ))}
        </Details>
      ) : null}
    </Fieldset>
  )
}

const Layout = (props: ColumnsProps) => {
  const { visit, room, study, faults } = props
  const t = visit.words(words)
  if (room.layouts.length === 0) return null
  const known = layoutOf(room, study.choices)
  return (
    <>
      {known ? (
        <InsetText>{t('columns.known', { layout: textOf(props, `layout.${known.id}`) ?? known.id })}</InsetText>
      ) : null}
      <Select
        name="layout"
        label={t('columns.layout')}
        labelSize="s"
        hint={t('columns.layout.hint')}
        error={errorOf(props, faults, 'layout')}
        errorPrefix={t('error')}
        value={study.choices.layout}
        options={[
          { value: noLayout, text: t('columns.layout.none') },
          ...room.layouts.map(({ id }) => ({ value: id, text: textOf(props, `layout.${id}`) ?? id })),
        ]}
      />
    </>
  )
}

const Reading = (props: ColumnsProps) => {
  const t = props.visit.words(words)
  const { encodings: chosen, separators } = props.study.choices
  const given = givenRoles(props)
  const isGuessed = given.some(({ file }) => file.notes.some(({ code }) => code === 'encoding-guessed'))
  const isNarrow = given.some(({ file }) => file.header.length < 2)
  const ofFiles = props.room.settings.filter(({ isOfFiles }) => isOfFiles)
  const isAsked = ofFiles.length > 0 && props.faults.some(({ code }) => code === 'days-ambiguous')
  return (
    <Details summary={t('columns.reading')} open={isGuessed || isNarrow || isAsked}>
      {ofFiles.map((setting) => (
        <SettingInput {...props} setting={setting} typed={props.study.choices} />
      ))}
      {given.map(({ role: { name }, file }) => (
        <>
          <Select
            name={`${name}-encoding`}
            label={t('columns.encoding', { file: roleText(props, name) })}
            value={chosen[name] ?? ''}
            options={[
              { value: '', text: t('columns.encoding.found', { encoding: file.encoding }) },
              ...encodings.map((encoding) => ({ value: encoding, text: encoding })),
            ]}
          />
          <Select
            name={`${name}-separator`}
            label={t('columns.separator', { file: roleText(props, name) })}
            value={separators[name] === undefined ? '' : separatorName(separators[name])}
            options={[
              { value: '', text: t('columns.separator.found') },
              ...separatorWords.map((word) => ({ value: word, text: t(`columns.separator.${word}`) })),
            ]}
          />
        </>
      ))}
    </Details>
  )
}

/** The step of the columns, filled with what was chosen or proposed. */
export const columnsView = (props: ColumnsProps): Answer => {
  const { visit, room, study, faults } = props
  const t = visit.words(words)
  return draftStep({
    visit,
    room,
    step: 2,
    title: t('columns.title'),
    faults,
    controlOf: controlOf(props),
    children: (
      <>
        <p class="govuk-body">
          {t('columns.lead')} <Link href={hrefOf(props, `/drafts/${study.id}/files`)}>{t('files.change')}</Link>
        </p>
        <form method="post" action={hrefOf(props, `/drafts/${study.id}/columns`)}>
          <KeyInput visit={visit} />
          <Layout {...props} />
          {givenRoles(props).map((given) => (
            <Columns {...given} />
          ))}
          <Reading {...props} />
          <ButtonGroup>
            <Button preventDoubleClick>{t('continue')}</Button>
          </ButtonGroup>
        </form>
        <DraftRemoval {...props} />
      </>
    ),
  })
}
