import { permalinkOf, type Report, type Statement } from '../record/index.ts';
import { contains, overlaps, type Range, type Span, spanOf } from '../text/index.ts';
import { type Alignment, align, type Step } from './align.ts';
import { type AskedWord, bare } from './asked.ts';
import { type SpokenBy, spokenBy } from './by.ts';
import { withMoved } from './moved.ts';
import { type ToldWord, toldWords } from './told.ts';
import { recordedAt, wholeOf } from './whole.ts';

/** A report in which a quotation is looked for, with the ranges of its quotations. */
export interface Searched {
  readonly report: Report;
  readonly statements: readonly Statement[];
  readonly quotations: readonly Range[];
  readonly added: string | null;
}

/** How a quotation stands in one report. */
export type PlaceVerdict = 'exact' | 'near' | 'altered' | 'indirect';

/** A part of the word difference: words that are the same, asked for but not there, or there but not asked for. */
export interface Difference {
  readonly kind: 'same' | 'asked' | 'told';
  readonly text: string;
}

/** Where and how a report has the quotation. */
export interface Place {
  readonly verdict: PlaceVerdict;
  /** What is different although the words are the same: case, punctuation, ellipsis, bracket, attribution between. */
  readonly but: readonly string[];
  readonly span: Span;
  /** The whole sentences that the place stands in, with the quotation around it. */
  readonly whole: Span;
  /** Where the pages show it: the smallest range on record that holds it. */
  readonly permalink: string;
  readonly difference: readonly Difference[];
  readonly statement: Statement | null;
  readonly by: SpokenBy | null;
  readonly report: Report;
  readonly added: string | null;
  /** How much of the quotation is there, from 0 to 1. */
  readonly likeness: number;
}

/**
 * Below this share of the words a text says something else. Measured in docs/decisions/0004-looking-quotations-up.md:
 * quotations with a fifth of their words changed stay above it, quotations of other texts below.
 */
export const LEAST_LIKENESS = 0.5;
/** Fewer words of weight than these are a phrase that anybody may use: other words are found only where they are … */
const FEWEST_WORDS = 3;
/** … most of what the quotation on record says. */
const MOST_OF_IT = 0.6;

/** The best place of the quotation in one report, or null where it is not there. */
export function placeIn(
  quotation: string,
  asked: readonly AskedWord[],
  searched: Searched,
  by: string | null,
): Place | null {
  const { report, statements } = searched;
  const words = toldWords(report, statements, searched.quotations);
  const alignment = bestAlignment(asked, words);
  if (alignment === null) return null;
  const likeness = likenessOf(asked, alignment);
  const steps = withMoved(withoutEnds(alignment.steps), words);
  const told = steps.flatMap((step) => ('told' in step && step.kind !== 'passed over' ? [step.told] : []));
  const [first] = told;
  const last = told.at(-1);
  const same = steps.every(({ kind }) => kind === 'same' || kind === 'passed over' || kind === 'bracket');
  const shared = steps.filter(
    (step) => (step.kind === 'same' || step.kind === 'misspelt') && step.asked.weight === 1,
  );
  if (first === undefined || last === undefined || likeness < LEAST_LIKENESS) return null;
  const span = spanOf(report.text, { start: first.start, end: last.end });
  if (!same && shared.length < FEWEST_WORDS && shareOf(searched.quotations, span) < MOST_OF_IT) return null;
  const statement = statementAt(statements, span);
  const but = same ? notQuite(quotation, span, steps) : [];
  const quoted = told.every((word) => word.quoted);
  return {
    verdict: !quoted ? 'indirect' : !same ? 'altered' : but.length > 0 ? 'near' : 'exact',
    but,
    span,
    whole: wholeOf(report, span, [...searched.quotations, ...(statement?.content ?? [])]),
    permalink: permalinkOf(report.id, recordedAt(report, span, statements)),
    difference: same ? [] : differenceOf(steps, report.text),
    statement,
    by: by === null ? null : spokenBy(by, statement),
    report,
    added: searched.added,
    likeness,
  };
}

/** How much of the asked words is there, by their weight. */
function likenessOf(asked: readonly AskedWord[], { cost }: Alignment): number {
  const weight = asked.reduce((sum, word) => sum + (word.bracketed ? 0 : word.weight), 0);
  return weight === 0 ? 0 : 1 - Math.min(1, cost / weight);
}

/** Told words are compared in windows, so that a long report never asks for a table of its whole length. */
const WINDOW = 4_000;
/** A longer quotation shares this much of its words with every passage that has it; others are not worth comparing. */
const LEAST_SHARED = 0.4;
const LONG = 7;

function bestAlignment(asked: readonly AskedWord[], told: readonly ToldWord[]): Alignment | null {
  if (asked.length >= LONG && mostShared(asked, told) / asked.length < LEAST_SHARED) return null;
  const overlap = asked.length * 3 + 50;
  let best: Alignment | null = null;
  for (let start = 0; start === 0 || start + overlap < told.length; start += WINDOW) {
    const found = align(asked, told.slice(start, start + WINDOW + overlap));
    if (found !== null && (best === null || found.cost < best.cost)) best = found;
  }
  return best;
}

/** The most words of the quotation that stand together in twice its length; an ellipsis lets them stand anywhere. */
function mostShared(asked: readonly AskedWord[], told: readonly ToldWord[]): number {
  const forms = new Set(asked.map(({ form }) => form));
  const width = asked.some(({ afterGap }) => afterGap) ? told.length : asked.length * 2;
  const inside = new Map<string, number>();
  let most = 0;
  for (const [index, { form }] of told.entries()) {
    if (forms.has(form)) inside.set(form, index);
    const left = told[index - width];
    if (left !== undefined && inside.get(left.form) === index - width) inside.delete(left.form);
    most = Math.max(most, inside.size);
  }
  return most;
}

/** How much of the quotation around it a place is, from 0 to 1; 0 outside quotation marks. */
function shareOf(quotations: readonly Range[], place: Range): number {
  const around = quotations
    .filter((quotation) => contains(quotation, place))
    .map(({ start, end }) => end - start);
  return around.length === 0 ? 0 : (place.end - place.start) / Math.min(...around);
}

/** Told words before the first asked one, or after the last, are no part of the place. */
function withoutEnds(steps: readonly Step[]): Step[] {
  const isAsked = (step: Step) => 'asked' in step;
  return steps.slice(steps.findIndex(isAsked), steps.findLastIndex(isAsked) + 1);
}

/** What differs between the characters when the words are the same. */
function notQuite(quotation: string, span: Span, steps: readonly Step[]): string[] {
  const asked = plain(bare(quotation));
  const told = plain(span.text);
  if (asked === told || trimmedEnds(asked) === told) return [];
  const but = new Set<string>();
  if (/…|\.{3,}|\. \. \./.test(asked) || /…|\.{3,}/.test(told)) but.add('ellipsis');
  if (/[[\]]/.test(asked) || /[[\]]/.test(told) || steps.some(({ kind }) => kind === 'bracket'))
    but.add('bracket');
  if (steps.some((step) => step.kind === 'passed over' && step.told.free && !step.told.quoted))
    but.add('attribution between');
  if (steps.some((step) => step.kind === 'same' && !step.asked.bracketed && !sameCase(step, span)))
    but.add('case');
  if (but.size === 0 || !samePunctuation(steps, span)) but.add('punctuation');
  return [...but];
}

function sameCase(step: Extract<Step, { kind: 'same' | 'misspelt' | 'changed' }>, span: Span): boolean {
  const told = span.text.slice(step.told.start - span.start, step.told.end - span.start);
  const one = (text: string) => text.normalize('NFKC').replace(/[’ʼ]/g, "'");
  return one(step.asked.text) === one(told);
}

const plain = (text: string) => text.replace(/\s+/gu, ' ').trim();
const trimmedEnds = (text: string) => text.replace(/^[^\p{L}\p{N}]+|(?<![^\p{L}\p{N}])[^\p{L}\p{N}]+$/gu, '');

/** Whether words that follow each other on both sides have the same characters between them. */
function samePunctuation(steps: readonly Step[], span: Span): boolean {
  return steps.every((step, index) => {
    const before = steps[index - 1];
    if (step.kind !== 'same' || before?.kind !== 'same' || step.asked.afterGap) return true;
    if (step.asked.bracketed || before.asked.bracketed) return true;
    return (
      plain(step.asked.lead) ===
      plain(span.text.slice(before.told.end - span.start, step.told.start - span.start))
    );
  });
}

/** The smallest statement whose content holds the place, else one that shares words with it. */
function statementAt(statements: readonly Statement[], span: Range): Statement | null {
  const size = (statement: Statement) =>
    statement.content.reduce((sum, { start, end }) => sum + end - start, 0);
  const around = statements.filter(({ content }) => content.some((piece) => contains(piece, span)));
  const beside = statements.filter(({ content }) => content.some((piece) => overlaps(piece, span)));
  const [best] = (around.length > 0 ? around : beside).toSorted((a, b) => size(a) - size(b));
  return best ?? null;
}

function differenceOf(steps: readonly Step[], text: string): Difference[] {
  const parts: { kind: Difference['kind']; words: string[] }[] = [];
  const say = (kind: Difference['kind'], word: string) => {
    const last = parts.at(-1);
    if (last?.kind === kind) last.words.push(word);
    else parts.push({ kind, words: [word] });
  };
  for (const step of steps) {
    if (step.kind === 'passed over' || step.kind === 'bracket') continue;
    const told = 'told' in step ? text.slice(step.told.start, step.told.end) : '';
    if (step.kind === 'same') say('same', told);
    else {
      if ('asked' in step) say('asked', step.asked.text);
      if (told !== '') say('told', told);
    }
  }
  return parts.map(({ kind, words }) => ({ kind, text: words.join(' ') }));
}
