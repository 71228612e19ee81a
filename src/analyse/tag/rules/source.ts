import type { Range } from '../../../text/index.ts';
import type { Clause } from './clause.ts';
import { quotationAt } from './clause.ts';
import { AUXILIARIES, CLAUSE_OPENERS, PRONOUNS, STOPS } from './words.ts';

const LONGEST_SOURCE = 30;

/** The subject that ends right before the token `end`: its first token, or null where there is none. */
export function subjectBefore(clause: Clause, end: number): number | null {
  const { tokens, first } = clause;
  let start = end;
  let commas = 0;
  for (let index = end - 1; index >= first && end - index <= LONGEST_SOURCE; index--) {
    const token = tokens[index];
    if (token === undefined || quotationAt(clause, index) !== undefined) break;
    if (token.text === ',') {
      // ", the mayor of Lenn," between a name and its verb belongs to the subject; its first comma is looked for.
      const opener = index === end - 1 ? apposition(clause, index) : null;
      if (opener === null) break;
      commas++;
      index = opener;
      start = opener;
      continue;
    }
    if (STOPS.has(token.text)) break;
    if (CLAUSE_OPENERS.has(token.form) && !(token.form === 'and' && joinsNames(clause, index))) {
      if (token.form === 'who' && index === end - 1) start = index;
      break;
    }
    if (AUXILIARIES.has(token.form) && token.form !== "'s") return null;
    start = index;
  }
  if (start >= end) return null;
  return commas > 0 && tokens[start]?.text === ',' ? null : start;
}

/** The comma that opens the insertion closed at `close`, when what stands between looks like one. */
function apposition(clause: Clause, close: number): number | null {
  for (let index = close - 1; index > clause.first && close - index <= LONGEST_SOURCE; index--) {
    const token = clause.tokens[index];
    if (token === undefined || quotationAt(clause, index) !== undefined || token.text === ';') return null;
    if (token.text !== ',') continue;
    const opens = clause.tokens[index + 1];
    const named = clause.tokens[index - 1];
    if (named === undefined || opens === undefined || index - 1 < clause.first) return null;
    return /^[\p{L}]/u.test(named.text) && !PRONOUNS.has(named.form) ? index : null;
  }
  return null;
}

function joinsNames({ tokens }: Clause, index: number): boolean {
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  return (
    before !== undefined && after !== undefined && /^\p{Lu}/u.test(before.text) && /^\p{Lu}/u.test(after.text)
  );
}

/** The subject that begins at the token `start`, after the cue ("said the mayor, who …"): the token after it. */
export function subjectAfter(clause: Clause, start: number): number | null {
  const { tokens, last } = clause;
  let end = start;
  for (let index = start; index < last && index - start < LONGEST_SOURCE; index++) {
    const token = tokens[index];
    if (token === undefined || STOPS.has(token.text) || quotationAt(clause, index) !== undefined) break;
    if (CLAUSE_OPENERS.has(token.form) && token.form !== 'and') break;
    if (AUXILIARIES.has(token.form) || /^(?:on|in|during|at|to|after|before|last)$/.test(token.form)) break;
    end = index + 1;
    if (PRONOUNS.has(token.form)) break;
  }
  return end > start ? end : null;
}

/** The characters of some tokens. */
export function rangeOf({ tokens }: Clause, first: number, last: number): Range {
  return { start: tokens[first]?.start ?? 0, end: tokens[last - 1]?.end ?? 0 };
}
