import type { Framework, ReportSection } from '../framework/index.ts'

/** `1c Digital environment`; a section known by a word only (`annexes`) has just its title. */
export const sectionTitle = (
  { framework, locale }: { readonly framework: Framework; readonly locale: string },
  section: ReportSection,
): string => {
  const title = framework.titleOf(section.id, locale).text
  return /^\d/.test(section.number) ? `${section.number} ${title}` : title
}
