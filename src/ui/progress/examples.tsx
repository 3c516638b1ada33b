import type { Examples } from '../gallery/example.ts'
import { Meter, Progress } from './progress.tsx'

export const progressExamples: Examples = (say) => [
  {
    title: 'Progress of long work, and meters',
    view: (
      <>
        <Progress
          id="import-progress"
          label={say('Importing measures', 'جارٍ استيراد التدابير')}
          share={0.42}
          text={say(
            '42 %, 42,000 rows of 100,000, about 9 seconds left',
            '42٪، 42 ألف سطر من 100 ألف، يتبقى نحو 9 ثوانٍ',
          )}
        />
        {([1, 2, 3, 4, 5] as const).map((line) => (
          <p class={`or-line-${line}`}>
            <Meter
              label={say('How far the line has come', 'ما بلغه الخط')}
              share={line * 0.18}
              text={`${line * 18} %`}
            />
          </p>
        ))}
      </>
    ),
  },
]
