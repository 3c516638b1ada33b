// Words of a new instrument in the languages of the installation.

const texts = {
  en: (title) => ({
    title,
    purpose: `A public register of this Party: ${title}.`,
    'list.count': '{count, plural, one {# entry} other {# entries}}',
    'list.empty': 'No entries yet',
    'new.title': 'Add an entry',
    'new.save': 'Save',
    'new.saved': 'The entry was saved.',
    'field.title': 'Title',
    'field.startedOn': 'Began on',
    'fact.count': `${title}: {count, plural, one {# entry} other {# entries}} in the register.`,
    'retention.entries': 'Entries stay: the register is a public record.',
  }),
  fr: (title) => ({
    title,
    purpose: `Un registre public de cette Partie : ${title}.`,
    'list.count': '{count, plural, one {# entrée} many {# d’entrées} other {# entrées}}',
    'list.empty': 'Aucune entrée pour le moment',
    'new.title': 'Ajouter une entrée',
    'new.save': 'Enregistrer',
    'new.saved': 'L’entrée est enregistrée.',
    'field.title': 'Titre',
    'field.startedOn': 'Date de début',
    'fact.count': `${title} : {count, plural, one {# entrée} many {# d’entrées} other {# entrées}} au registre.`,
    'retention.entries': 'Les entrées sont conservées : le registre est un document public.',
  }),
  ar: (title) => ({
    title,
    purpose: `سجل عام لهذا الطرف: ${title}.`,
    'list.count': '{count, plural, zero {لا قيود} one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}}',
    'list.empty': 'لا قيود بعد',
    'new.title': 'إضافة قيد',
    'new.save': 'حفظ',
    'new.saved': 'حُفظ القيد.',
    'field.title': 'العنوان',
    'field.startedOn': 'تاريخ البداية',
    'fact.count': `${title}: {count, plural, zero {لا قيود} one {قيد واحد} two {قيدان} few {# قيود} many {# قيدًا} other {# قيد}} في السجل.`,
    'retention.entries': 'تبقى القيود محفوظة، فالسجل وثيقة عامة.',
  }),
}

export const wordFiles = ({ titles }) =>
  Object.fromEntries(
    Object.entries(texts).map(([language, write]) => [
      `words/${language}.json`,
      `${JSON.stringify(write(titles[language]), null, 2)}\n`,
    ]),
  )
