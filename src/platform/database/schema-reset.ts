import { type Kysely, sql } from 'kysely'

/** Drops everything of ours in the schema `public`: what belongs to extensions stays, and so does the schema itself. */
export const dropEverything = async (db: Kysely<unknown>): Promise<void> => {
  await sql`
    do $$
    declare found record;
    begin
      for found in
        select oid::regclass as name,
          case relkind when 'v' then 'view' when 'm' then 'materialized view' when 'S' then 'sequence' else 'table' end as kind
        from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm', 'S') and not relispartition
          and not exists (select from pg_depend where objid = pg_class.oid and deptype in ('e', 'i', 'a'))
      loop
        execute format('drop %s if exists %s cascade', found.kind, found.name);
      end loop;
      for found in
        select oid::regprocedure as name from pg_proc
        where pronamespace = 'public'::regnamespace
          and not exists (select from pg_depend where objid = pg_proc.oid and deptype = 'e')
      loop
        execute format('drop routine if exists %s cascade', found.name);
      end loop;
      for found in
        select oid::regtype as name from pg_type
        where typnamespace = 'public'::regnamespace and typtype in ('c', 'd', 'e', 'r')
          and (typrelid = 0 or exists (select from pg_class where pg_class.oid = typrelid and relkind = 'c'))
          and not exists (select from pg_depend where objid = pg_type.oid and deptype in ('e', 'i'))
      loop
        execute format('drop type if exists %s cascade', found.name);
      end loop;
    end $$`.execute(db)
}

interface Statement {
  readonly statement: string
}

const runAll = async (db: Kysely<unknown>, statements: readonly Statement[]): Promise<void> => {
  for (const { statement } of statements) await sql.raw(statement).execute(db)
}

const foreignKeys = (db: Kysely<unknown>) =>
  sql<{ away: string; back: string }>`
    select format('alter table %s drop constraint %I', conrelid::regclass, conname) as away,
      format('alter table %s add constraint %I %s', conrelid::regclass, conname, pg_get_constraintdef(oid)) as back
    from pg_constraint
    where connamespace = 'public'::regnamespace and contype = 'f' and conparentid = 0
    order by conrelid::regclass::text, conname`.execute(db)

const triggers = (db: Kysely<unknown>) =>
  sql<{ away: string; back: string }>`
    select format('alter table %s disable trigger %I', tgrelid::regclass, tgname) as away,
      format('alter table %s enable %s trigger %I', tgrelid::regclass,
        case tgenabled when 'A' then 'always' when 'R' then 'replica' else '' end, tgname) as back
    from pg_trigger join pg_class on pg_class.oid = tgrelid
    where relnamespace = 'public'::regnamespace and not tgisinternal and tgenabled <> 'D' and tgparentid = 0`.execute(
    db,
  )

/**
 * Takes foreign keys and triggers out of the way of rows that arrive table by table, in any order and as they were; needs no
 * superuser, only the owner. The function it gives puts them back and has every foreign key checked.
 */
export const setAsideRules = async (db: Kysely<unknown>): Promise<() => Promise<void>> => {
  const rules = [...(await triggers(db)).rows, ...(await foreignKeys(db)).rows]
  await runAll(
    db,
    rules.map(({ away }) => ({ statement: away })),
  )
  return () =>
    runAll(
      db,
      rules.map(({ back }) => ({ statement: back })),
    )
}
