import { type CodeList, codeSet, codesOf } from './code-list.ts'

/**
 * Cultural occupations. Unit groups as the statistics of culture of the European Union and the UNESCO Institute for Statistics count them,
 * recalled; minor groups 262, 264 and 265 are cultural as a whole, so that three digits decide there.
 */
export const isco08: CodeList = {
  classification: 'isco-08',
  version: 'ISCO-08, cultural unit groups, our reading of 2026-11',
  source:
    'International Standard Classification of Occupations 2008 (ILO); cultural occupations after ESSnet-Culture (2012) and the UNESCO Institute for Statistics survey of cultural employment (2015)',
  verified: false,
  codes: {
    ...codesOf(
      'fully',
      `262 264 265
      2161 2162 2163 2166 2353 2354 2355 3431 3432 3433 3435 3521 4411 7312 7313 7314 7315 7316 7317 7318 7319`,
    ),
    ...codesOf('partly', '1222 1431 2164 2431 2513 4413 5113 7321 7322 8132'),
  },
  beginnings: codeSet(`
    01 011 02 021 03 031
    11 111 112 12 121 122 13 131 132 133 134 14 141 142 143
    21 211 212 213 214 215 216 22 221 222 223 224 225 226 23 231 232 233 234 235 24 241 242 243 25 251 252 26 261 262 263 264 265
    31 311 312 313 314 315 32 321 322 323 324 325 33 331 332 333 334 335 34 341 342 343 35 351 352
    41 411 412 413 42 421 422 43 431 432 44 441
    51 511 512 513 514 515 516 52 521 522 523 524 53 531 532 54 541
    61 611 612 613 62 621 622 63 631 632 633 634
    71 711 712 713 72 721 722 723 73 731 732 74 741 742 75 751 752 753 754
    81 811 812 813 814 815 816 817 818 82 821 83 831 832 833 834 835
    91 911 912 92 921 93 931 932 933 94 941 95 951 952 96 961 962`),
  leadingZero: codeSet('01 02 03 011 021 031 0110 0210 0310'),
}

/** Minor groups by which cultural occupations are told apart. */
export const occupationGroups = ['216', '235', '262', '264', '265', '343', '352', '441', '731'] as const
