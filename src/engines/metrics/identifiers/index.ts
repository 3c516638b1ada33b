export {
  agreesWithScientific,
  diagnoseIdentifier,
  findIsbn13BySibling,
  type IdentifierDamage,
  type IdentifierDiagnosis,
  type IsbnFromSibling,
} from './diagnosis.ts'
export {
  checkIdentifier,
  displayIdentifier,
  findIsbn10,
  findIsbn13,
  type IdentifierCheck,
  normaliseIdentifier,
  possibleKinds,
} from './identifiers.ts'
export type { IdentifierFault, IdentifierKind } from './kinds.ts'
