import { likeness } from '../../text/index.ts';
import { type LinkWords, plainName } from '../words.ts';

/** A person's name in parts: "Dr Anna-Lena Brandt" is [anna, lena] and brandt. */
export interface PersonName {
  readonly given: readonly string[];
  readonly surname: string;
}

/** How two names of persons stand to each other; "part" where one lacks what would tell. */
export type Agreement = 'same' | 'spelt' | 'part' | 'other';

/** Two spellings of one name share so much; below it they are two names. */
const SPELT = 0.72;

/** A title before a name is no part of it; a particle ("van") before a surname is. */
export function personName(
  name: string,
  { phrases: { title, particle } }: Pick<LinkWords, 'phrases'>,
): PersonName {
  const words = plainName(name).split(' ');
  const parts = words.filter((word, at) => !(title.includes(word) && at < words.length - 1));
  let start = parts.length - 1;
  while (start > 1 && particle.includes(parts[start - 1] ?? '')) start--;
  if (start === 1 && particle.includes(parts[0] ?? '')) start = 0;
  return { given: parts.slice(0, start), surname: parts.slice(start).join(' ') };
}

/** The sound of a name as far as spellings of other tongues leave it: "Voleszko" and "Voleshko", "Zelenskyy" and "Zelensky". */
export function soundOf(word: string): string {
  return word
    .replace(/sch|s[zh]|š/g, 's')
    .replace(/t?ch|[ct]z|č/g, 'c')
    .replace(/ts/g, 'c')
    .replace(/c?kh?|q/g, 'k')
    .replace(/ph/g, 'f')
    .replace(/ff?$/, 'v')
    .replace(/w/g, 'v')
    .replace(/[yj]/g, 'i')
    .replace(/o[uo]/g, 'u')
    .replace(/zh/g, 'z')
    .replace(/(.)\1+/g, '$1')
    .replace(/i+/g, 'i');
}

function isSpelt(a: string, b: string): boolean {
  const [one, other] = [soundOf(a), soundOf(b)];
  return one === other || (one[0] === other[0] && likeness(one, other) >= SPELT);
}

/** Whether two names may be one person's. Initials agree with what they begin. */
export function agreementOf(a: PersonName, b: PersonName): Agreement {
  const isSameSurname = a.surname === b.surname;
  if (!isSameSurname && !isSpelt(a.surname, b.surname)) return 'other';
  if (a.given.length === 0 || b.given.length === 0)
    return soundOf(a.surname) === soundOf(b.surname) ? 'part' : 'other';
  const [one = '', other = ''] = [a.given[0], b.given[0]];
  if (one.length === 1 || other.length === 1) return one[0] === other[0] ? 'part' : 'other';
  if (one !== other && !isSpelt(one, other)) return 'other';
  return isSameSurname && one === other ? 'same' : 'spelt';
}
