/**
 * A list of countries that a figure is about, with its name and date: which list is chosen decides the figure. There is no convention of
 * the United Nations on who is developing, so the list is stated in every result.
 */
export interface CountryList {
  readonly id: string
  readonly title: string
  readonly version: string
  readonly source: string
  readonly verified: boolean
  readonly has: (code: string) => boolean
}

const codes = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/))

const within = (text: string): ((code: string) => boolean) => {
  const members = codes(text)
  return (code) => members.has(code)
}

/** Europe and Northern America by M49 with the further developed economies of UNCTAD, and States of Europe that are no more. */
const developed = codes(`
AD AL AT AU AX BA BE BG BM BY CA CH CY CZ DE DK EE ES FI FO FR GB GG GI GL GR HR HU IE IL IM IS IT JE JP KR LI LT LU LV MC MD ME MK MT NL NO NZ PL PM PT RO RS RU SE SI SJ SK SM UA US VA XK
SUHH YUCS CSHH CSXX DDDE`)

const datasets = 'M49 flags as in datasets/country-codes (Open Data Commons Public Domain Dedication and Licence)'

/** The regions that M49 called developing, until the distinction was taken out of the standard. */
const developingRegions = `
AE AF AG AI AM AO AR AS AW AZ BB BD BF BH BI BJ BL BN BO BQ BR BS BT BV BW BZ CD CF CG CI CK CL CM CN CO CR CU CV CW DJ DM DO DZ EC
EG EH ER ET FJ FK FM GA GD GE GF GH GM GN GP GQ GS GT GU GW GY HK HN HT ID IN IO IQ IR JM JO KE KG KH KI KM KN KP KR KW KY KZ LA LB
LC LK LR LS LY MA MF MG MH ML MM MN MO MP MQ MR MS MU MV MW MX MY MZ NA NC NE NG NI NP NR NU OM PA PE PF PG PH PK PN PR PS PW PY QA
RE RW SA SB SC SD SG SH SL SN SO SR SS ST SV SX SY SZ TC TD TF TG TH TJ TK TL TM TN TO TR TT TV TZ UG UM UY UZ VC VE VG VI VN VU WF
WS YE YT ZA ZM ZW`

export const countryLists: readonly CountryList[] = [
  {
    id: 'm49',
    title:
      'developing regions by M49: Africa, Americas without Northern America, Asia without Cyprus, Israel and Japan, Oceania without Australia and New Zealand (182 countries and areas; Taiwan, Kosovo and States that are no more have no class)',
    version: 'as M49 stood from 2017 until the distinction was taken out in December 2021',
    source:
      'column “Developed / Developing Countries” of datasets/country-codes, state of 15 October 2020 (commit 4b783b0; Open Data Commons Public Domain Dedication and Licence)',
    verified: true,
    has: within(developingRegions),
  },
  {
    id: 'unctad',
    title:
      'developing economies as UNCTAD groups them: all but Europe, Northern America, Australia, Cyprus, Israel, Japan, New Zealand, Republic of Korea',
    version: '2023',
    source: 'UNCTAD Handbook of Statistics, classification of economies; regions by M49',
    verified: false,
    has: (code) => !developed.has(code),
  },
  {
    id: 'ldc',
    title: 'least developed countries',
    version: 'December 2023 to December 2024 (45 countries)',
    source: datasets,
    verified: true,
    has: within(
      `AF AO BD BF BI BJ CD CF DJ ER ET GM GN GW HT KH KI KM LA LR LS MG ML MM MR MW MZ NE NP RW SB SD SL SN SO SS ST TD TG TL TV TZ UG YE ZM`,
    ),
  },
  {
    id: 'lldc',
    title: 'landlocked developing countries',
    version: '32 countries',
    source: datasets,
    verified: true,
    has: within(`AF AM AZ BF BI BO BT BW CF ET KG KZ LA LS MD MK ML MN MW NE NP PY RW SS SZ TD TJ TM UG UZ ZM ZW`),
  },
  {
    id: 'sids',
    title: 'small island developing States and territories',
    version: '53 countries and areas',
    source: datasets,
    verified: true,
    has: within(
      `AG AI AS AW BB BQ BS BZ CK CU CV CW DM DO FJ FM GD GU GW GY HT JM KI KM KN LC MH MP MS MU MV NC NR NU PF PG PR PW SB SC SG SR ST SX TL TO TT TV VC VG VI VU WS`,
    ),
  },
]
