import type { FileRole } from '../../engines/studies/index.ts'

const sexNames = ['gender', 'sexe', 'genre', 'sexo', 'الجنس', 'النوع الاجتماعي']
const countNames = ['number', 'n', 'nombre', 'effectif', 'العدد']
const yearNames = ['année', 'السنة']
const currencyNames = ['devise', 'العملة']

/** Persons of a survey or labour-force extract, one a row (or so many of the sample as `count` says, the weight being that of all of them). */
const personsRole: FileRole = {
  name: 'persons',
  required: false,
  columns: [
    { name: 'sex', required: true, usualNames: sexNames },
    {
      name: 'isco',
      required: false,
      usualNames: [
        'isco08',
        'isco-08',
        'isco 4d',
        'occupation',
        'occupation code',
        'citp',
        'profession',
        'رمز المهنة',
        'المهنة',
      ],
    },
    {
      name: 'isic',
      required: false,
      usualNames: [
        'isic4',
        'isic rev 4',
        'nace',
        'nace 3d',
        'nace2 3d',
        'industry',
        'industry code',
        'activity',
        'citi',
        'naf',
        'رمز النشاط',
        'النشاط الاقتصادي',
      ],
    },
    {
      name: 'weight',
      required: false,
      usualNames: ['weights', 'coeff', 'coeffy', 'pond', 'poids', 'pondération', 'الوزن'],
    },
    { name: 'stratum', required: false, usualNames: ['strata', 'strate', 'الطبقة'] },
    {
      name: 'cluster',
      required: false,
      usualNames: [
        'psu',
        'primary sampling unit',
        'household',
        'household id',
        'hhid',
        'grappe',
        'ménage',
        'العنقود',
        'الأسرة',
      ],
    },
    { name: 'employed', required: false, usualNames: ['labour force status', 'ilostat', 'en emploi', 'مشتغل'] },
    { name: 'age', required: false, usualNames: ['age group', 'âge', 'العمر', 'السن'] },
    {
      name: 'status',
      required: false,
      usualNames: ['employment status', 'stapro', 'statut', 'الوضع المهني', 'الحالة المهنية'],
    },
    { name: 'working_time', required: false, usualNames: ['full part time', 'ftpt', 'temps de travail', 'الدوام'] },
    { name: 'hours', required: false, usualNames: ['usual hours', 'weekly hours', 'hwusual', 'heures', 'الساعات'] },
    {
      name: 'pay',
      required: false,
      usualNames: ['wage', 'earnings', 'salary', 'income', 'salaire', 'rémunération', 'الأجر', 'الراتب'],
    },
    { name: 'currency', required: false, usualNames: currencyNames },
    {
      name: 'count',
      required: false,
      usualNames: ['unweighted count', 'sample count', 'cases', 'effectif non pondéré', 'العدد غير المرجح'],
    },
  ],
}

/** Posts in which things are decided, one a row (or so many as `count` says). */
const postsRole: FileRole = {
  name: 'posts',
  required: false,
  columns: [
    { name: 'sex', required: true, usualNames: sexNames },
    {
      name: 'level',
      required: false,
      usualNames: ['post', 'position', 'function', 'poste', 'fonction', 'niveau', 'المنصب', 'المستوى'],
    },
    { name: 'sector', required: false, usualNames: ['domain', 'institution type', 'secteur', 'domaine', 'القطاع'] },
    { name: 'year', required: false, usualNames: yearNames },
    { name: 'count', required: false, usualNames: countNames },
  ],
}

/** Awards, grants and prizes with who received them. */
const awardsRole: FileRole = {
  name: 'awards',
  required: false,
  columns: [
    { name: 'sex', required: true, usualNames: sexNames },
    { name: 'award', required: false, usualNames: ['prize', 'grant', 'scheme', 'prix', 'aide', 'الجائزة', 'المنحة'] },
    { name: 'sector', required: false, usualNames: ['domain', 'secteur', 'domaine', 'القطاع'] },
    { name: 'year', required: false, usualNames: yearNames },
    { name: 'amount', required: false, usualNames: ['montant', 'المبلغ'] },
    { name: 'currency', required: false, usualNames: currencyNames },
    { name: 'count', required: false, usualNames: countNames },
  ],
}

/** Works that were shown, played or published, with the sexes of all who made them in one cell. */
const worksRole: FileRole = {
  name: 'works',
  required: false,
  columns: [
    { name: 'sex', required: true, usualNames: ['creator sex', 'creator gender', 'creators', ...sexNames] },
    {
      name: 'programme',
      required: false,
      usualNames: ['festival', 'venue', 'season', 'programmation', 'المهرجان', 'البرنامج'],
    },
    { name: 'sector', required: false, usualNames: ['domain', 'secteur', 'domaine', 'القطاع'] },
    { name: 'year', required: false, usualNames: yearNames },
    { name: 'count', required: false, usualNames: countNames },
  ],
}

/** A country's own list of cultural codes, in place of ours for every classification it names. */
const codesRole: FileRole = {
  name: 'codes',
  required: false,
  columns: [
    { name: 'classification', required: true, usualNames: ['nomenclature', 'التصنيف'] },
    { name: 'code', required: true, usualNames: ['الرمز'] },
    { name: 'degree', required: false, usualNames: ['share', 'part', 'degré', 'الدرجة'] },
  ],
}

export const workforceRoles: readonly FileRole[] = [personsRole, postsRole, awardsRole, worksRole, codesRole]

/** The files that are counted as they are: complete lists, not samples. */
export const listNames = ['posts', 'awards', 'works'] as const
export type ListName = (typeof listNames)[number]

/** By what each list is told apart, where the file has the column. */
export const listBreakdowns: Readonly<Record<ListName, readonly string[]>> = {
  posts: ['level', 'sector', 'year'],
  awards: ['award', 'sector', 'year'],
  works: ['programme', 'sector', 'year'],
}
