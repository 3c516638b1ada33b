export { type Calibration, calibrate, mmr, relevanceKept, type Tradeoff, xquad } from './diversify.ts'
export { applyProminenceFloor, applyQuota, type Membership, type ProminenceFloor, type Quota } from './floors.ts'
