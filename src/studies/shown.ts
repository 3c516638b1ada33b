import { NotThere } from '../kernel/refusal.ts'
import { demand, type Visit } from '../people/index.ts'
import { askingOf } from './asking.tsx'
import type { Shown, StudyDeclaration, StudyDocument } from './declaration.ts'
import { findArtefact, getDocument, getDone } from './read-studies.ts'
import type { FinishedStudy } from './study.ts'

/**
 * The finished study in the address (`/:id`) with its document, as the actor may see it: published ones for everybody, others for the
 * team; throws NotThere. For the instrument's own pages.
 */
export const getShown = async <Document extends StudyDocument>(
  declaration: StudyDeclaration<Document>,
  visit: Visit,
): Promise<Shown<Document>> => {
  const study = await getDone(askingOf({ visit, room: declaration }), visit.parameters['id'] ?? '')
  const document = (await getDocument(visit.db, declaration.id, study.id)) as Document
  return { visit, study, document, declaration }
}

/**
 * The text of a further file of a study, by the option that asked for it. The study comes from `getShown`; what is for the team alone is
 * not there for others. Throws NotThere where the command did not write it.
 */
export const readArtefact = async <Document extends StudyDocument>(
  declaration: Pick<StudyDeclaration<Document>, 'id' | 'artefacts'>,
  visit: Visit,
  study: Pick<FinishedStudy, 'id' | 'party'>,
  option: string,
): Promise<string> => {
  const declared = declaration.artefacts.find((artefact) => artefact.option === option)
  if (declared?.audience === 'team') demand(visit.actor, `${declaration.id}.read`, { party: study.party })
  const text = declared && (await findArtefact(visit.db, declaration.id, study.id, option))
  if (text === undefined) throw new NotThere(`artefact ${option} of ${study.id}`)
  return text
}
