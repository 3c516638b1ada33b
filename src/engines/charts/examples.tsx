import { raw } from 'hono/html'
import { findDay } from '../../kernel/day.ts'
import { Figure } from '../../ui/figure/figure.tsx'
import type { Examples } from '../../ui/gallery/example.ts'
import { Table } from '../../ui/table/table.tsx'
import { chainChart } from './chain-chart.ts'
import type { Chart } from './chart.ts'
import { flowMapChart } from './flow-map-chart.ts'
import { lineChart } from './line-chart.ts'
import { lineageChart } from './lineage-chart.ts'
import { lorenzChart } from './lorenz-chart.ts'
import { mapChart } from './map-chart.ts'
import { overlapChart } from './overlap-chart.ts'
import { barChart, dotChart } from './row-chart.ts'
import { shareChart } from './share-chart.ts'
import { stageChart } from './stage-chart.ts'

const weeks = Array.from(
  { length: 30 },
  (_, week) => findDay(new Date(Date.UTC(2021, 6, 4 + week * 7)).toISOString().slice(0, 10))!,
)
const wave = (base: number, phase: number) =>
  weeks.map((_, week) => {
    const value = base + Math.sin(week / 4 + phase) * 0.06
    return { value: week === 17 ? null : value, low: value - 0.03, high: value + 0.03 }
  })

const tenths = Array.from({ length: 11 }, (_, at) => at / 10)

/** Charts of invented figures, in English and Arabic, for the gallery. */
export const chartExamples: Examples = (say) => {
  const frame = {
    locale: say('en', 'ar'),
    title: say('Share of local works', 'حصة الأعمال المحلية'),
    description: say('Invented figures, to show the drawing.', 'أرقام مختلقة لعرض الرسم.'),
    numbers: { kind: 'share' } as const,
    intervalHeadings: { low: say('low', 'الحد الأدنى'), high: say('high', 'الحد الأعلى') },
  }
  const show = (title: string, chart: Chart) => ({
    title,
    view: (
      <Figure
        title={say('Share of local works, weekly', 'حصة الأعمال المحلية أسبوعيًا')}
        drawing={raw(chart.svg)}
        tableLabel={say('Show the figures as a table', 'عرض الأرقام في جدول')}
        table={<Table columns={chart.table.columns} rows={chart.table.rows} />}
        downloads={[{ href: '#csv', text: say('Download as CSV', 'تنزيل بصيغة CSV') }]}
        source={say('Source: invented figures', 'المصدر: أرقام مختلقة')}
      />
    ),
  })
  const rows = [
    { name: say('Music', 'الموسيقى'), value: 0.42, low: 0.37, high: 0.47 },
    {
      name: say('Films and television series', 'الأفلام والمسلسلات التلفزيونية'),
      value: 0.18,
      low: 0.12,
      high: 0.26,
      line: 2 as const,
    },
    { name: say('Books', 'الكتب'), value: 0.31, low: 0.3, high: 0.33, line: 3 as const },
    { name: say('Games', 'الألعاب'), value: 0.07, line: 4 as const },
    { name: say('Visual arts', 'الفنون البصرية'), value: 0.55, line: 5 as const },
  ]
  const rowFrame = { ...frame, nameHeading: say('Sector', 'القطاع'), valueHeading: say('Share', 'الحصة'), rows }
  const tunisia = { code: '788', name: say('Tunisia', 'تونس') }
  const france = { code: '250', name: say('France', 'فرنسا') }
  const brazil = { code: '076', name: say('Brazil', 'البرازيل') }
  const senegal = { code: '686', name: say('Senegal', 'السنغال') }
  return [
    show(
      'Line chart with intervals',
      lineChart({
        ...frame,
        id: 'g-line',
        dayHeading: say('Week', 'الأسبوع'),
        days: weeks,
        series: [
          { name: say('Films', 'الأفلام'), points: wave(0.2, 0) },
          { name: say('Series', 'المسلسلات'), points: wave(0.34, 2) },
          { name: say('Music', 'الموسيقى'), points: wave(0.5, 1) },
          { name: say('Books', 'الكتب'), points: wave(0.62, 3) },
          { name: say('Games', 'الألعاب'), points: wave(0.06, 4).map(({ value }) => ({ value })) },
        ],
      }),
    ),
    show('Bar chart', barChart({ ...rowFrame, id: 'g-bars' })),
    show(
      'Dots with intervals',
      dotChart({ ...rowFrame, id: 'g-dots', reference: { value: 0.4, name: say('Target', 'الهدف') } }),
    ),
    show(
      'Stacked shares',
      shareChart({
        ...frame,
        id: 'g-shares',
        nameHeading: say('Year', 'السنة'),
        parts: [
          say('Local', 'محلية'),
          say('Region', 'إقليمية'),
          say('Europe', 'أوروبية'),
          say('North America', 'أمريكا الشمالية'),
          say('Unknown', 'مجهولة'),
        ].map((name) => ({ name })),
        rows: [
          { name: '2021', amounts: [20, 12, 18, 40, 10] },
          { name: '2022', amounts: [28, 15, 14, 36, 7] },
          { name: '2023', amounts: [33, 14, 13, 35, 5] },
        ],
      }),
    ),
    show(
      'Chain',
      chainChart({
        ...rowFrame,
        id: 'g-chain',
        stations: [
          { name: say('Works in the list', 'الأعمال في القائمة'), value: 1 },
          { name: say('have an identifier', 'لها معرّف'), value: 0.84 },
          { name: say('and name a creator', 'ويُذكر مبدعها'), value: 0.8 },
          { name: say('who has an identifier', 'وللمبدع معرّف'), value: 0.31 },
        ],
      }),
    ),
    show(
      'Two sets that overlap',
      overlapChart({
        ...frame,
        id: 'g-overlap',
        numbers: { kind: 'number' },
        title: say('Who works in culture', 'من يعمل في الثقافة'),
        nameHeading: say('Way', 'الطريقة'),
        valueHeading: say('People', 'الأشخاص'),
        noteHeading: say('Women', 'النساء'),
        first: say('Cultural occupations', 'المهن الثقافية'),
        second: say('Cultural industries', 'الأنشطة الثقافية'),
        parts: [
          {
            name: say('Cultural occupation elsewhere', 'مهنة ثقافية في نشاط آخر'),
            value: 6600,
            note: say('57% women', '57% نساء'),
          },
          { name: say('Both', 'كلاهما'), value: 21_700, note: say('45% women', '45% نساء') },
          { name: say('Other occupation', 'مهنة أخرى'), value: 2850, note: say('74% women', '74% نساء') },
        ],
      }),
    ),
    show(
      'Lorenz curves',
      lorenzChart({
        ...frame,
        id: 'g-lorenz',
        title: say('Money of the least paid creators', 'ما يناله المبدعون الأقل أجرًا'),
        fractions: tenths,
        fractionHeading: say('Creators, the least paid first', 'المبدعون، من الأقل أجرًا'),
        shareHeading: say('Share of all money', 'الحصة من المال كله'),
        equality: say('The same for everybody', 'الجميع متساوون'),
        series: [2, 3, 4.5, 6, 9].map((power, at) => ({
          name: say(`Rule ${at + 1}`, `القاعدة ${at + 1}`),
          shares: tenths.map((part) => part ** power),
        })),
      }),
    ),
    show(
      'Stages with intervals, bounds and ratios',
      stageChart({
        ...frame,
        id: 'g-stages',
        nameHeading: say('Stage', 'المرحلة'),
        valueHeading: say('Share', 'الحصة'),
        boundsHeading: say('Bounds', 'الحدّان'),
        ratioHeading: say('To the stage before', 'إلى المرحلة السابقة'),
        stages: [
          { name: say('Catalogue', 'الفهرس'), value: 0.31, bounds: { low: 0.29, high: 0.36 } },
          {
            name: say('Shown', 'المعروض'),
            value: 0.22,
            low: 0.17,
            high: 0.27,
            bounds: { low: 0.2, high: 0.26 },
            ratio: 0.71,
            line: 2,
          },
          { name: say('Played', 'المُشغَّل'), value: 0.26, low: 0.24, high: 0.28, ratio: 1.18, line: 3 },
        ],
      }),
    ),
    show(
      'What came from what',
      lineageChart({
        ...frame,
        id: 'g-lineage',
        nameHeading: say('Text', 'النص'),
        timeHeading: say('Year', 'السنة'),
        fromHeading: say('From', 'من'),
        valueHeading: say('Shared', 'المشترك'),
        groups: [
          {
            nodes: [
              { name: say('First text', 'النص الأول'), at: 1994 },
              { name: say('Second text', 'النص الثاني'), at: 2003, from: 0, value: 0.8 },
              { name: say('Third text', 'النص الثالث'), at: 2011, from: 0, value: 0.45, isMarked: true },
            ],
            more: say('and 2 more', 'واثنان آخران'),
          },
        ],
      }),
    ),
    show(
      'World map',
      mapChart({
        ...frame,
        id: 'g-map',
        nameHeading: say('Country', 'البلد'),
        valueHeading: say('Share', 'الحصة'),
        noFigure: say('No figure', 'لا رقم'),
        line: 3,
        countries: [
          { code: '788', name: say('Tunisia', 'تونس'), value: 0.22 },
          { code: '410', name: say('Republic of Korea', 'جمهورية كوريا'), value: 0.71 },
          { code: '076', name: say('Brazil', 'البرازيل'), value: 0.44 },
          { code: '250', name: say('France', 'فرنسا'), value: 0.38 },
          { code: '052', name: say('Barbados', 'بربادوس'), value: 0.12 },
          { code: '242', name: say('Fiji', 'فيجي'), value: 0.31 },
        ],
      }),
    ),
    show(
      'World map with arrows',
      flowMapChart({
        ...frame,
        id: 'g-flows',
        numbers: { kind: 'number' },
        fromHeading: say('From', 'من'),
        toHeading: say('To', 'إلى'),
        valueHeading: say('Plays', 'مرات الاستماع'),
        kindNames: { in: say('To Tunisia', 'إلى تونس'), out: say('From Tunisia', 'من تونس') },
        focus: '788',
        flows: [
          { from: brazil, to: tunisia, value: 900, kind: 'in' },
          { from: france, to: tunisia, value: 700, kind: 'in' },
          { from: tunisia, to: france, value: 400, kind: 'out' },
          { from: tunisia, to: senegal, value: 200, kind: 'out' },
        ],
      }),
    ),
  ]
}
