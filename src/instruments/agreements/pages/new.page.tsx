import { readFile } from 'node:fs/promises'
import type { Fault } from '../../../kernel/fault.ts'
import { type Answer, type Page, partyOf, type Visit } from '../../../people/index.ts'
import { Button } from '../../../ui/button/button.tsx'
import { FileUpload } from '../../../ui/file-upload/file-upload.tsx'
import { Radios } from '../../../ui/radios/radios.tsx'
import { askingOf, crumbsOf, errorOf, Faults, KeyInput } from '../asking.tsx'
import { recordEvidence } from '../evidence-store.ts'
import { doerOf } from '../store.ts'
import type { Whose } from '../take-texts.ts'
import { createUpload, finishUpload, setUploadJob, takeTexts } from '../uploads.ts'
import { words } from '../words/words.generated.ts'

const kinds = '.xml,.akn,.html,.htm,.docx,.pdf,.txt,.md,.zip,.tar,.gz,.tgz'

const whoseOf = (text: string): Whose => (text === 'others' || text === 'by-file' ? text : 'own')

const newView = (visit: Visit, faults: readonly Fault[] = []): Answer => {
  const t = visit.words(words)
  return {
    kind: 'view',
    title: t('new.title'),
    room: 'agreements',
    line: 3,
    crumbs: crumbsOf(visit),
    ...(faults.length > 0 ? { status: 422 as const } : {}),
    body: (
      <>
        <Faults visit={visit} faults={faults} />
        <h1 class="govuk-heading-l">{t('new.title')}</h1>
        <p class="govuk-body-l">{t('new.lead')}</p>
        <form method="post" action={visit.to('/agreements/uploads')} enctype="multipart/form-data">
          <KeyInput visit={visit} />
          <FileUpload
            name="file"
            label={t('new.file')}
            labelSize="m"
            hint={t('new.file.hint', { megabytes: Math.floor(visit.settings.uploadLimitBytes / 1024 ** 2) })}
            error={errorOf(visit, faults, 'file')}
            errorPrefix={t('error')}
            accept={kinds}
            progressText={t('new.progress')}
          />
          <Radios
            name="whose"
            label={t('new.whose')}
            value={whoseOf(visit.form.text('whose'))}
            options={[
              { value: 'own', label: t('new.whose.own'), hint: t('new.whose.own.hint') },
              { value: 'others', label: t('new.whose.others'), hint: t('new.whose.others.hint') },
              { value: 'by-file', label: t('new.whose.by-file'), hint: t('new.whose.by-file.hint') },
            ]}
          />
          <Button preventDoubleClick>{t('new.upload')}</Button>
        </form>
        <p class="govuk-hint">{t('new.rights')}</p>
      </>
    ),
  }
}

/** Where texts are handed in. */
export const newPage: Page = {
  name: 'agreements.new',
  method: 'GET',
  under: 'party',
  path: '/agreements/new',
  permission: 'agreements.edit',
  respond: (visit) => newView(visit),
}

/** Above this many bytes a page does not wait: a job reads the file. */
const readAtOnce = 3_000_000

const isArchive = (name: string): boolean => /\.(?:zip|tar|gz|tgz)$/i.test(name)

/** Keeps the file, reads a single text at once and leaves an archive or a large file to a job. */
export const uploadPage: Page = {
  name: 'agreements.upload',
  method: 'POST',
  under: 'party',
  path: '/agreements/uploads',
  permission: 'agreements.edit',
  uploads: true,
  respond: async (visit) => {
    const file = visit.form.file('file')
    if (!file || file.name === '') return newView(visit, [{ code: 'file-missing', field: 'file' }])
    const asking = askingOf(visit)
    const whose = whoseOf(visit.form.text('whose'))
    const actor = doerOf(visit.actor)
    const upload = { file: file.sha256, fileName: file.name, whose }
    if (isArchive(file.name) || file.bytes > readAtOnce) {
      await visit.files.keep(file.path, file.sha256)
      const id = await createUpload(asking, upload)
      const job = await visit.startJob(visit.db, 'agreements.take', { uploadId: id, actor })
      await setUploadJob(visit.db, id, job)
      return { kind: 'see-other', to: visit.to(`/jobs/${job}`) }
    }
    const taken = await takeTexts({
      db: visit.db,
      party: partyOf(visit).code,
      actor,
      at: visit.now,
      framework: visit.framework,
      name: file.name,
      bytes: await readFile(file.path),
      whose,
    })
    if (taken.only === undefined && taken.added === 0)
      return newView(
        visit,
        taken.faults.map((fault) => ({ ...fault, field: 'file' })),
      )
    await visit.files.keep(file.path, file.sha256)
    const id = await createUpload(asking, upload)
    await finishUpload(visit.db, id, taken, visit.now)
    await recordEvidence(visit.db, asking.party, visit.now)
    const t = visit.words(words)
    return {
      kind: 'see-other',
      to: visit.to(taken.only === undefined ? `/agreements/uploads/${id}` : `/agreements/${taken.only}`),
      notice: taken.known > 0 ? t('notice.known') : taken.open > 0 ? t('notice.added-open') : t('notice.added'),
    }
  },
}
