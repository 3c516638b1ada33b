import { Button } from '../../ui/button/button.tsx'
import { ScrollArea, Table } from '../../ui/table/table.tsx'
import type { Visit } from '../page.ts'
import type { Session } from '../sessions.ts'
import { words } from '../words/words.generated.ts'
import { PostForm } from './post-form.tsx'

const browsers: readonly (readonly [RegExp, string])[] = [
  [/Edg\//, 'Edge'],
  [/OPR\//, 'Opera'],
  [/SamsungBrowser/, 'Samsung Internet'],
  [/Firefox\//, 'Firefox'],
  [/Chrom(e|ium)\//, 'Chrome'],
  [/Safari\//, 'Safari'],
]

const systems: readonly (readonly [RegExp, string])[] = [
  [/Android/, 'Android'],
  [/iPhone|iPad/, 'iOS'],
  [/Windows/, 'Windows'],
  [/Mac OS/, 'macOS'],
  [/Linux|X11/, 'Linux'],
]

const firstOf = (known: readonly (readonly [RegExp, string])[], text: string): string | undefined =>
  known.find(([pattern]) => pattern.test(text))?.[1]

/** Browser and system as people call them, from the header that browsers send; nothing when it says neither. */
export const findBrowserName = (userAgent: string): string | undefined => {
  const parts = [firstOf(browsers, userAgent), firstOf(systems, userAgent)].filter((part) => part !== undefined)
  return parts.length === 0 ? undefined : parts.join(' · ')
}

/** Where a person is signed in, each with a button that ends it, and one that ends them all. */
export const SessionTable = ({ visit, sessions }: { readonly visit: Visit; readonly sessions: readonly Session[] }) => {
  const t = visit.words(words)
  const to = (path: string) => visit.to(`/account/sessions${path}`, 'installation')
  const { instant } = visit.format
  return (
    <>
      <ScrollArea label={t('sessions.title')}>
        <Table
          caption={t('sessions.title')}
          captionSize="m"
          firstCellIsHeader
          columns={[t('sessions.where'), t('sessions.since'), t('sessions.last'), t('sessions.end')].map((text) => ({
            text,
          }))}
          rows={sessions.map(({ id, userAgent, since, lastSeen, isThisOne }) => [
            <bdi>{findBrowserName(userAgent) ?? t('sessions.unknown')}</bdi>,
            instant(since),
            isThisOne ? t('sessions.this') : instant(lastSeen),
            isThisOne ? (
              ''
            ) : (
              <PostForm visit={visit} action={to(`/${id}/end`)}>
                <Button kind="secondary">{t('sessions.end')}</Button>
              </PostForm>
            ),
          ])}
        />
      </ScrollArea>
      <PostForm visit={visit} action={to('/end')}>
        <p class="govuk-body">{t('sessions.end-all.what')}</p>
        <Button kind="secondary">{t('sessions.end-all')}</Button>
      </PostForm>
    </>
  )
}
