import { sampleFiles } from './sample-survey.ts'

const files = sampleFiles()

/** An invented survey, posts, awards and works of the fictional Party. */
export const sample = {
  title: 'Women and men in an invented survey of culture (synthetic data)',
  period: { from: '2025-01-01', to: '2025-12-31' },
  files: {
    persons: { name: 'meridia-survey-synthetic.csv', text: files.persons },
    posts: { name: 'meridia-posts-synthetic.csv', text: files.posts },
    awards: { name: 'meridia-awards-synthetic.csv', text: files.awards },
    works: { name: 'meridia-programmes-synthetic.csv', text: files.works },
  },
  settings: { currency: ['XTS'] },
} as const
