/** The time of day as the rest of the house may know it; tests hand in their own. */
export type Clock = () => Date

export const systemClock: Clock = () => new Date()
