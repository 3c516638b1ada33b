import type { Examples } from '../gallery/example.ts'
import { Tag } from '../tag/tag.tsx'
import { TaskList } from './task-list.tsx'

export const taskListExamples: Examples = (say) => [
  {
    title: 'Task list',
    view: (
      <TaskList
        tasks={[
          { title: say('Adopt the roadmap', 'اعتماد خارطة الطريق'), href: '#1', status: say('Completed', 'مكتمل') },
          {
            title: say('Record what exists', 'تسجيل ما هو قائم'),
            href: '#2',
            hint: say('Laws, strategies, programmes, plans', 'القوانين والاستراتيجيات والبرامج والخطط'),
            status: <Tag colour="blue">{say('In progress', 'قيد الإنجاز')}</Tag>,
          },
          {
            title: say('Write the report', 'كتابة التقرير'),
            status: say('Cannot start yet', 'لا يمكن البدء بعد'),
            cannotStart: true,
          },
        ]}
      />
    ),
  },
]
