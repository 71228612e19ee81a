import { anyCased } from '../../../text/index.ts';
import type { Countries, Principal } from './countries.ts';
import { patterns, type StateBody, stateBody } from './state-body.ts';

const NOUN = new RegExp(`\\b${anyCased(['ministry', 'government'])}\\b`, 'g');
const NEAR = 60;
/** A text that repeats the word is looked through no further. */
const MOST = 50;
const BEHIND = /^(?: of (?:the )?\p{Lu}[\p{L}’'-]*(?: (?:and )?\p{Lu}[\p{L}’'-]*)*){1,2}/u;
/** The words of one phrase before the noun: capitals, and at most three words in lower case behind them. */
const BEFORE = /(?<![\p{L}.’'-])(?:\p{Lu}[\p{L}.’'-]* ){0,3}(?:\p{Ll}[\p{L}-]* ){0,2}$/u;

/** The ministries and governments that a text names, in its order. */
export function stateBodiesIn(text: string, countries: Countries): StateBody[] {
  const { before: cut } = patterns(countries.words.officePhrases);
  const found: StateBody[] = [];
  for (const { index, 0: noun } of text.matchAll(NOUN)) {
    if (found.length >= MOST) break;
    const end = index + noun.length;
    const before = BEFORE.exec(text.slice(Math.max(0, index - NEAR), index))?.[0] ?? '';
    const behind = BEHIND.exec(text.slice(end, end + NEAR))?.[0] ?? '';
    const own = stateBody(before.replace(cut, '') + noun + behind, countries);
    if (own !== null) found.push(own);
  }
  return found;
}

/** "the foreign ministry": the country of the only one of that field, where its first mention tells whose it is. */
export function toldCountry({ noun, field }: StateBody, all: readonly StateBody[]): Principal | null {
  const same = all.filter(
    (one) => one.noun === noun && (field === '' || one.field === '' || one.field === field),
  );
  const country = same[0]?.country ?? null;
  const isOnly = same.every((one) => one.country === null || one.country.name === country?.name);
  return isOnly ? country : null;
}
