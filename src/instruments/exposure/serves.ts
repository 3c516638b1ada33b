/** Framework ids the study gives evidence about. */
export const serves = {
  activities: ['roadmap/2.1', 'roadmap/2.4'],
  paragraphs: ['guidelines/16.1', 'guidelines/16.3', 'guidelines/17.1', 'guidelines/26.2'],
  verifications: ['monitoring-2020/6.1', 'monitoring-2020/6.3', 'monitoring-2020/12.3'],
} as const
