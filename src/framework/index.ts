/**
 * The Convention as data: Guidelines, Open Roadmap, monitoring framework, report forms, SDG targets, Parties and
 * codelists, read from `convention/`, checked and frozen. `loadFramework()` is called once, where the app is composed.
 */
export type { Framework } from './framework.ts'
export { describeFault, type FaultCode, FrameworkError, type FrameworkFault } from './framework-error.ts'
export type * from './item.ts'
export { conventionDirectory, loadFramework } from './load-framework.ts'
export type { ShownTitle } from './naming.ts'
export type { Answers, Spine } from './spine.ts'
