import type { Difference, Utterance } from '../../record/index.ts';
import type { Range } from '../../text/index.ts';
import type { Quoting } from '../quoting.ts';
import { overlapOf } from '../words.ts';
import { kindOf } from './difference-kind.ts';
import { areOneMedium } from './medium-name.ts';
import { type Quoted, quotedBy, type Word } from './quoted.ts';
import { quotedSpan } from './quoted-text.ts';
import type { Rendition } from './rendition.ts';
import { withEnd } from './run-ends.ts';
import { type Compared, type Run, runsOf } from './word-runs.ts';

export interface Telling {
  readonly root: Utterance['root'];
  readonly quoting: Quoting;
  /** Words that deny. */
  readonly denial: ReadonlySet<string>;
}

/** Fewer quoted words than these are a phrase, of which no report can be told to have it otherwise. */
const FEWEST_WORDS = 4;
/** What has nearly as many words as the fullest may be what the others are compared with. */
const NEARLY_ALL = 0.8;
/** Less than this of what one quotes is in the other: it is another wording, a translation say, and not so many changed words. */
const SAME_WORDING = 0.6;
/** More differences than these between two quotations are told as one. */
const MOST_TOLD = 6;
/** So much of the words that say anything is in both where two word one thing otherwise, in no fewer words than these. */
const SAME_MATTER = 0.5;
const FEWEST_SHARED = 3;

/**
 * Where renditions in other reports quote the words otherwise than the one that gives most of them. Renditions are taken in the
 * order of publication; what stands outside quotation marks is compared with nothing. That is no judgement of who is right.
 */
export function differencesOf(renditions: readonly Rendition[], telling: Telling): Difference[] {
  const quoted = renditions
    .map((rendition) => ({ rendition, ...quotedBy(rendition, telling.quoting) }))
    .filter(({ words }) => words.length >= FEWEST_WORDS);
  const model = modelOf(quoted, telling.root);
  if (model === null) return [];
  return quoted
    .filter(({ rendition }) => rendition.report.id !== model.rendition.report.id)
    .flatMap((one) => between(one, model, telling));
}

/**
 * What the others are compared with: of those that quote nearly as much as the fullest the root's own, else what most reports
 * have word for word, else the one with the fewest brackets and ellipses, the fullest, the earliest.
 */
function modelOf(quoted: readonly Quoted[], root: Utterance['root']): Quoted | null {
  const most = Math.max(0, ...quoted.map(({ words }) => words.length));
  const nearly = quoted.filter(({ words }) => words.length >= most * NEARLY_ALL);
  const rows = new Map(nearly.map((one) => [one, one.words.map(({ form }) => form).join(' ')]));
  const times = Map.groupBy(rows.values(), (row) => row);
  const isRoot = ({ rendition }: Quoted) =>
    root.kind !== 'speaker' && areOneMedium(rendition.report.outlet ?? '', root.name);
  const often = (one: Quoted) => times.get(rows.get(one) ?? '')?.length ?? 0;
  const edits = ({ words }: Quoted) =>
    words.filter(({ bracketed, afterGap }) => bracketed || afterGap).length;
  const [first] = nearly.toSorted(
    (a, b) =>
      Number(isRoot(b)) - Number(isRoot(a)) ||
      often(b) - often(a) ||
      edits(a) - edits(b) ||
      b.words.length - a.words.length,
  );
  return first ?? null;
}

function between(one: Quoted, model: Quoted, telling: Telling): Difference[] {
  const told = model.words.map((word) => ({ ...word, quoted: true, free: word.bracketed }));
  const compared = one.pieces.flatMap((piece) => {
    const alignment = telling.quoting.align(piece, told);
    return alignment === null ? [] : [runsOf(alignment.steps)];
  });
  const runs = compared.flatMap((part) => part.runs.map((run) => withEnd(run, model.words)));
  const found = runs.flatMap((run) => {
    const kind = kindOf(run, telling.denial);
    return kind === null ? [] : [{ kind, ...placesOf(run) }];
  });
  if (isOtherWording(compared, { one, model, count: found.length }))
    return [difference({ kind: 'wording', own: extent(one.words), its: extent(model.words) }, one, model)];
  return found.map((own) => difference(own, one, model));
}

/** Whether two say the same in other words throughout. */
function isOtherWording(
  compared: readonly Compared[],
  { one, model, count }: { one: Quoted; model: Quoted; count: number },
): boolean {
  const sum = (of: (part: Compared) => number) => compared.reduce((all, part) => all + of(part), 0);
  const weight = sum((part) => part.weight);
  if (weight > 0) return count > MOST_TOLD || sum((part) => part.sameWeight) / weight < SAME_WORDING;
  const { shared, contained } = overlapOf(one.rendition.stems, model.rendition.stems);
  return shared >= FEWEST_SHARED && contained >= SAME_MATTER;
}

interface Places {
  readonly own: Range;
  readonly its: Range;
}

/** Where a run stands in both; where one has no words there, from the word before to the word after in both. */
function placesOf({ asked, told, before, after }: Run): Places {
  const isBare = asked.length > 0 && told.length > 0;
  const around = (side: 'asked' | 'told', words: readonly Word[]) =>
    extent(isBare ? words : [before?.[side], ...words, after?.[side]].filter((word) => word !== undefined));
  return { own: around('asked', asked), its: around('told', told) };
}

const extent = (words: readonly Word[]): Range => ({
  start: Math.min(...words.map(({ start }) => start)),
  end: Math.max(...words.map(({ end }) => end)),
});

function difference(
  { kind, own, its }: Places & { readonly kind: Difference['kind'] },
  { rendition: one }: Quoted,
  { rendition: model }: Quoted,
): Difference {
  return { kind, ...placeIn(one, own), against: placeIn(model, its) };
}

const placeIn = (
  { statement, report, quoted }: Rendition,
  range: Range,
): Omit<Difference, 'kind' | 'against'> => ({
  statement: statement.id,
  report: report.id,
  span: quotedSpan(quoted, range),
});
