export const mirrorRules = ['importer', 'exporter', 'mean'] as const
export type MirrorRule = (typeof mirrorRules)[number]

/** What one country sends another of one heading in one period, as the one and the other tell it. */
export interface ToldFlow {
  readonly origin: string
  readonly destination: string
  readonly period: string
  readonly heading: string
  readonly byImporter: number | undefined
  readonly byExporter: number | undefined
}

/** How far the two sides differ. Amounts of flows told by both. */
export interface MirrorRecord {
  readonly rule: MirrorRule
  readonly told_by_both: number
  readonly told_by_importer_alone: number
  readonly told_by_exporter_alone: number
  readonly amount_by_importers: number
  readonly amount_by_exporters: number
  /** Σ|importer − exporter| ÷ Σ(importer + exporter): 0 where they agree, 1 where they have nothing in common; null where none is told by both. */
  readonly asymmetry: number | null
  /** The pairs that differ most, all headings and periods together. */
  readonly greatest: readonly {
    readonly origin: string
    readonly destination: string
    readonly by_importer: number
    readonly by_exporter: number
  }[]
}

/** The amount that counts: that of the side the rule trusts, where it tells one; with `mean`, the mean of both where both do. */
export const countedAmount = ({ byImporter, byExporter }: ToldFlow, rule: MirrorRule): number => {
  if (byImporter === undefined) return byExporter ?? 0
  if (byExporter === undefined) return byImporter
  return rule === 'mean' ? (byImporter + byExporter) / 2 : rule === 'importer' ? byImporter : byExporter
}

const listed = 10

/** Compares both sides of all flows. */
export const mirrorRecord = (flows: readonly ToldFlow[], rule: MirrorRule): MirrorRecord => {
  const both = flows.flatMap(({ byImporter, byExporter, ...flow }) =>
    byImporter === undefined || byExporter === undefined ? [] : [{ ...flow, byImporter, byExporter }],
  )
  const pairs = new Map<string, { origin: string; destination: string; by_importer: number; by_exporter: number }>()
  let [byImporters, byExporters, apart] = [0, 0, 0]
  for (const { origin, destination, byImporter, byExporter } of both) {
    const key = `${origin}>${destination}`
    const pair = pairs.get(key) ?? { origin, destination, by_importer: 0, by_exporter: 0 }
    pair.by_importer += byImporter
    pair.by_exporter += byExporter
    pairs.set(key, pair)
    byImporters += byImporter
    byExporters += byExporter
    apart += Math.abs(byImporter - byExporter)
  }
  const gap = (pair: { by_importer: number; by_exporter: number }) => Math.abs(pair.by_importer - pair.by_exporter)
  return {
    rule,
    told_by_both: both.length,
    told_by_importer_alone: flows.filter(({ byExporter }) => byExporter === undefined).length,
    told_by_exporter_alone: flows.filter(({ byImporter }) => byImporter === undefined).length,
    amount_by_importers: byImporters,
    amount_by_exporters: byExporters,
    asymmetry: byImporters + byExporters > 0 ? apart / (byImporters + byExporters) : null,
    greatest: [...pairs.values()]
      .filter((pair) => gap(pair) > 0)
      .sort((a, b) => gap(b) - gap(a) || (a.origin + a.destination < b.origin + b.destination ? -1 : 1))
      .slice(0, listed),
  }
}
