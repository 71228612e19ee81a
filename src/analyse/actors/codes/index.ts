import { type Actor, haveDayInCommon, type Interval, type When } from '../../../record/index.ts';
import { plain } from './plain.ts';

/** A country's name, the name of its people, its capital, or another place in it. */
export interface Place {
  readonly country: string;
  readonly sort: 'name' | 'demonym' | 'capital' | 'place';
}

/** Somebody whom the news of many countries names without saying who it is, or whom the user has listed. */
export interface KnownActor {
  /** Null where a list does not say. */
  readonly kind: Actor['kind'] | null;
  readonly country: string | null;
  readonly sector: string | null;
  /** From month to month, an open end where the term goes on; empty where it is no office. */
  readonly inOffice: readonly Interval[];
}

/** What codes are found by; the keys of the first two are as `plain` gives them. */
export interface CodeWords {
  readonly places: ReadonlyMap<string, Place>;
  readonly known: Pick<ReadonlyMap<string, KnownActor>, 'get'>;
  /** Lower-case word or words, singular → PLOVER sector. */
  readonly sectors: ReadonlyMap<string, string>;
  /** Code of a country → the name that its people's is made of, or the only one. */
  readonly countries: ReadonlyMap<string, string>;
  /** Seat of a government, as `plain` gives it → the code of the country. */
  readonly seats: ReadonlyMap<string, string>;
}

export interface Codes {
  /** ISO 3166-1 alpha-3, UNO, IGO or EUR; null where the words tell none. */
  readonly country: string | null;
  readonly sector: string | null;
  /** The kind that the words tell, where they do. */
  readonly kind: Actor['kind'] | null;
}

const MOST_WORDS = 6;
/** Out of office one belongs to the elite. */
const OFFICES = new Set(['GOV', 'LEG']);

/**
 * Takes the words for an actor ("Armenian Prime Minister", "the FSB", a name) and the date at which they are read,
 * null where none is known. Gives its country and sector. A known actor counts before a place, what stands first before
 * what follows. A word such as "president" tells the sector only where nothing it is of does.
 */
export function codesOf(phrase: string, when: When | null, words: CodeWords): Codes {
  const tokens =
    phrase.match(/[\p{L}\p{M}\p{N}.&’'-]+/gu)?.map((token) => token.replace(/(?:['’]s?|[.,])$/, '')) ?? [];
  const known = firstOf(
    tokens,
    words.known,
    (found) => (found.entry.kind !== 'person' && found.entry.kind !== null) || isWhole(found, tokens, words),
  );
  const place = firstOf(tokens, words.places);
  const isFormer = tokens.some(
    (token) => /^(?:former|ex|late|ousted|deposed|outgoing)$/i.test(token) || /^ex-/i.test(token),
  );
  const told = sectorOf(tokens, words);
  const own = known === null ? null : sectorAt(known.entry, when);
  const kind =
    known !== null && known.size === tokens.length ? known.entry.kind : kindOfPlace(place, tokens.length);
  const sector = own ?? (kind === 'country' ? null : told);
  return {
    country: known?.entry.country ?? place?.entry.country ?? null,
    sector: isFormer && sector !== null && (OFFICES.has(sector) || known !== null) ? 'ELI' : sector,
    kind,
  };
}

function kindOfPlace(place: Match<Place> | null, length: number): Actor['kind'] | null {
  if (place === null || place.size !== length) return null;
  return place.entry.sort === 'demonym' ? 'group' : 'country';
}

function sectorAt({ sector, inOffice }: KnownActor, when: When | null): string | null {
  if (sector === null || !OFFICES.has(sector) || inOffice.length === 0) return sector;
  // Where no day is known, a term that has not ended holds: nothing here asks what day it is.
  const holds = inOffice.some((term) => (when === null ? term.to === null : haveDayInCommon(term, when)));
  return holds ? sector : 'ELI';
}

interface Match<T> {
  readonly entry: T;
  readonly at: number;
  readonly size: number;
}

/** The first run of words that a table knows, the longest of those that begin there. */
function firstOf<T>(
  tokens: readonly string[],
  table: Pick<ReadonlyMap<string, T>, 'get'>,
  fits: (match: Match<T>) => boolean = () => true,
): Match<T> | null {
  for (let at = 0; at < tokens.length; at++)
    for (let size = Math.min(MOST_WORDS, tokens.length - at); size > 0; size--) {
      if (!/^(?:\p{Lu}|al[- ]|’|')/u.test(tokens[at] ?? '')) break;
      const entry = table.get(plain(tokens.slice(at, at + size).join(' ')));
      if (entry !== undefined && fits({ entry, at, size })) return { entry, at, size };
    }
  return null;
}

/** A person's name is no part of a longer one: neither "Trump Tower" nor "Melania Trump" is who has the surname alone. */
function isWhole(
  { at, size }: Match<KnownActor>,
  tokens: readonly string[],
  { sectors }: CodeWords,
): boolean {
  const before = tokens[at - 1] ?? '';
  const isTitle = lookUp([before.toLowerCase()], sectors) !== null || TITLE.has(before);
  if (/^\p{Lu}/u.test(tokens[at + size] ?? '')) return false;
  return size > 1 || !/^\p{Lu}/u.test(before) || isTitle;
}

const TITLE = new Set(
  'Mr Mrs Ms President Vice Chief Leader Secretary Chairman Speaker Sen Rep Gov Gen'.split(' '),
);

/** Words for a position, whose sector is that of the body it is in. */
const POSITION = new Set(
  'president chairman chair head leader chief director spokesman spokeswoman spokesperson member secretary official officials leaders representative deputy state council department authority people association community general'.split(
    ' ',
  ),
);

function sectorOf(tokens: readonly string[], { sectors }: CodeWords): string | null {
  const forms = tokens.map((token) => token.toLowerCase());
  const found: { word: string; sector: string; at: number }[] = [];
  for (let start = 0; start < forms.length; ) {
    const size = [3, 2, 1].find(
      (length) =>
        lookUp(forms.slice(start, start + length), sectors) !== null && start + length <= forms.length,
    );
    if (size !== undefined)
      found.push({
        word: forms.slice(start, start + size).join(' '),
        sector: lookUp(forms.slice(start, start + size), sectors) ?? '',
        at: start,
      });
    start += size ?? 1;
  }
  const telling = found.filter(({ word }) => !POSITION.has(word));
  const of = forms.findIndex((form) => /^(?:of|in|at|from|for|with|across|on)$/.test(form));
  const head = of < 0 ? telling : telling.filter(({ at }) => at < of);
  const isPresident = forms.includes('president');
  return (head.at(-1) ?? telling[0])?.sector ?? (isPresident ? 'GOV' : null) ?? found[0]?.sector ?? null;
}

function lookUp(forms: readonly string[], sectors: CodeWords['sectors']): string | null {
  const whole = forms.join(' ');
  return (
    sectors.get(whole) ??
    sectors.get(whole.replace(/ies$/, 'y')) ??
    sectors.get(whole.replace(/s$/, '')) ??
    sectors.get(whole.replace(/men$/, 'man')) ??
    null
  );
}
