import type { Examples } from '../gallery/example.ts'
import { Panel } from './panel.tsx'

export const panelExamples: Examples = (say) => [
  {
    title: 'Confirmation',
    view: (
      <Panel title={say('Import complete', 'اكتمل الاستيراد')} headingLevel={3}>
        {say('1,204 measures added. Reference ', 'أُضيف 1204 تدابير. الرقم المرجعي ')}
        <bdi>OR-2026-0412</bdi>
      </Panel>
    ),
  },
]
