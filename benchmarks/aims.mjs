// What is measured and what it should be: the programs, and the figures of their JSON line that stand in the table.

const hundredThousand = 'of 100 000 measures'

export const benchmarks = [
  { name: 'starts', file: 'starts.ts' },
  { name: 'pages', file: 'pages.ts' },
  { name: 'list', file: 'measures-list.ts' },
  { name: 'import', file: 'measures-import.ts' },
  { name: 'exposure', file: 'exposure-command.ts' },
  { name: 'agreements-audit', file: 'agreements-audit.ts' },
  { name: 'agreements-search', file: 'agreements-search.ts' },
  { name: 'agreements-draft', file: 'agreements-draft.ts' },
]

const row = (benchmark, name, figure, unit, aim, better = 'lower') => ({ benchmark, name, figure, unit, aim, better })

export const rows = [
  row('starts', 'Fresh clone, warm package cache: `npm start` to the first page', 'fresh_seconds', 's', 60),
  row('starts', 'Second `npm start` to the first page', 'restart_seconds', 's', 3),
  row('starts', 'The same after `kill -9` of app and database', 'restart_after_kill_seconds', 's', 3),
  row('list', `List ${hundredThousand}, filter, search, both, sorted, further pages: p95`, 'all.p95_ms', 'ms', 50),
  row('list', `List ${hundredThousand} with a filter: p95`, 'filter.p95_ms', 'ms', 50),
  row('list', `List ${hundredThousand} with a search: p95`, 'search.p95_ms', 'ms', 50),
  row('list', `List ${hundredThousand} with filter and search: p95`, 'filter and search.p95_ms', 'ms', 50),
  row('list', `List ${hundredThousand}: heaviest page, not packed`, 'all.bytes', 'bytes'),
  row('import', `Import ${hundredThousand}`, 'import.rows_per_second', 'rows/s', 5000, 'higher'),
  row('import', 'The same file imported again, unchanged', 'again.rows_per_second', 'rows/s', 5000, 'higher'),
  row('import', 'Peak memory of both imports', 'peak_megabytes', 'MB'),
  row('exposure', 'Exposure study of 65 800 rows, one country, whole process', 'one_country.seconds', 's', 1),
  row('exposure', 'The same for all countries', 'all_countries.seconds', 's', 1),
  row('exposure', 'Peak memory, all countries', 'all_countries.peak_megabytes', 'MB'),
  row('pages', 'List of measures for visitors (kept)', 'list.visitor.pages_per_second', 'pages/s', 500, 'higher'),
  row('pages', 'Roadmap for visitors (kept)', 'roadmap.visitor.pages_per_second', 'pages/s', 500, 'higher'),
  row('pages', 'List of measures, signed in', 'list.signed_in.pages_per_second', 'pages/s'),
  row('pages', 'Roadmap, signed in', 'roadmap.signed_in.pages_per_second', 'pages/s'),
  row('pages', 'List for visitors at 16 connections: p95', 'list.visitor.p95_ms', 'ms'),
  row('pages', 'Heaviest first view on the wire (home, list, roadmap, report, list in Arabic)', 'weights.heaviest_first_view', 'bytes', 51_200),
  row('pages', 'Heaviest next view on the wire', 'weights.heaviest_next_view', 'bytes', 15_360),
  row('pages', 'List: HTML, gzip', 'weights.pages.list.html', 'bytes'),
  row('pages', 'Roadmap: HTML, gzip', 'weights.pages.roadmap.html', 'bytes'),
  row('pages', 'Styles, gzip', 'weights.pages.list.css', 'bytes'),
  row('pages', 'Script, gzip', 'weights.pages.list.js', 'bytes'),
  row('agreements-audit', '450 agreements (52 MB) from the archive to all hits, whole process', 'seconds', 's', 6),
  row('agreements-audit', 'The same, against a plain scan of the same bytes with one regular expression', 'times_a_scan', '×', 4),
  row('agreements-audit', 'Peak memory of that process', 'peak_megabytes', 'MB', 1000),
  row('agreements-search', 'Search over 41 000 articles as a page, words, phrases, near, filters: p95', 'all.p95_ms', 'ms', 50),
  row('agreements-search', 'Search for a phrase: p95', 'phrase.p95_ms', 'ms', 50),
  row('agreements-search', 'Search for words near each other: p95', 'near.p95_ms', 'ms', 50),
  row('agreements-search', '450 agreements taken in: read, audited, stored, indexed', 'taken.seconds', 's'),
  row('agreements-draft', 'Check of a draft of 300 pages against 450 agreements', 'seconds', 's', 2),
]
