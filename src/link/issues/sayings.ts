import { type Statement, sideOf } from '../../record/index.ts';
import type { Taken } from '../taken.ts';
import { type LinkWords, stemsOf } from '../words.ts';
import { isPointing, type Worded, wordedIn } from './wording.ts';

/** Who says something, and which act of saying it is, over all reports. */
export interface Voices {
  readonly speaker: (report: string, statement: Statement) => string | null;
  readonly utterance: (statement: Statement['id']) => string | null;
}

/** One act of saying in which somebody takes a side, with every statement that renders it. */
export interface Saying {
  /** The statement that renders it best. */
  readonly statement: Statement;
  readonly taken: Taken;
  readonly all: readonly { readonly statement: Statement; readonly taken: Taken }[];
  /** Who says it, as one key over all reports. */
  readonly speaker: string;
  readonly worded: Worded | null;
  /** Whether somebody takes a side by the act or by saying what should be done, or may do so by words alone. */
  readonly isPlain: boolean;
  readonly stems: readonly string[];
  /** Stems of what stands before it in its paragraph, and of the headline. */
  readonly around: readonly string[];
}

/** Acts by which a side is taken that bear on what is to be done, and not on what somebody was or did. */
const PLAIN: ReadonlySet<Statement['act']> = new Set<Statement['act']>([
  'agree',
  'support',
  'propose',
  'demand',
  'want',
  'plan',
  'refuse',
  'rule out',
  'oppose',
]);

/** The sayings of reports in which somebody takes a side, each once, the earliest report first. */
export function sayingsIn(takens: readonly Taken[], voices: Voices, words: LinkWords): Saying[] {
  const all = takens.flatMap((taken) =>
    taken.record.statements.flatMap((statement) => sayingOf(statement, taken, voices, words) ?? []),
  );
  const keyed = Map.groupBy(all, ({ statement, speaker, stems }) => {
    const utterance = voices.utterance(statement.id);
    return utterance ?? `${speaker} ${stems.join(' ')}`;
  });
  return [...keyed.values()].flatMap((group) => {
    const best = group.toSorted(byWording)[0];
    return best === undefined ? [] : { ...best, all: group.flatMap((one) => one.all) };
  });
}

/** Those that say what should be done before those that only may, in the order of publication. */
const byWording = (a: Saying, b: Saying) =>
  Number(b.worded !== null) - Number(a.worded !== null) || Number(b.isPlain) - Number(a.isPlain);

function sayingOf(statement: Statement, taken: Taken, voices: Voices, words: LinkWords): Saying | null {
  const { report } = taken.record;
  const speaker = voices.speaker(report.id, statement);
  const spans = statement.refers?.spans ?? statement.content;
  const told = spans.map(({ text }) => text).join(' ');
  const stems = [...new Set(stemsOf(told, words))];
  const isNobody = statement.speaker.kind === 'described' && isPointing(statement.speaker.text, words);
  if (speaker === null || isNobody || stems.length === 0) return null;
  const worded = wordedIn({ statement, body: bodyOf(statement, taken) }, words);
  const isPlain = worded !== null || PLAIN.has(statement.act);
  if (!isPlain && sideOf(statement) === null && !stems.some((stem) => isSided(stem, words))) return null;
  const at = spans[0]?.start ?? 0;
  const block = report.blocks.find(({ start, end }) => start <= at && at < end);
  const before = report.text.slice(block?.start ?? at, at);
  return {
    statement,
    taken,
    all: [{ statement, taken }],
    speaker,
    worded,
    isPlain,
    stems,
    around: [...new Set(stemsOf(`${report.headline ?? ''} ${before}`, words))],
  };
}

function isSided(stem: string, { stance }: LinkWords): boolean {
  const { ending, lasting, going, staying, favour, disfavour } = stance;
  return [ending, lasting, going, staying, favour, disfavour].some((list) => list.has(stem));
}

/** The body that a statement is made for, or that makes it; null of a person alone. */
function bodyOf({ speaker }: Statement, { actors }: Taken): string | null {
  if (speaker.kind === 'unknown') return null;
  if (speaker.speaksFor !== null) return speaker.speaksFor.name;
  if (speaker.kind !== 'named' || speaker.actor === null) return null;
  return actors.get(speaker.actor)?.kind === 'person' ? null : speaker.name;
}
