import { type Flag, type Statement, sideOf } from '../record/index.ts';
import type { Range } from '../text/index.ts';

/** Why somebody should look at a statement: of several reasons the one that weighs most. */
export const DOUBTS = ['reading', 'speaker', 'runner-up', 'no-speaker', 'flag'] as const;
export type Doubt = (typeof DOUBTS)[number];

/**
 * How likely something of a statement is wrong for each reason, from 0 to 1; for the reading the tagger says so itself, and is
 * calibrated. An inferred speaker is another in 28 cases of 100 (README: speakers in news texts whose source is a pronoun or a
 * role). Where somebody else came second it is nearly a toss, since rules answer nothing where two are equal; where nobody was
 * found there is as much to decide. That a flag is on a statement counts as an inferred speaker does: nobody measured it.
 */
const CHANCE = { speaker: 0.28, 'runner-up': 0.5, 'no-speaker': 0.5, flag: 0.28 } as const;

/** What is asked of a statement to tell how much it wants a person's eye. */
export interface Doubted
  extends Pick<Statement, 'confidence' | 'speaker' | 'content' | 'cue' | 'act' | 'negated'> {}

/** What stands beside it in its report: ranges that are flagged, and where the headline ends, 0 where there is none. */
export interface BesideIt {
  readonly flagged: readonly Range[];
  readonly headline: number;
}

/** How much a statement wants a person's eye, before it is known how many reports render it. */
export interface Weight {
  readonly kind: Doubt;
  /** How likely something of it is wrong, in thousandths: that one of the reasons is so, if none has to do with another. */
  readonly doubt: number;
  /** What hangs on it beside its renditions: 1 where it stands in the headline, 1 where it takes a side by its act. */
  readonly extra: number;
}

/** Why a statement should be looked at, each reason with how likely it is, the weightiest first. */
export function reasonsIn(
  statement: Doubted,
  { flagged }: BesideIt,
): readonly { kind: Doubt; chance: number }[] {
  const speaker = speakerDoubt(statement.speaker);
  const isFlagged = flagged.some((range) => touches(statement, range));
  return [
    { kind: 'reading' as const, chance: 1 - statement.confidence },
    ...(speaker === null ? [] : [{ kind: speaker, chance: CHANCE[speaker] }]),
    ...(isFlagged ? [{ kind: 'flag' as const, chance: CHANCE.flag }] : []),
  ].toSorted((a, b) => b.chance - a.chance);
}

function speakerDoubt(speaker: Statement['speaker']): 'speaker' | 'runner-up' | 'no-speaker' | null {
  if (speaker.kind === 'unknown') return 'no-speaker';
  if (speaker.how !== 'inferred') return null;
  return speaker.kind === 'named' && speaker.others.length > 0 ? 'runner-up' : 'speaker';
}

/** The weight of a statement as it was read. */
export function weightOf(statement: Doubted, beside: BesideIt): Weight {
  const reasons = reasonsIn(statement, beside);
  const isRight = reasons.reduce((product, { chance }) => product * (1 - chance), 1);
  const isInHeadline = [...statement.content, ...statement.cue].some(({ start }) => start < beside.headline);
  const takesSide = sideOf(statement) !== null;
  return {
    kind: reasons[0]?.kind ?? 'reading',
    doubt: Math.round(1000 * (1 - isRight)),
    extra: Number(isInHeadline) + Number(takesSide),
  };
}

/** The one number by which the queue goes: how likely something is wrong, times how much hangs on it. */
export const rankOf = ({ doubt, extra }: Weight, renditions: number): number => doubt * (renditions + extra);

/** Where the headline of a report ends; 0 where it has none. */
export const headlineEnd = (blocks: readonly { readonly kind: string; readonly end: number }[]): number =>
  blocks[0]?.kind === 'headline' ? blocks[0].end : 0;

/** The ranges that a report's flags are on. */
export const flaggedIn = (flags: readonly Pick<Flag, 'spans'>[]): Range[] =>
  flags.flatMap(({ spans }) => spans);

const touches = ({ content, cue }: Doubted, range: Range) =>
  [...content, ...cue].some(({ start, end }) => start < range.end && range.start < end);
