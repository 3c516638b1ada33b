import { type FileRole, lineIdentifier, type StudyLayout } from './study-files.ts'

/** Plays: a work used by somebody, so many times (once a row when there is no count). */
export const playsRole: FileRole = {
  name: 'plays',
  required: true,
  columns: [
    { name: 'user_id', required: true, usualNames: ['user', 'listener', 'account', 'utilisateur', 'المستخدم'] },
    { name: 'work_id', required: true, usualNames: ['item', 'item id', 'track', 'track id', 'isrc', 'œuvre', 'العمل'] },
    {
      name: 'plays',
      required: false,
      usualNames: ['count', 'playcount', 'play count', 'streams', 'écoutes', 'التشغيلات'],
    },
    { name: 'active_plays', required: false, usualNames: ['active streams', 'requested'] },
  ],
}

/** Works: what is played, by whom, from where. */
export const worksRole: FileRole = {
  name: 'works',
  required: true,
  columns: [
    { name: 'work_id', required: true, usualNames: ['item', 'item id', 'track id', 'id', 'isrc', 'œuvre', 'العمل'] },
    { name: 'origin', required: true, usualNames: ['country', 'countries', 'pays', 'country of origin', 'بلد المنشأ'] },
    { name: 'title', required: false, usualNames: ['name', 'track', 'track name', 'titre', 'العنوان'] },
    { name: 'creator', required: false, usualNames: ['artist', 'artist name', 'author', 'créateur', 'المبدع'] },
    { name: 'genre', required: false, usualNames: ['genres', 'النوع'] },
    { name: 'gender', required: false, usualNames: ['creator gender', 'artist gender', 'genre de l’artiste'] },
  ],
}

/** Users: where they are, and what they pay. */
export const usersRole: FileRole = {
  name: 'users',
  required: false,
  columns: [
    { name: 'user_id', required: true, usualNames: ['user', 'listener', 'account', 'utilisateur', 'المستخدم'] },
    { name: 'country', required: true, usualNames: ['territory', 'country code', 'pays', 'البلد'] },
    { name: 'fee', required: false, usualNames: ['amount', 'subscription', 'price', 'prix', 'الرسم'] },
    { name: 'currency', required: false, usualNames: ['devise', 'العملة'] },
  ],
}

export const usageRoles: readonly FileRole[] = [playsRole, worksRole, usersRole]

/** The standardised form in which LFM-2b is used in research: a user and an item a line; users and tracks by the number of their line. */
const lfm: StudyLayout = {
  id: 'lfm',
  files: {
    plays: { columns: { user_id: 'user_id:token', work_id: 'item_id:token' }, separator: '\t', unquoted: true },
    works: {
      columns: { work_id: lineIdentifier, creator: 'artist', title: 'title', origin: 'country' },
      names: ['artist', 'title', 'country'],
      separator: '\t',
      unquoted: true,
    },
    users: {
      columns: { user_id: lineIdentifier, country: 'country' },
      names: ['country', 'age', 'gender', 'registered'],
      separator: '\t',
      unquoted: true,
    },
  },
}

export const usageLayouts: readonly StudyLayout[] = [lfm]
