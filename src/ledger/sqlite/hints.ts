import type { Kysely } from 'kysely';
import { likeness, plainForm } from '../../text/index.ts';
import { typedAgain, typedTerms } from '../search/query.ts';
import type { Hint, Search } from '../searching.ts';
import { latest } from './asked.ts';
import { spelledLike } from './likely.ts';
import type { Tables } from './tables.ts';

/** Words and phrases that are left out one after the other; nobody types more. */
const MOST_TERMS = 8;
/** So many of what a hint finds are counted. */
const MOST_COUNTED = 1000;
/** Words of the reports that a word may be a misspelling of, the likest first. */
const MOST_SPELLINGS = 3;
const FILTERS = ['by', 'for', 'to', 'root', 'act', 'kind', 'outlet', 'when'] as const;

/** One thing of a search otherwise, before it is known what that finds. */
type Change = Omit<Hint, 'statements' | 'isMore'>;

export async function hints(db: Kysely<Tables>, search: Search): Promise<readonly Hint[]> {
  const one = await findingSome(db, [
    ...heldToo(search),
    ...withoutFilters(search),
    ...withoutWords(search),
    ...(await spelled(db, search)),
  ]);
  return one.length > 0 ? one : await findingSome(db, await wordsAlone(db, search));
}

/** The changes that find something, of several spellings of one word the first. */
async function findingSome(db: Kysely<Tables>, changes: readonly Change[]): Promise<Hint[]> {
  const told: Hint[] = [];
  for (const change of changes) {
    const { numbers, isAll } = await latest(db, change.search, MOST_COUNTED);
    const isKnown = told.some(({ kind, what }) => kind === 'spelling' && what === change.what);
    if (numbers.length > 0 && !isKnown) told.push({ ...change, statements: numbers.length, isMore: !isAll });
  }
  return told;
}

/** Each word by itself, as it is typed or as the reports spell it, whatever it was narrowed by. */
async function wordsAlone(db: Kysely<Tables>, { words, held }: Search): Promise<Change[]> {
  const changes: Change[] = [];
  for (const term of typedTerms(words).slice(0, MOST_TERMS)) {
    const search = { words: typedAgain([term]), held };
    changes.push(
      { kind: 'alone', what: search.words, instead: null, search },
      ...(await spelled(db, search)),
    );
  }
  return changes;
}

const heldToo = (search: Search): Change[] =>
  search.held === true
    ? []
    : [{ kind: 'held', what: 'held', instead: null, search: { ...search, held: true } }];

const withoutFilters = (search: Search): Change[] =>
  FILTERS.filter((name) => search[name] !== undefined).map((name) => ({
    kind: 'filter',
    what: name,
    instead: null,
    search: { ...search, [name]: undefined },
  }));

function withoutWords(search: Search): Change[] {
  const terms = typedTerms(search.words).slice(0, MOST_TERMS);
  if (terms.length < 2) return [];
  return terms.map((term) => ({
    kind: 'word',
    what: typedAgain([term]),
    instead: null,
    search: { ...search, words: typedAgain(terms.filter((other) => other !== term)) },
  }));
}

/** The search with a word that no statement has spelled as the reports have it. */
async function spelled(db: Kysely<Tables>, search: Search): Promise<Change[]> {
  const terms = typedTerms(search.words).slice(0, MOST_TERMS);
  const changes: Change[] = [];
  for (const [index, { text, isPhrase }] of terms.entries()) {
    const word = plainForm(text);
    if (isPhrase || !/^[\p{L}\p{N}]+$/u.test(word)) continue;
    const { numbers } = await latest(db, { words: text, held: true }, 1);
    if (numbers.length > 0) continue;
    const near = new Set<string>();
    for (const one of [word, exchanged(word)])
      for (const term of (await spelledLike(db, one)).terms) near.add(term);
    const likest = [...near]
      .toSorted((a, b) => likeness(b, word) - likeness(a, word))
      .slice(0, MOST_SPELLINGS);
    for (const instead of likest) {
      const words = typedAgain(terms.with(index, { text: instead, isPhrase: false }));
      changes.push({ kind: 'spelling', what: text, instead, search: { ...search, words } });
    }
  }
  return changes;
}

/** A word with its second letter and its third exchanged: words that are spelled like it are looked for by how they begin. */
const exchanged = (word: string): string => word.replace(/^(.)(.)(.)/su, '$1$3$2');
