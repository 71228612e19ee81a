import type { Utterance } from '../../src/record/index.ts';
import type { Drawn } from './drawn.ts';
import type { GoldUtterance } from './gold.ts';
import { renditionsOf } from './renditions.ts';
import type { Tally } from './tally.ts';
import { Who } from './who.ts';

/** An utterance of several reports and ours, of which two of its renditions were found and joined. */
export interface Joined {
  readonly gold: GoldUtterance;
  readonly own: Utterance;
}

export function joinedIn(drawn: Drawn): Joined[] {
  const renditions = renditionsOf(drawn);
  return drawn.story.gold.utterances.flatMap((gold, at) => {
    if (new Set(gold.renditions.map(([report]) => report)).size < 2) return [];
    const counts = new Map<string, number>();
    for (const { own } of renditions.filter((one) => one.gold === at))
      counts.set(own, (counts.get(own) ?? 0) + 1);
    const [id, most = 0] = [...counts].toSorted((a, b) => b[1] - a[1])[0] ?? [];
    const own = drawn.picture.utterances.find((utterance) => utterance.id === id);
    return own === undefined || most < 2 ? [] : [{ gold, own }];
  });
}

/** Roots and dates of saying of the utterances that were joined: what is no right root is a wrong name, the speaker or a medium. */
export function scoreRoots(drawn: Drawn, tally: Tally): void {
  const who = new Who(drawn);
  for (const { gold, own } of joinedIn(drawn)) {
    const [isSpeaker, toldSpeaker] = [gold.root === 'speaker', own.root.kind === 'speaker'];
    const isName = !isSpeaker && !toldSpeaker && isRoot(gold.root, own, who);
    tally.add('rootRight', (isSpeaker && toldSpeaker) || isName);
    tally.add('rootWrongName', !isSpeaker && !toldSpeaker && !isName);
    tally.add('rootSpeakerForMedium', !isSpeaker && toldSpeaker);
    tally.add('rootMediumForSpeaker', isSpeaker && !toldSpeaker);
    tally.add('saidExact', gold.said !== null && own.said === gold.said, Number(gold.said !== null));
    tally.add('saidInvented', gold.said === null && own.said !== null, Number(gold.said === null));
  }
}

const isRoot = (gold: string, { root }: Utterance, who: Who) =>
  who.isName(gold, root.name) || who.is(gold, root);
