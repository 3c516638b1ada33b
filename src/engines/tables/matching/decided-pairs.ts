/** A person's word about two titles. */
export interface DecidedPair {
  readonly title: string
  readonly work: string
  readonly isSame: boolean
}

interface Fields {
  readonly text: (name: string) => string
  readonly has: (name: string) => boolean
}

/** The decisions of a submitted `MatchDecisions`: fields `match.<n>.title`, `match.<n>.work` and `match.<n>.decision`; “not now” is none. */
export const readDecidedPairs = (form: Fields): readonly DecidedPair[] => {
  const pairs: DecidedPair[] = []
  for (let at = 0; form.has(`match.${at}.title`); at++) {
    const decision = form.text(`match.${at}.decision`)
    if (decision !== 'yes' && decision !== 'no') continue
    pairs.push({
      title: form.text(`match.${at}.title`),
      work: form.text(`match.${at}.work`),
      isSame: decision === 'yes',
    })
  }
  return pairs
}

type Settings = Readonly<Record<string, readonly string[]>>

/**
 * Settings of a study with decisions added to its `match` and `no-match` (`TITLE=WORK`, as the command takes them): a later word about a
 * pair takes the place of an earlier one, and a title is accepted as one work only.
 */
export const withDecidedPairs = (settings: Settings, pairs: readonly DecidedPair[]): Settings => {
  if (pairs.length === 0) return settings
  const textOf = ({ title, work }: DecidedPair) => `${title}=${work}`
  const said = new Set(pairs.map(textOf))
  const accepted = pairs.filter(({ isSame }) => isSame)
  const isSuperseded = (text: string) => said.has(text) || accepted.some(({ title }) => text.startsWith(`${title}=`))
  const same = (settings['match'] ?? []).filter((text) => !isSuperseded(text))
  const different = (settings['no-match'] ?? []).filter((text) => !said.has(text))
  const refused = pairs.filter(({ isSame }) => !isSame)
  return {
    ...settings,
    match: [...same, ...accepted.map(textOf)],
    'no-match': [...different, ...refused.map(textOf)],
  }
}
