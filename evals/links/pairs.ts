import { pairsOf } from './clusters.ts';
import { keyOf } from './contents.ts';
import type { Drawn } from './drawn.ts';
import type { Cited, Gold } from './gold.ts';
import { KINDS, kindOf } from './kinds.ts';
import { foundIn, putIn, renditionsOf } from './renditions.ts';
import type { Tally } from './tally.ts';

/** How many pairs of one utterance were joined, by how the two differ. */
export function scoreKinds(drawn: Drawn, tally: Tally): void {
  for (const kind of KINDS) tally.add(`pairs${kind}`, 0, 0);
  for (const [a, b] of pairsOf(renditionsOf(drawn)))
    if (a.gold === b.gold) tally.add(`pairs${kindOf(a.cited[1], b.cited[1])}`, a.own === b.own);
}

/** A pair of look-alikes of which both were found. */
export interface LookAlikes {
  readonly cited: Gold['notSame'][number];
  /** Whether one speaker said both; null where one of them is of no listed utterance. */
  readonly isOneSpeaker: boolean | null;
  readonly isJoined: boolean;
}

export function lookAlikes(drawn: Drawn): LookAlikes[] {
  const found = foundIn(drawn);
  return drawn.story.gold.notSame.flatMap((cited) => {
    const [a, b] = cited.map((one) => found.get(keyOf(one)));
    if (a === undefined || b === undefined) return [];
    const [one, other] = cited.map((words) => speakerOf(drawn.story.gold, words));
    const isOneSpeaker = one == null || other == null ? null : one === other;
    return [{ cited, isOneSpeaker, isJoined: putIn(drawn, a) === putIn(drawn, b) }];
  });
}

/** Look-alikes joined and kept apart, over those where both sides were found; and by whether one speaker said both. */
export function scoreLookAlikes(drawn: Drawn, tally: Tally): void {
  for (const { isOneSpeaker, isJoined } of lookAlikes(drawn)) {
    tally.add('notSameJoined', isJoined);
    tally.add('notSameApart', !isJoined);
    if (isOneSpeaker === true) tally.add('notSameJoinedSpeaker', isJoined);
    if (isOneSpeaker === false) tally.add('notSameJoinedSpeakers', isJoined);
  }
}

const speakerOf = ({ utterances }: Gold, words: Cited) =>
  utterances.find(({ renditions }) => renditions.some((one) => keyOf(one) === keyOf(words)))?.speaker ?? null;
