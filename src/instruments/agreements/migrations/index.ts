import { sql } from 'kysely'
import type { Migration } from 'kysely/migration'
import { articleVector, type IndexedArticle } from '../search-index.ts'

/** Decisions of reviewers are appended and never changed; they go only with the agreement they are about. */
const agreements: Migration = {
  up: async (db) => {
    await sql`
      create table agreements (
        id uuid primary key,
        party text not null,
        hash text not null,
        file_name text not null,
        title text not null,
        format text not null,
        language text not null,
        other_languages text[] not null,
        year integer check (year between 1000 and 9999),
        parties text[] not null,
        is_own boolean not null,
        is_published boolean not null default false,
        is_synthetic boolean not null default false,
        coverage jsonb not null,
        types text[] not null default '{}',
        created_at timestamptz not null,
        updated_at timestamptz not null,
        unique (party, hash)
      )`.execute(db)
    await sql`create index agreements_order on agreements (party, year desc nulls last, title)`.execute(db)
    await sql`
      create table agreements_articles (
        id uuid primary key,
        agreement_id uuid not null references agreements on delete cascade,
        party text not null,
        position integer not null,
        node text not null,
        kind text not null,
        label text,
        name text,
        chapter text,
        page integer,
        start_at integer not null,
        raw text not null,
        is_markup boolean not null,
        language text not null,
        vector tsvector not null,
        unique (agreement_id, position)
      )`.execute(db)
    await sql`create index agreements_articles_vector on agreements_articles using gin (vector)`.execute(db)
    await sql`
      create table agreements_clauses (
        id uuid primary key,
        agreement_id uuid not null references agreements on delete cascade,
        article_id uuid not null references agreements_articles on delete cascade,
        party text not null,
        position integer not null,
        type text not null,
        rule text not null,
        direction text not null,
        strength text not null,
        scope text not null,
        modifiers text[] not null,
        article text not null,
        label text not null,
        quote text not null,
        start_at integer not null,
        end_at integer not null check (end_at >= start_at),
        page integer,
        language text not null,
        cue text not null,
        is_added boolean not null default false,
        verdict text check (verdict in ('confirm', 'reject'))
      )`.execute(db)
    await sql`create index agreements_clauses_agreement on agreements_clauses (agreement_id, position)`.execute(db)
    await sql`create index agreements_clauses_article on agreements_clauses (article_id)`.execute(db)
    await sql`create index agreements_clauses_type on agreements_clauses (party, type)`.execute(db)
    await sql`
      create table agreements_decisions (
        id uuid primary key,
        agreement_id uuid not null references agreements on delete cascade,
        clause_id uuid not null references agreements_clauses on delete cascade,
        party text not null,
        verdict text not null check (verdict in ('confirm', 'reject', 'add')),
        reason text not null,
        actor_id text,
        actor_name text not null,
        decided_at timestamptz not null
      )`.execute(db)
    await sql`create index agreements_decisions_clause on agreements_decisions (clause_id, decided_at)`.execute(db)
    await sql`create index agreements_decisions_agreement on agreements_decisions (agreement_id)`.execute(db)
    await sql`
      create function agreements_decision_stays() returns trigger language plpgsql as $$
      begin raise exception 'A decision of a reviewer is never changed'; end $$`.execute(db)
    await sql`
      create trigger agreements_decisions_stay before update on agreements_decisions
      for each row execute function agreements_decision_stays()`.execute(db)
    await sql`
      create table agreements_uploads (
        id uuid primary key,
        party text not null,
        file text not null,
        file_name text not null,
        whose text not null check (whose in ('own', 'others', 'by-file')),
        state text not null check (state in ('waiting', 'done')),
        job uuid,
        texts integer not null default 0,
        added integer not null default 0,
        known integer not null default 0,
        open integer not null default 0,
        faults jsonb not null default '[]',
        actor_name text not null,
        created_at timestamptz not null,
        finished_at timestamptz
      )`.execute(db)
    await sql`
      create table agreements_drafts (
        id uuid primary key,
        party text not null,
        title text not null,
        findings jsonb not null,
        actor_name text not null,
        created_at timestamptz not null
      )`.execute(db)
    await sql`create index agreements_drafts_party on agreements_drafts (party, created_at desc)`.execute(db)
  },
}

const inTurn = 400

/** Search moves from PostgreSQL's analysers (three languages) to the house's own (any language): every article is indexed anew. */
const searchInAnyLanguage: Migration = {
  up: async (db) => {
    let after = '00000000-0000-0000-0000-000000000000'
    for (;;) {
      const { rows } = await sql<IndexedArticle & { readonly id: string }>`
        select id, label, name, raw, is_markup from agreements_articles
        where id > ${after}::uuid order by id limit ${inTurn}`.execute(db)
      if (rows.length === 0) return
      const values = sql.join(rows.map((row) => sql`(${row.id}::uuid, ${articleVector(row)}::tsvector)`))
      await sql`
        update agreements_articles set vector = given.vector
        from (values ${values}) as given (id, vector) where agreements_articles.id = given.id`.execute(db)
      after = rows.at(-1)!.id
    }
  },
}

/** When an agreement was amended in the spirit of the Convention, and what was changed: said by people. */
const amendments: Migration = {
  up: async (db) => {
    await sql`
      alter table agreements
        add column amended_year integer check (amended_year between 1000 and 9999),
        add column amendment text not null default ''`.execute(db)
  },
}

export const migrations: Readonly<Record<string, Migration>> = {
  '0001-agreements': agreements,
  '0002-search-in-any-language': searchInAnyLanguage,
  '0003-amendments': amendments,
}
