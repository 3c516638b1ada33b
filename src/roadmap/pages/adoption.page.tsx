import { formWords } from '../../engines/forms/index.ts'
import type { Answer, Page, Visit } from '../../people/index.ts'
import { Button } from '../../ui/button/button.tsx'
import { Checkboxes } from '../../ui/checkboxes/checkboxes.tsx'
import { ErrorSummary } from '../../ui/error-summary/error-summary.tsx'
import { adoptRoadmap, chooseSectors, findRoadmap } from '../store.ts'
import { words } from '../words/words.generated.ts'

const codeOf = (visit: Visit): string => visit.party?.code ?? ''

const adoptionView = async (visit: Visit, chosen: readonly string[], hasFault: boolean): Promise<Answer> => {
  const t = visit.words(words)
  const { framework, locale } = visit
  const adopted = await findRoadmap(visit.db, visit.actor, codeOf(visit), framework.roadmap.edition)
  const title = adopted ? t('sectors.title') : t('adopt.title')
  return {
    kind: 'view',
    title,
    status: hasFault ? 422 : 200,
    room: 'roadmap',
    crumbs: [{ text: t('title'), href: visit.to('/roadmap') }],
    body: (
      <>
        {hasFault ? (
          <ErrorSummary
            title={visit.words(formWords)('summary.title')}
            errors={[{ text: t('fault.no-sector'), href: '#sectors' }]}
          />
        ) : null}
        <h1 class="govuk-heading-l">{title}</h1>
        <p class="govuk-body">{adopted ? t('sectors.what') : t('adopt.what')}</p>
        <form method="post" action={visit.to('/roadmap/adoption')}>
          <input type="hidden" name="key" value={visit.newKey()} />
          <Checkboxes
            name="sectors"
            label={t('sectors.label')}
            hint={t('sectors.hint')}
            error={hasFault ? t('fault.no-sector') : undefined}
            errorPrefix={visit.words(formWords)('error')}
            values={chosen}
            options={[...framework.sectors.values()].map((sector) => ({
              value: sector.code,
              label: framework.titleOf(sector.id, locale).text,
            }))}
          />
          <Button>{adopted ? t('sectors.save') : t('adopt.button')}</Button>
        </form>
      </>
    ),
  }
}

const show: Page = {
  name: 'roadmap.adoption',
  method: 'GET',
  under: 'party',
  path: '/roadmap/adoption',
  permission: 'roadmap.edit',
  respond: async (visit) => {
    const roadmap = await findRoadmap(visit.db, visit.actor, codeOf(visit), visit.framework.roadmap.edition)
    return await adoptionView(visit, roadmap?.sectors ?? [], false)
  },
}

const adopt: Page = {
  name: 'roadmap.adopt',
  method: 'POST',
  under: 'party',
  path: '/roadmap/adoption',
  permission: 'roadmap.edit',
  respond: async (visit) => {
    const t = visit.words(words)
    const { framework } = visit
    const sectors = visit.form.all('sectors').filter((code) => framework.sectors.has(code))
    if (sectors.length === 0) return await adoptionView(visit, [], true)
    const party = codeOf(visit)
    const change = { actor: visit.actor, at: visit.now }
    const adopted = await findRoadmap(visit.db, visit.actor, party, framework.roadmap.edition)
    if (adopted) await chooseSectors(visit.db, change, adopted, sectors)
    else await adoptRoadmap(visit.db, change, { party, sectors, language: visit.locale, framework })
    return { kind: 'see-other', to: visit.to('/roadmap'), notice: adopted ? t('sectors.saved') : t('adopt.done') }
  },
}

export const adoptionPages: readonly Page[] = [show, adopt]
