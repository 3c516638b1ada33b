/** Framework ids the audit of clauses gives evidence about. */
export const serves = {
  activities: ['roadmap/3.1', 'roadmap/3.3', 'roadmap/3.4'],
  paragraphs: [
    'guidelines/16.6',
    'guidelines/18.1',
    'guidelines/18.2',
    'guidelines/19.1',
    'guidelines/19.2',
    'guidelines/19.3',
    'guidelines/19.4',
    'guidelines/19.5',
    'guidelines/24.1',
    'guidelines/24.2',
  ],
  verifications: ['monitoring-2020/13.1', 'monitoring-2020/13.2', 'monitoring-2020/14.1'],
} as const
