/** The layout of a PDF in Typst. It reads everything from `/document.json`, so that no text of a person is ever taken for markup. */
export const pdfTemplate = `
#let source = json("/document.json")
#let ink = rgb("#1b2430")
#let rule = rgb("#d3ccba")
#let direction = if source.dir == "rtl" { rtl } else { ltr }
#let start = if source.dir == "rtl" { right } else { left }
#let end = if source.dir == "rtl" { left } else { right }

#set document(title: source.title, author: source.author, date: none)
#set page(
  paper: "a4",
  margin: (x: 25mm, top: 25mm, bottom: 24mm),
  footer: context [
    #set text(size: 8.5pt, fill: rgb("#4b5563"))
    #grid(columns: (1fr, auto), column-gutter: 8mm, align: (start, end), source.title, counter(page).display("1 / 1", both: true))
  ],
)
#set text(font: ("Noto Sans", source.arabicFace), size: 10.5pt, lang: source.lang, dir: direction, fill: ink)
#set par(leading: 0.75em, spacing: 1.15em, justify: false)
#set list(marker: [•], indent: 4mm)
#set enum(indent: 4mm)
#set footnote.entry(gap: 0.6em)
#show footnote.entry: set text(size: 8.5pt)
#show link: it => underline(offset: 2pt, stroke: 0.5pt, it)
#show heading: set text(weight: 700)
#show heading.where(level: 1): set text(size: 16pt)
#show heading.where(level: 2): set text(size: 13pt)
#show heading.where(level: 3): set text(size: 11pt)
#show heading: set block(above: 1.6em, below: 0.9em, sticky: true)
#show title: set text(size: 24pt, weight: 700)
#show title: set align(start)
#set figure.caption(position: top)
#show figure.where(kind: table): set block(breakable: true)
#show figure.caption: it => block(width: 100%, align(start, text(weight: 700, size: 10pt, it.body)))
#set figure(numbering: none, gap: 0.7em)
#set figure.caption(separator: none)

#let runs(pieces) = {
  for piece in pieces {
    if "note" in piece {
      footnote(runs(piece.note))
    } else {
      let body = piece.text
      if piece.at("strong", default: false) { body = strong(body) }
      if piece.at("emphasis", default: false) { body = emph(body) }
      if "href" in piece { link(piece.href, body) } else { body }
    }
  }
}

#let table-of(entry) = figure(
  kind: table,
  supplement: none,
  caption: entry.caption,
  {
    set text(size: 9pt)
    set par(leading: 0.6em)
    table(
      columns: entry.widths.map(width => width * 1fr),
      align: (column, row) => if entry.columns.at(column).numeric { end + top } else { start + top },
      stroke: (x, y) => (bottom: if y == 0 { 0.9pt + ink } else { 0.4pt + rule }),
      inset: (x: 1.6mm, y: 1.7mm),
      table.header(..entry.columns.map(column => strong(column.text))),
      ..entry.rows.flatten(),
    )
  },
)

#let pairs-of(entry) = table(
  columns: (1fr, 2fr),
  align: start + top,
  stroke: (x, y) => (bottom: 0.4pt + rule),
  inset: (x: 1.6mm, y: 2mm),
  ..entry.pairs.map(pair => (strong(pair.key), runs(pair.value))).flatten(),
)

#let block-of(entry) = {
  if entry.kind == "heading" { heading(level: entry.level, entry.text) }
  else if entry.kind == "paragraph" {
    if "lang" in entry { text(lang: entry.lang, dir: if entry.dir == "rtl" { rtl } else { ltr }, par(runs(entry.runs))) }
    else { par(runs(entry.runs)) }
  }
  else if entry.kind == "list" {
    if entry.ordered { enum(..entry.items.map(runs)) } else { list(..entry.items.map(runs)) }
  }
  else if entry.kind == "table" { table-of(entry) }
  else if entry.kind == "pairs" { pairs-of(entry) }
  else if entry.kind == "figure" {
    figure(kind: image, supplement: none, alt: entry.description, caption: entry.caption, image(entry.path, width: 100%, alt: entry.description))
  }
  else if entry.kind == "page-break" { pagebreak(weak: true) }
}

#rect(width: 22mm, height: 1.6mm, fill: ink)
#v(2mm)
#title()
#if "subtitle" in source { text(size: 13pt, fill: rgb("#4b5563"), source.subtitle) }
#v(6mm)
#if "contentsHeading" in source {
  show outline.entry.where(level: 1): set block(above: 1em)
  outline(title: source.contentsHeading, depth: 2)
  v(6mm)
}
#for entry in source.blocks { block-of(entry) }
`
