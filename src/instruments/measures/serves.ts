const numbered = (prefix: string, numbers: string): readonly string[] =>
  numbers.split(' ').map((number) => `${prefix}/${number}`)

/** A measure may carry out any activity of the Open Roadmap … */
const activities = numbered(
  'roadmap',
  '1.1 1.2 1.3 1.4 2.1 2.2 2.3 2.4 3.1 3.2 3.3 3.4 4.1 4.2 4.3 4.4 5.1 5.2 5.3 5.4',
)

/** … any paragraph of the Guidelines … */
const paragraphs = numbered(
  'guidelines',
  '1 2 3 4 5 6 7 8 8.1 8.2 8.3 8.4 8.5 8.6 8.7 8.8 8.9 8.10 8.11 9 10 11 12 13 14 14.1 14.2 14.3 14.4 14.5 14.6 14.6.a 14.6.b 14.6.c 14.6.d 14.6.e 15 15.1 15.2 15.3 15.4 16 16.1 16.2 16.3 16.4 16.5 16.6 16.7 17 17.1 17.2 17.3 17.4 17.5 17.6 17.7 17.8 18 18.1 18.2 19 19.1 19.2 19.3 19.4 19.5 20 21 22 23 23.1 23.2 23.3 23.4 24 24.1 24.2 24.3 24.4 24.5 25 25.1 25.2 25.3 25.4 26 26.1 26.2 26.3 27 27.1 27.2 27.3 27.4',
)

/** … and answer any means of verification of the framework of 2020. */
const verifications = numbered(
  'monitoring-2020',
  '1.1 1.2 1.3 1.4 2.1 2.2 2.3 2.4 3.1 3.2 3.3 3.4 4.1 4.2 4.3 4.4 5.1 5.2 5.3 6.1 6.2 6.3 7.1 7.2 7.3 8.1 8.2 8.3 8.4 9.1 9.2 9.3 10.1 10.2 10.3 11.1 11.2 11.3 12.1 12.2 12.3 12.4 13.1 13.2 14.1 14.2 14.3 15.1 15.2 16.1 16.2 16.3 16.4 17.1 17.2 18.1 18.2 18.3 19.1 19.2 20.1 20.2 20.3 20.4 21.1 21.2 21.3 21.4 22.1 22.2 22.3',
)

/** Framework ids measures give evidence about: all of them, each held to the Convention's data by a test. */
export const serves = { activities, paragraphs, verifications } as const
