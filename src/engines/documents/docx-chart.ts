import { ChartRun, type ChartRunOptions, type ChartSeries } from 'docx/charts'
import { type LineNumber, lineStyles } from '../../ui/line-style/line-style.ts'
import type { ChartData } from './chart-data.ts'

const dashes = { 1: 'solid', 2: 'dash', 3: 'shortDot', 4: 'dashDot', 5: 'longDash' } as const
const markers = { circle: 'circle', square: 'square', triangle: 'triangle', diamond: 'diamond', cross: 'x' } as const

const colourOf = (line: LineNumber): string => lineStyles[line].colour.slice(1)

type Series = ChartData['series'][number]

const errorBars = ({ values, lows, highs }: Series): Pick<ChartSeries, 'errorBars'> => {
  const distance = (ends: Series['lows']) =>
    values.map((value, index) => (value === null || ends?.[index] == null ? null : Math.abs(ends[index] - value)))
  return lows && highs
    ? {
        errorBars: {
          type: 'custom',
          plus: distance(highs),
          minus: distance(lows),
          line: { color: '1B2430', width: 1 },
        },
      }
    : {}
}

const seriesOf = (kind: ChartData['kind'], series: Series): ChartSeries => {
  const common = { name: series.name, values: series.values, color: colourOf(series.line), ...errorBars(series) }
  if (kind === 'bars') return { ...common, ...(series.lines ? { colors: series.lines.map(colourOf) } : {}) }
  if (kind === 'shares')
    return { ...common, dataLabels: { value: true, position: 'center', numberFormat: '0%', font: { color: 'FFFFFF' } } }
  const marker = { shape: markers[lineStyles[series.line].marker], size: kind === 'dots' ? 9 : 5 }
  return {
    ...common,
    markers: kind === 'dots' || series.values.length < 40 ? marker : false,
    line:
      kind === 'dots'
        ? { color: 'FFFFFF', width: 0 }
        : { color: colourOf(series.line), width: 2.25, dash: dashes[series.line] },
  }
}

const optionsOf = (data: ChartData, isRightToLeft: boolean): ChartRunOptions => {
  const numberFormat = data.isShare || data.kind === 'shares' ? '0%' : '#,##0.##'
  const common = { categories: data.categories, series: data.series.map((series) => seriesOf(data.kind, series)) }
  const isHorizontal = data.kind === 'bars' || data.kind === 'shares'
  if (isHorizontal)
    return {
      ...common,
      type: 'bar',
      gapWidth: 60,
      ...(data.kind === 'shares' ? { stacking: 'percent' as const } : {}),
      categoryAxis: { reverseOrder: true },
      valueAxis: { numberFormat, crossesAt: 'maximum', reverseOrder: isRightToLeft },
    }
  return { ...common, type: 'line', categoryAxis: { reverseOrder: isRightToLeft }, valueAxis: { numberFormat } }
}

/** A chart that Word draws from its figures: it can be edited there, and carries its data in a workbook of its own. */
export const nativeChart = (
  data: ChartData,
  caption: string,
  description: string,
  isRightToLeft: boolean,
): ChartRun => {
  const rows = data.kind === 'bars' || data.kind === 'shares' ? data.categories.length : 0
  return new ChartRun({
    ...optionsOf(data, isRightToLeft),
    legend: data.series.length > 1 ? { position: 'bottom' } : false,
    chartArea: { border: 'none' },
    transformation: { width: 600, height: rows > 0 ? 90 + Math.min(20, rows) * 34 : 320 },
    altText: { name: caption, title: caption, description },
  })
}
