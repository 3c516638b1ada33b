export { foldTitle } from './fold-title.ts'
export { jaroWinkler } from './jaro-winkler.ts'
export { type Decisions, type MatchStanding, matchTitles, noDecisions, type TitleMatch } from './match-titles.ts'
export { type Candidate, leastConfidence, type TitleIndex, titleConfidence, titleIndex } from './title-index.ts'
