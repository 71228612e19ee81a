import { anyOf, remembered } from '../../../text/index.ts';
import type { ActorWords } from '../actor-words.ts';
import type { Countries, Principal } from './countries.ts';

/** A ministry, a government, an embassy, or "the Ostrian side". */
export interface StateBody {
  readonly noun: string;
  /** What a ministry is for, by its first word: "foreign"; empty where nothing tells. */
  readonly field: string;
  readonly country: Principal | null;
}

/** Bodies that are a state's even where no word says whose. */
const OF_A_STATE = new Set(['ministry', 'government', 'cabinet', 'embassy', 'consulate']);
/** What is a state's only where a country stands before it. */
const OF_A_COUNTRY = new Set([
  'side',
  'authorities',
  'leadership',
  'delegation',
  'administration',
  'presidency',
]);
const LOCAL = new Set(
  'local city town county municipal regional provincial district shadow student'.split(' '),
);
export const patterns = remembered((lists: ActorWords['officePhrases']) => ({
  determiner: new RegExp(`^${anyOf(lists.determiner)} `, 'i'),
  /** What stands before the words for a body in their sentence. */
  before: new RegExp(`^.*\\b${anyOf(lists['before-body'])} `, 'i'),
  /** Where they end. */
  end: new RegExp(`[,;:(]| ${anyOf(lists['behind-body'])} `),
}));
const MOST_OWNER_WORDS = 4;

/** Takes words for a body, without the clause around them. Null where they are for no government and nothing of one. */
export function stateBody(phrase: string, countries: Countries): StateBody | null {
  const { determiner, end } = patterns(countries.words.officePhrases);
  const [words = ''] = phrase.trim().replace(determiner, '').split(end);
  const [head = '', ...behind] = words.split(' of ');
  const tokens = head.split(/\s+/);
  const noun = tokens.pop()?.toLowerCase() ?? '';
  if (!OF_A_STATE.has(noun) && !OF_A_COUNTRY.has(noun)) return null;
  if (tokens.some((token) => LOCAL.has(token.toLowerCase()))) return null;
  const before = ownerBefore(tokens, countries);
  const rest = tokens.slice(before?.size ?? 0);
  const country = before?.country ?? ownerBehind(behind, rest.length > 0, countries);
  if (country === null && OF_A_COUNTRY.has(noun)) return null;
  const field = rest[0] ?? (country === before?.country || behind.length > 1 ? behind[0] : undefined) ?? '';
  return { noun, field: (field.replace(determiner, '').split(' ')[0] ?? '').toLowerCase(), country };
}

function ownerBefore(
  tokens: readonly string[],
  countries: Countries,
): { country: Principal; size: number } | null {
  if (!/^\p{Lu}/u.test(tokens[0] ?? '')) return null;
  for (let size = Math.min(tokens.length, MOST_OWNER_WORDS); size > 0; size--) {
    const country = countries.owner(tokens.slice(0, size).join(' '));
    if (country !== null) return { country, size };
  }
  return null;
}

/** "the Foreign Ministry of [Halvony]", "the Ministry of Health of [Halvony]": of a bare ministry what stands behind is what it is for. */
function ownerBehind(behind: readonly string[], isTold: boolean, countries: Countries): Principal | null {
  const last = behind.at(-1);
  if (last === undefined) return null;
  const name = last.replace(patterns(countries.words.officePhrases).determiner, '');
  if (!isTold && behind.length === 1) return countries.of(name);
  return countries.owner(name) ?? (/^\p{Lu}/u.test(name) ? { member: null, name } : null);
}
