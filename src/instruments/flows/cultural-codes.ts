/** A domain of the UNESCO Framework for Cultural Statistics 2009 (codelist `fcs-2009`). */
export type CulturalDomain = 'A' | 'B' | 'C' | 'D' | 'E' | 'F'

/** A product that counts as cultural: its code is that of the row, or the row's begins with it. */
export interface CulturalCode {
  readonly kind: 'goods' | 'services'
  readonly code: string
  readonly domain: CulturalDomain
  readonly title: Readonly<Record<'en' | 'fr' | 'ar', string>>
  /** A wide heading that stands for the cultural ones under it where the table has none of them. */
  readonly standsFor?: readonly string[]
}

/** Where the choice of codes comes from, stated in every result. */
export const culturalCodeSource = {
  id: 'fcs-2009',
  title:
    'cultural domains A to F of the UNESCO Framework for Cultural Statistics 2009, without equipment and supporting materials',
  version:
    'goods: headings of the Harmonized System that hold in its editions of 2007, 2012, 2017 and 2022; services: EBOPS 2010 as in SDMX files',
  source:
    'UNESCO Institute for Statistics, 2009 Framework for Cultural Statistics, recalled; codes compared with datasets/harmonized-system (UN Comtrade, HS 2022, Open Data Commons Public Domain Dedication and Licence)',
  verified: false,
} as const

type Line = readonly [string, CulturalDomain, string, string, string]

const goods: readonly Line[] = [
  [
    '9705',
    'A',
    'Collections and collectors’ pieces',
    'Collections et pièces de collection',
    'مجموعات وقطع لهواة الجمع',
  ],
  ['9706', 'A', 'Antiques', 'Antiquités', 'تحف قديمة'],
  ['4904', 'B', 'Printed and handwritten music', 'Musique imprimée ou manuscrite', 'موسيقى مطبوعة أو مخطوطة'],
  ['830610', 'B', 'Bells and gongs', 'Cloches et gongs', 'أجراس ونواقيس'],
  ['852329', 'B', 'Magnetic media', 'Supports magnétiques', 'وسائط مغناطيسية'],
  ['852340', 'B', 'Optical media', 'Supports optiques', 'وسائط ضوئية'],
  ['852349', 'B', 'Recorded optical media', 'Supports optiques enregistrés', 'وسائط ضوئية مسجَّلة'],
  [
    '852380',
    'B',
    'Other recorded media, records included',
    'Autres supports enregistrés, dont les disques',
    'وسائط مسجَّلة أخرى منها الأسطوانات',
  ],
  ['9201', 'B', 'Pianos and harpsichords', 'Pianos et clavecins', 'بيانوهات وآلات هاربسيكورد'],
  ['9202', 'B', 'String instruments', 'Instruments à cordes', 'آلات وترية'],
  ['9205', 'B', 'Wind instruments', 'Instruments à vent', 'آلات نفخ'],
  ['9206', 'B', 'Percussion instruments', 'Instruments à percussion', 'آلات إيقاع'],
  ['9207', 'B', 'Electric instruments', 'Instruments électriques', 'آلات موسيقية كهربائية'],
  [
    '9208',
    'B',
    'Musical boxes and other instruments',
    'Boîtes à musique et autres instruments',
    'علب موسيقية وآلات أخرى',
  ],
  ['3705', 'C', 'Photographic plates and film', 'Plaques et pellicules photographiques', 'ألواح وأفلام فوتوغرافية'],
  ['392640', 'C', 'Statuettes of plastics', 'Statuettes en matières plastiques', 'تماثيل صغيرة من اللدائن'],
  ['44201', 'C', 'Statuettes of wood', 'Statuettes en bois', 'تماثيل صغيرة من الخشب'],
  [
    '491191',
    'C',
    'Pictures, designs and photographs',
    'Images, gravures et photographies',
    'صور ورسوم وصور فوتوغرافية',
  ],
  ['5805', 'C', 'Hand-woven tapestries', 'Tapisseries tissées à la main', 'نسيج جداري يدوي'],
  ['5808', 'C', 'Braids and trimmings', 'Tresses et passementerie', 'ضفائر وزخارف نسيجية'],
  ['5809', 'C', 'Fabrics of metal thread', 'Tissus de fils de métal', 'أقمشة من خيوط معدنية'],
  ['5810', 'C', 'Embroidery', 'Broderies', 'مطرَّزات'],
  ['5811', 'C', 'Quilted textiles', 'Produits textiles matelassés', 'منسوجات مبطَّنة'],
  ['6913', 'C', 'Ceramic statuettes and ornaments', 'Statuettes et ornements en céramique', 'تماثيل وحليّ خزفية'],
  ['701890', 'C', 'Ornaments of worked glass', 'Ornements en verre travaillé', 'حليّ من الزجاج المشغول'],
  ['7113', 'C', 'Jewellery', 'Bijouterie et joaillerie', 'حلي ومجوهرات'],
  ['7114', 'C', 'Goldsmiths’ and silversmiths’ wares', 'Orfèvrerie', 'مصوغات ذهبية وفضية'],
  [
    '7116',
    'C',
    'Articles of pearls and precious stones',
    'Ouvrages en perles et pierres précieuses',
    'مصنوعات من اللؤلؤ والأحجار الكريمة',
  ],
  ['830621', 'C', 'Statuettes of plated metal', 'Statuettes en métal doré ou argenté', 'تماثيل صغيرة من معدن مطلي'],
  ['830629', 'C', 'Statuettes of base metal', 'Statuettes en métaux communs', 'تماثيل صغيرة من معادن عادية'],
  [
    '9601',
    'C',
    'Worked ivory, bone, shell and horn',
    'Ivoire, os, écaille et corne travaillés',
    'عاج وعظم وصدف وقرون مشغولة',
  ],
  ['9701', 'C', 'Paintings, drawings and collages', 'Tableaux, dessins et collages', 'لوحات ورسوم وملصقات فنية'],
  ['9702', 'C', 'Original engravings and prints', 'Gravures et estampes originales', 'نقوش ومطبوعات فنية أصلية'],
  ['9703', 'C', 'Original sculptures', 'Sculptures originales', 'منحوتات أصلية'],
  ['4901', 'D', 'Books and brochures', 'Livres et brochures', 'كتب وكتيّبات'],
  ['4902', 'D', 'Newspapers and periodicals', 'Journaux et périodiques', 'صحف ودوريات'],
  ['4903', 'D', 'Children’s picture books', 'Albums d’images pour enfants', 'كتب مصوَّرة للأطفال'],
  ['4905', 'D', 'Maps and charts', 'Cartes et plans', 'خرائط'],
  ['4909', 'D', 'Postcards', 'Cartes postales', 'بطاقات بريدية'],
  ['4910', 'D', 'Calendars', 'Calendriers', 'تقاويم'],
  ['3706', 'E', 'Cinematographic film', 'Films cinématographiques', 'أفلام سينمائية'],
  ['950410', 'E', 'Video games for television', 'Jeux vidéo pour téléviseur', 'ألعاب فيديو للتلفاز'],
  ['950450', 'E', 'Video game consoles', 'Consoles de jeux vidéo', 'أجهزة ألعاب الفيديو'],
  [
    '4906',
    'F',
    'Architects’ and designers’ drawings',
    'Plans et dessins d’architectes et de concepteurs',
    'مخططات ورسوم المعماريين والمصممين',
  ],
]

const services: readonly Line[] = [
  [
    'SK1',
    'E',
    'Audiovisual and related services',
    'Services audiovisuels et connexes',
    'الخدمات السمعية البصرية والخدمات المرتبطة بها',
  ],
  ['SK23', 'A', 'Heritage and recreational services', 'Services patrimoniaux et récréatifs', 'خدمات التراث والترفيه'],
  ['SH4', 'E', 'Licences for audiovisual works', 'Licences d’œuvres audiovisuelles', 'تراخيص الأعمال السمعية البصرية'],
  ['SI31', 'D', 'News agency services', 'Services d’agences de presse', 'خدمات وكالات الأنباء'],
  ['SJ22', 'F', 'Advertising and market research', 'Publicité et études de marché', 'الإعلان ودراسات السوق'],
  ['SJ311', 'F', 'Architectural services', 'Services d’architecture', 'الخدمات المعمارية'],
]

const codeOf =
  (kind: CulturalCode['kind']) =>
  ([code, domain, en, fr, ar]: Line): CulturalCode => ({ kind, code, domain, title: { en, fr, ar } })

const culturalAndPersonal: CulturalCode = {
  kind: 'services',
  code: 'SK',
  domain: 'E',
  title: {
    en: 'Personal, cultural and recreational services',
    fr: 'Services personnels, culturels et récréatifs',
    ar: 'الخدمات الشخصية والثقافية والترفيهية',
  },
  standsFor: ['SK1', 'SK23'],
}

/** Every product that counts as cultural. */
export const culturalCodes: readonly CulturalCode[] = [
  ...goods.map(codeOf('goods')),
  ...services.map(codeOf('services')),
  culturalAndPersonal,
]
