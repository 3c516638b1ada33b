export { canonicalJson } from './canonical-json.ts'
export { type ChainFault, type ChainLink, chainBeginning, findChainFault, hashOf } from './chain.ts'
export {
  appendHistories,
  appendHistory,
  type HistoryActor,
  type HistoryCheck,
  type HistoryEntry,
  type HistoryLine,
  listHistory,
  verifyHistory,
} from './history.ts'
export { migrations } from './migrations.ts'
