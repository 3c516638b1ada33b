import { type FileRole, noLayout, type StudyLayout } from '../engines/studies/index.ts'
import { type ColumnMapping, isLayoutOf, proposeMapping } from '../engines/tables/index.ts'

/** A file as far as its columns are concerned. */
interface Headed {
  readonly header: readonly string[]
}

type Files<File extends Headed> = Readonly<Record<string, File>>

/** The known layout of these files, by their headers; files without a header line are never guessed. */
export const findLayout = (layouts: readonly StudyLayout[], files: Files<Headed>): StudyLayout | undefined =>
  layouts.find((layout) =>
    Object.entries(files).every(([role, { header }]) => {
      const known = layout.files[role]
      return known !== undefined && known.names === undefined && isLayoutOf(header, known.columns)
    }),
  )

const fitsRole = (role: FileRole | undefined, { header }: Headed): boolean => {
  const proposed = proposeMapping(header, role?.columns ?? [])
  return role?.columns.every(({ name, required }) => !required || name in proposed) ?? false
}

const permutations = <Item>(items: readonly Item[]): (readonly Item[])[] =>
  items.length < 2
    ? [items]
    : items.flatMap((item, at) =>
        permutations(items.filter((_, other) => other !== at)).map((rest) => [item, ...rest] as const),
      )

/**
 * The same files in the roles they fit where those they were given in do not fit and exactly one exchange does; else nothing.
 */
export const findExchange = <File extends Headed>(
  roles: readonly FileRole[],
  layouts: readonly StudyLayout[],
  files: Files<File>,
): Files<File> | undefined => {
  const names = Object.keys(files)
  const fits = (some: Files<File>) =>
    findLayout(layouts, some) !== undefined ||
    names.every((name) =>
      fitsRole(
        roles.find((role) => role.name === name),
        some[name]!,
      ),
    )
  if (fits(files)) return undefined
  const others = permutations(Object.values(files))
    .map((some) => Object.fromEntries(names.map((name, at) => [name, some[at]!])) as Files<File>)
    .filter(fits)
  return others.length === 1 ? others[0] : undefined
}

/** A first mapping of each file for a person to look at: by layout, else by the usual names of columns. */
export const proposedMappings = (
  roles: readonly FileRole[],
  layout: StudyLayout | undefined,
  files: Files<Headed>,
): Readonly<Record<string, ColumnMapping>> =>
  Object.fromEntries(
    roles.flatMap(({ name, columns }) => {
      const file = files[name]
      return file ? [[name, layout?.files[name]?.columns ?? proposeMapping(file.header, columns)] as const] : []
    }),
  )

/** Layout and mappings that a set of files begins with. */
export const proposalOf = (roles: readonly FileRole[], layouts: readonly StudyLayout[], files: Files<Headed>) => {
  const layout = findLayout(layouts, files)
  return { layout: layout?.id ?? noLayout, mappings: proposedMappings(roles, layout, files) }
}
