/**
 * Reads `convention/` (or the folder given) and says what it holds, or lists every fault with file and line:
 *
 *     npx node bin/check-convention.ts [folder]
 *
 * Exit code 0 when sound, 1 when not.
 */
import { conventionDirectory, FrameworkError, loadFramework } from '../src/framework/index.ts'

try {
  const { guidelines, roadmap, monitoring, reportForms, parties, codelists } = loadFramework(process.argv[2])
  const known = [...parties.values()].filter(({ status }) => status === 'party').length
  const lines = [
    `${process.argv[2] ?? conventionDirectory} is sound:`,
    `  ${guidelines.size} paragraphs of the Guidelines, sub-paragraphs and bullets included`,
    `  ${roadmap.outputs.size} outputs and ${roadmap.activities.size} activities of the Open Roadmap`,
    ...[...monitoring.values()].map(
      ({ edition, indicators, verifications }) =>
        `  monitoring ${edition}: ${indicators.size} indicators, ${verifications.size} means of verification`,
    ),
    ...[...reportForms.values()].map(
      ({ edition, sections, questions }) => `  report ${edition}: ${sections.size} sections, ${questions.size} questions`,
    ),
    `  ${parties.size} countries, areas and organisations, ${known} of them known to be Parties`,
    `  ${codelists.size} codelists`,
  ]
  process.stdout.write(`${lines.join('\n')}\n`)
} catch (error) {
  if (!(error instanceof FrameworkError)) throw error
  process.stderr.write(`${error.message}\n`)
  process.exitCode = 1
}
