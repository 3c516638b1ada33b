import { type DataFile, isLayoutOf, openDataFile, proposeMapping } from '../../../engines/tables/index.ts'
import type { Fault } from '../../../kernel/fault.ts'
import type { Answer, Page, Visit } from '../../../people/index.ts'
import type { SubmittedFile } from '../../../platform/http/submitted-form.ts'
import { Button } from '../../../ui/button/button.tsx'
import { Details } from '../../../ui/details/details.tsx'
import { FileUpload } from '../../../ui/file-upload/file-upload.tsx'
import { askingOf, crumbsOf, errorOf, Faults, KeyInput } from '../asking.tsx'
import { keptFile } from '../kept-file.ts'
import { exposureColumns, exposureLayouts, workColumns } from '../layouts.ts'
import { createStudy } from '../store.ts'
import { type FileRole, type Pair, proposedMappings } from '../study-files.ts'
import { words } from '../words/words.generated.ts'

const kinds = '.csv,.tsv,.txt,.xlsx,.jsonl,.ndjson,.gz,.zst'

const Upload = ({ visit, name, faults }: { visit: Visit; name: FileRole; faults: readonly Fault[] }) => {
  const t = visit.words(words)
  return (
    <FileUpload
      name={name}
      label={t(`new.${name}`)}
      labelSize="m"
      hint={t(`new.${name}.hint`)}
      error={errorOf(visit, faults, name)}
      errorPrefix={t('error')}
      accept={kinds}
      progressText={t('new.progress')}
    />
  )
}

const newView = (visit: Visit, faults: readonly Fault[] = []): Answer => {
  const t = visit.words(words)
  return {
    kind: 'view',
    title: t('new.title'),
    room: 'exposure',
    crumbs: crumbsOf(visit),
    ...(faults.length > 0 ? { status: 422 as const } : {}),
    body: (
      <>
        <Faults visit={visit} faults={faults} />
        <h1 class="govuk-heading-l">{t('new.title')}</h1>
        <p class="govuk-body-l">{t('new.lead')}</p>
        <form method="post" action={visit.to('/exposure/drafts')} enctype="multipart/form-data">
          <KeyInput visit={visit} />
          <Upload visit={visit} name="exposures" faults={faults} />
          <Upload visit={visit} name="works" faults={faults} />
          <p class="govuk-hint">
            {t('new.kinds', { megabytes: Math.floor(visit.settings.uploadLimitBytes / 1024 ** 2) })}
          </p>
          <Button preventDoubleClick>{t('new.upload')}</Button>
        </form>
        <Details summary={t('new.example')}>
          <p>{t('new.example.exposures')}</p>
          <pre dir="ltr">{'country\tweek\tcategory\trank\ttitle\nKR\t2022-02-27\tFilms\t1\t…'}</pre>
          <p>{t('new.example.works')}</p>
          <pre dir="ltr">{'title\tcategory\torigin\tlanguage\n…\tFilms\tSouth Korea; France\tko'}</pre>
        </Details>
      </>
    ),
  }
}

/** Where a study begins: its two files. */
export const newPage: Page = {
  name: 'exposure.new',
  method: 'GET',
  under: 'party',
  path: '/exposure/new',
  permission: 'exposure.run',
  respond: (visit) => newView(visit),
}

const missingFaults = (files: Partial<Record<FileRole, SubmittedFile>>): Fault[] =>
  (['exposures', 'works'] as const)
    .filter((role) => files[role] === undefined || files[role].name === '')
    .map((role) => ({ code: 'file-missing', field: role, values: { role } }))

/** Both files of the form opened; every fault of both when one cannot be read. */
const openBoth = async (exposures: SubmittedFile, works: SubmittedFile): Promise<Pair<DataFile> | readonly Fault[]> => {
  const [one, other] = [
    await openDataFile(exposures.path, { name: exposures.name }),
    await openDataFile(works.path, { name: works.name }),
  ]
  if (one.ok && other.ok) return { exposures: one.value, works: other.value }
  return [
    ...(one.ok ? [] : one.faults.map((fault) => ({ ...fault, field: 'exposures' }))),
    ...(other.ok ? [] : other.faults.map((fault) => ({ ...fault, field: 'works' }))),
  ]
}

const fits = ({ exposures, works }: Pair<DataFile>): boolean =>
  exposureLayouts.some(
    (layout) => isLayoutOf(exposures.header, layout.exposures) && isLayoutOf(works.header, layout.works),
  ) ||
  [exposureColumns.map((column) => [column, exposures] as const), workColumns.map((column) => [column, works] as const)]
    .flat()
    .every(([column, { header }]) => !column.required || column.name in proposeMapping(header, [column]))

const isExchanged = (files: Pair<DataFile>): boolean =>
  !fits(files) && fits({ exposures: files.works, works: files.exposures })

/** Takes two files into the store and begins a draft; what is no table is refused with its reason, and nothing is kept. */
export const uploadPage: Page = {
  name: 'exposure.upload',
  method: 'POST',
  under: 'party',
  path: '/exposure/drafts',
  permission: 'exposure.run',
  uploads: true,
  respond: async (visit) => {
    const [exposures, works] = [visit.form.file('exposures'), visit.form.file('works')]
    const missing = missingFaults({ ...(exposures ? { exposures } : {}), ...(works ? { works } : {}) })
    if (!exposures || !works || missing.length > 0) return newView(visit, missing)
    if (exposures.sha256 === works.sha256) return newView(visit, [{ code: 'same-file', field: 'works' }])
    const opened = await openBoth(exposures, works)
    if (!('exposures' in opened)) return newView(visit, opened)
    const exchanged = isExchanged(opened)
    const files = exchanged ? { exposures: opened.works, works: opened.exposures } : opened
    for (const file of [exposures, works]) await visit.files.keep(file.path, file.sha256)
    const layout = exposureLayouts.find(
      (each) => isLayoutOf(files.exposures.header, each.exposures) && isLayoutOf(files.works.header, each.works),
    )
    const id = await createStudy(askingOf(visit), {
      files: { exposures: keptFile(files.exposures), works: keptFile(files.works) },
      choices: { mappings: proposedMappings(files, layout), encodings: {}, spellings: {}, resampling: {} },
      language: visit.locale,
    })
    return {
      kind: 'see-other',
      to: visit.to(`/exposure/drafts/${id}/columns`),
      ...(exchanged ? { notice: visit.words(words)('notice.exchanged') } : {}),
    }
  },
}
