import { type Layout, layOut } from '../../src/analyse/layout.ts';
import type { Abbreviations } from '../../src/analyse/sentences/index.ts';
import type { Token } from '../../src/analyse/tokens/index.ts';
import type { Report } from '../../src/record/index.ts';
import type { Range } from '../../src/text/index.ts';

/** What another register is made with; `random` gives numbers from 0 to 1. */
export interface Register {
  readonly abbreviations: Abbreviations;
  /** Capitalised words that are no names. */
  readonly kept: ReadonlySet<string>;
  /** Another name for one that the text has. */
  readonly nameFor: (name: string, random: () => number) => string;
  readonly random: () => number;
}

/** A text in another register, and where each of its old places is now. */
export interface Altered {
  readonly text: string;
  readonly moved: (range: Range) => Range;
}

interface Replacement extends Range {
  readonly by: string;
}

/** Outer and inner marks of several countries' newspapers. */
const MARKS = [
  ['‘', '’', '“', '”'],
  ['«', '»', '“', '”'],
  ['„', '“', '‚', '‘'],
  ['"', '"', "'", "'"],
  ['“', '”', '‘', '’'],
] as const;

/**
 * The same report as another outlet in another country might have set it: its names exchanged, each for the same other
 * one throughout; its kind of quotation marks another; its first line a headline in title case.
 */
export function alter(report: Pick<Report, 'text' | 'blocks'>, register: Register): Altered {
  const layout = layOut(report, register.abbreviations);
  const replacements = [
    ...marksOf(layout, register),
    ...namesOf(layout, register),
    ...headlineOf(layout, register),
  ].toSorted((a, b) => a.start - b.start || a.end - b.end);
  return replaced(report.text, replacements);
}

function marksOf({ text, quotations }: Layout, { random }: Register): Replacement[] {
  const marks = MARKS[Math.floor(random() * MARKS.length)] ?? MARKS[4];
  return quotations.flatMap(({ start, end, level, closing }) => {
    const [opens, closes] = level % 2 === 0 ? [marks[0], marks[1]] : [marks[2], marks[3]];
    const width = text.startsWith("''", start) || text.startsWith('``', start) ? 2 : 1;
    const closed = text.slice(end - 2, end) === "''" ? 2 : 1;
    const first = { start, end: start + width, by: opens };
    return closing === 'closed' ? [first, { start: end - closed, end, by: closes }] : [first];
  });
}

/** Members of peoples, parties and creeds, and their adjectives: in their place a name of a person would be no English. */
const PEOPLES = /(?:ans?|ics?|ish|ese|crats?|ists?|ites?)$/;

/** Words that the text always writes with a capital, and at least once within a sentence, are names. */
function namesOf({ blocks }: Layout, { kept, nameFor, random }: Register): Replacement[] {
  const lower = new Set<string>();
  const within = new Set<string>();
  const words: Token[] = [];
  for (const { tokens, sentences } of blocks) {
    const firsts = new Set(sentences.map(({ first }) => first));
    for (const [index, token] of tokens.entries()) {
      if (token.kind !== 'word' || token.text.length < 2) continue;
      if (/^\p{Ll}/u.test(token.text)) lower.add(token.form);
      else if (/^\p{Lu}/u.test(token.text)) {
        words.push(token);
        const before = tokens[index - 1]?.kind;
        if (!firsts.has(index) && (before === 'word' || before === 'number')) within.add(token.text);
      }
    }
  }
  const names = new Map<string, string>();
  return words
    .filter(
      ({ text, form }) => within.has(text) && !lower.has(form) && !kept.has(text) && !PEOPLES.test(text),
    )
    .map(({ start, end, text }) => {
      const by = names.get(text) ?? nameFor(text, random);
      names.set(text, by);
      return { start, end, by };
    });
}

const SMALL = new Set([
  'a',
  'an',
  'and',
  'as',
  'at',
  'but',
  'by',
  'for',
  'in',
  'of',
  'on',
  'or',
  'the',
  'to',
]);

/** The first line, where it is one short sentence, in title case and without its full stop. */
function headlineOf({ blocks }: Layout, { random }: Register): Replacement[] {
  const [first] = blocks;
  if (first === undefined || first.sentences.length > 1 || first.tokens.length > 25 || random() < 0.3)
    return [];
  const raised = first.tokens
    .slice(1)
    .filter(({ text, form }) => /^\p{Ll}/u.test(text) && !SMALL.has(form))
    .map(({ start, text }) => ({ start, end: start + 1, by: text.charAt(0).toUpperCase() }));
  const last = first.tokens.at(-1);
  return last?.text === '.' ? [...raised, { start: last.start, end: last.end, by: '' }] : raised;
}

function replaced(text: string, replacements: readonly Replacement[]): Altered {
  const parts: string[] = [];
  const moves: { from: Range; to: Range }[] = [];
  let at = 0;
  let length = 0;
  for (const { start, end, by } of replacements) {
    if (start < at) continue;
    parts.push(text.slice(at, start), by);
    const to = length + (start - at);
    moves.push({ from: { start, end }, to: { start: to, end: to + by.length } });
    length = to + by.length;
    at = end;
  }
  parts.push(text.slice(at));
  const place = (offset: number, side: 'start' | 'end') => {
    const move = moves.findLast(
      ({ from }) => from.start < offset || (side === 'start' && from.start === offset),
    );
    if (move === undefined) return offset;
    if (offset >= move.from.end) return move.to.end + offset - move.from.end;
    return side === 'start' ? move.to.start : move.to.end;
  };
  return {
    text: parts.join(''),
    moved: ({ start, end }) => ({ start: place(start, 'start'), end: place(end, 'end') }),
  };
}
