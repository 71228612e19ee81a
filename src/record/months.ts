/** The languages whose names of months are known, beside English. */
const LANGUAGES = [
  'de',
  'fr',
  'es',
  'it',
  'pt',
  'nl',
  'sv',
  'da',
  'nb',
  'fi',
  'pl',
  'cs',
  'hu',
  'ro',
  'tr',
  'id',
  'ru',
  'uk',
];

/** Made when a date first asks: it takes as long as all else at the start. */
let names: ReadonlyMap<string, number> | undefined;

/** The names of the months as they stand beside a day, in small letters, by their number from 1; a name of two months is left out. */
function named(): Map<string, number> {
  const names = new Map<string, number>();
  const doubtful = new Set<string>();
  for (const language of LANGUAGES) {
    const format = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'long', timeZone: 'UTC' });
    for (let month = 1; month <= 12; month++) {
      const parts = format.formatToParts(Date.UTC(2000, month - 1, 1));
      const name = parts.find(({ type }) => type === 'month')?.value.toLowerCase() ?? '';
      if ((names.get(name) ?? month) !== month) doubtful.add(name);
      names.set(name, month);
    }
  }
  for (const name of doubtful) names.delete(name);
  return names;
}

/** The number of a month by its name in one of some languages of Europe and Asia; null where it names none. */
export function monthNamed(name: string): number | null {
  if (name === '') return null;
  names ??= named();
  return names.get(name.toLowerCase()) ?? null;
}
