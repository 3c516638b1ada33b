import { type CodeList, codeSet, codesOf } from './code-list.ts'

/** Divisions are the same in both classifications. */
const divisions = `01 02 03 05 06 07 08 09 10 11 12 13 14 15 16 17 18 19 20 21 22 23 24 25 26 27 28 29 30 31 32 33 35 36 37 38 39 41 42 43
  45 46 47 49 50 51 52 53 55 56 58 59 60 61 62 63 64 65 66 68 69 70 71 72 73 74 75 77 78 79 80 81 82 84 85 86 87 88 90 91 92 93 94 95 96 97 98 99`

const groupsFromZero =
  '01 02 03 05 06 07 08 09 011 012 013 014 015 016 017 021 022 023 024 031 032 051 052 061 062 071 072 081 089 091 099'

const practice =
  'cultural activities after the UNESCO Framework for Cultural Statistics (2009), ESSnet-Culture (2012) and the practice of Eurostat'

/** Cultural industries in ISIC Rev. 4. Architecture stands together with engineering there, publishing of games with that of other software. */
export const isic4: CodeList = {
  classification: 'isic-4',
  version: 'ISIC Rev. 4, cultural activities, our reading of 2026-11',
  source: `International Standard Industrial Classification, Revision 4 (United Nations, 2008); ${practice}`,
  verified: false,
  codes: {
    ...codesOf('fully', '18 322 4761 4762 5811 5813 59 60 6391 741 742 7722 8542 90 91'),
    ...codesOf('partly', '3211 5819 5820 6312 7110 7310 7490'),
  },
  beginnings: codeSet(divisions),
  leadingZero:
    codeSet(`${groupsFromZero} 0111 0112 0113 0114 0115 0116 0119 0121 0122 0123 0124 0125 0126 0127 0128 0129 0130
    0141 0142 0143 0144 0145 0146 0149 0150 0161 0162 0163 0164 0170 0210 0220 0230 0240 0311 0312 0321 0322 0510 0520 0610 0620
    0710 0721 0729 0810 0891 0892 0893 0899 0910 0990`),
}

/** Cultural industries in NACE Rev. 2, which tells architecture, games and translation apart. */
export const nace2: CodeList = {
  classification: 'nace-2',
  version: 'NACE Rev. 2, cultural activities, our reading of 2026-11',
  source: `Statistical classification of economic activities in the European Community, Revision 2 (2006); ${practice}`,
  verified: false,
  codes: {
    ...codesOf('fully', '18 322 4761 4762 4763 5811 5813 5814 5821 59 60 6391 7111 741 742 743 7722 8552 90 91'),
    ...codesOf('partly', '3212 5819 6312 7311'),
  },
  beginnings: codeSet(divisions),
  leadingZero:
    codeSet(`${groupsFromZero} 0111 0112 0113 0114 0115 0116 0119 0121 0122 0123 0124 0125 0126 0127 0128 0129 0130
    0141 0142 0143 0144 0145 0146 0147 0149 0150 0161 0162 0163 0164 0170 0210 0220 0230 0240 0311 0312 0321 0322 0510 0520 0610 0620
    0710 0721 0729 0811 0812 0891 0892 0893 0899 0910 0990`),
}

/**
 * Codes that only one of the two has: they tell which one a file is in. 8542 is cultural education in ISIC and tertiary education in NACE,
 * so that the wrong one would count universities as culture.
 */
export const onlyIn = {
  'isic-4': codeSet('5820 7110 7120 7310 7320 9000'),
  'nace-2': codeSet('5814 5821 5829 7111 7112 7311 7312 7430 8552 9001 9002 9003 9004 9104'),
} as const

/** Divisions by which cultural industries are told apart. */
export const industryGroups = ['18', '32', '47', '58', '59', '60', '63', '71', '74', '85', '90', '91'] as const
