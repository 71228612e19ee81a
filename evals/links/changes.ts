import type { PositionChange } from '../../src/record/index.ts';
import { type Drawn, issueIdOf, numberOf } from './drawn.ts';
import type { GoldIssue } from './gold.ts';
import type { Tally } from './tally.ts';
import { Who } from './who.ts';

type GoldChange = GoldIssue['changes'][number];

/** Changes of an issue: each of the gold's with ours (the same actor, stances and report) or null, and ours that are none. */
export function changesIn(drawn: Drawn, { proposition, changes }: GoldIssue) {
  const who = new Who(drawn);
  const left = drawn.picture.changes.filter(({ issue }) => issue === issueIdOf(proposition));
  const isSame = (own: PositionChange, gold: GoldChange) =>
    own.from === gold.from &&
    own.to === gold.to &&
    numberOf(drawn, own.report) === gold.report &&
    who.is(gold.actor, own);
  const pairs = changes.map((gold) => {
    const at = left.findIndex((own) => isSame(own, gold));
    return { gold, own: at < 0 ? null : (left.splice(at, 1)[0] ?? null) };
  });
  return { pairs, wrong: left };
}

/** Changes found and missed, of the gold's; false ones, of ours. */
export function scoreChanges(drawn: Drawn, tally: Tally): void {
  for (const issue of drawn.story.gold.issues) {
    const { pairs, wrong } = changesIn(drawn, issue);
    const found = pairs.filter(({ own }) => own !== null).length;
    tally.add('changesFound', found, pairs.length);
    tally.add('changesMissed', pairs.length - found, pairs.length);
    tally.add('changesFalse', wrong.length, found + wrong.length);
  }
}
