import { actMark, HELD, kindMark, outletMark, periodMarks } from '../search/marks.ts';
import { ftsString, stemAsked, type Term, termsOf, typedTerms } from '../search/query.ts';
import type { Search } from '../searching.ts';

/** A word or phrase of a search as FTS5 expressions. */
export interface Wanted {
  /** What has it, in any form of a word. */
  readonly match: string;
  /** The same, with more weight where it stands as it was typed. */
  readonly weighed: string;
}

const columns = (names: string, expression: string) => `{${names}} : ${expression}`;

/** Names and titles are looked for as they are written. */
const asWritten = (names: string, typed: string): Wanted[] =>
  termsOf(typed).map((term) => {
    const match = columns(names, ftsString(term));
    return { match, weighed: match };
  });

const inAllForms = (names: string, stems: string, typed: string): Wanted[] =>
  typedTerms(typed).map((term) => inAnyForm(names, stems, term));

function inAnyForm(names: string, stems: string, term: Term): Wanted {
  const stem = stemAsked(term);
  const written = columns(names, ftsString(term.text));
  if (stem === null) return { match: written, weighed: written };
  const match = columns(`${names} ${stems}`, ftsString(stem));
  return { match, weighed: `(${match} OR ${written})` };
}

/** The words and phrases of a search. */
export function wantedIn({ words, about = '', by = '', for: behind = '', to = '' }: Search): Wanted[] {
  return [
    ...inAllForms('content source speaker', 'content_stems source_stems', words),
    ...inAllForms('content', 'content_stems', about),
    ...asWritten('source speaker', by),
    ...asWritten('behind', behind),
    ...asWritten('addressee', to),
  ];
}

/** The FTS5 expression of a search; null where it asks for nothing. */
export const matchFor = (search: Search): string | null => matchOf(wantedIn(search), search);

/** The FTS5 expression of some terms with all that statements are filtered by; null where nothing is asked. */
export function matchOf(
  asked: readonly Wanted[],
  { outlet, held = false, when, act, kind }: Search,
): string | null {
  const wanted = asked.map(({ match }) => match);
  if (act !== undefined) wanted.push(ftsString(actMark(act)));
  if (kind !== undefined) wanted.push(ftsString(kindMark(kind)));
  if (outlet !== undefined) wanted.push(ftsString(outletMark(outlet)));
  if (when !== undefined) wanted.push(`(${periodMarks(when).map(ftsString).join(' OR ')})`);
  if (wanted.length === 0) return null;
  const all = wanted.join(' AND ');
  return held ? all : `(${all}) NOT ${ftsString(HELD)}`;
}
