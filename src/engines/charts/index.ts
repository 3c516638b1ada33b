export { type ChainChartSpecification, chainChart } from './chain-chart.ts'
export type { Chart, ChartFrame, Estimate, NumberStyle, TableOfChart } from './chart.ts'
export { type FlowEnd, type FlowMapSpecification, flowMapChart } from './flow-map-chart.ts'
export { type LineChartSpecification, type LineSeries, lineChart } from './line-chart.ts'
export {
  type LineageChartSpecification,
  type LineageGroup,
  type LineageNode,
  lineageChart,
} from './lineage-chart.ts'
export { type LorenzChartSpecification, type LorenzSeries, lorenzChart } from './lorenz-chart.ts'
export { type MapChartSpecification, mapChart } from './map-chart.ts'
export { type OverlapChartSpecification, type OverlapPart, overlapChart } from './overlap-chart.ts'
export { barChart, type ChartRow, dotChart, type RowChartSpecification } from './row-chart.ts'
export { type ShareChartSpecification, shareChart } from './share-chart.ts'
export { type ChartStage, type StageChartSpecification, stageChart } from './stage-chart.ts'
export { type Bounds, world } from './world-map.ts'
