import type { Position, Statement } from '../../src/record/index.ts';
import { dice } from '../dice.ts';
import { findContents, keyOf, wordsOf } from './contents.ts';
import { type Drawn, issueIdOf } from './drawn.ts';
import type { Cited, GoldIssue, GoldPosition } from './gold.ts';
import type { Tally } from './tally.ts';
import { Who } from './who.ts';

const LEAST_CONDITION = 0.5;

/** A position that a hand listed, whose content was found, with ours of the same statement. */
export interface Taken {
  readonly gold: GoldPosition;
  readonly own: Position | null;
}

/** The positions of an issue whose contents were found: by a statement of a position of ours, else by any. */
export function takenIn(drawn: Drawn, { proposition, positions }: GoldIssue): Taken[] {
  const ours = drawn.picture.positions.filter(({ issue }) => issue === issueIdOf(proposition));
  const byStatement = new Map(ours.map((position) => [position.statement, position]));
  const isTaken = ({ id }: Statement) => byStatement.has(id);
  const cited = positions.map(({ report, content }): Cited => [report, content]);
  const first = findContents(cited, drawn, isTaken);
  const left = cited.filter((one) => !first.has(keyOf(one)));
  const found = new Map([...findContents(left, drawn, (statement) => !isTaken(statement)), ...first]);
  return positions.flatMap((gold) => {
    const statement = found.get(keyOf([gold.report, gold.content]));
    return statement === undefined ? [] : [{ gold, own: byStatement.get(statement.id) ?? null }];
  });
}

/** Positions over the contents found: one that ours does not have is wrong in every figure. */
export function scorePositions(drawn: Drawn, tally: Tally): void {
  const who = new Who(drawn);
  for (const issue of drawn.story.gold.issues) {
    const taken = takenIn(drawn, issue);
    tally.add('positionContentsFound', taken.length, issue.positions.length);
    for (const { gold, own } of taken) {
      tally.add('positionsTaken', own !== null);
      tally.add('stanceRight', own?.stance === gold.stance);
      if (gold.stance !== 'unclear') tally.add('stanceUnclear', own?.stance === 'unclear');
      tally.add('positionActor', own !== null && who.is(gold.actor, own));
      tally.add('positionFor', own !== null && isFor(gold, own, who));
      if (gold.condition !== null) tally.add('positionCondition', isCondition(gold.condition, own));
    }
  }
}

const isFor = (gold: GoldPosition, own: Position, who: Who) =>
  gold.for === null || own.for === null
    ? gold.for === own.for
    : who.is(gold.for, { who: own.forWho, name: own.for });

const isCondition = (gold: string, own: Position | null) =>
  own?.condition != null && dice(wordsOf(own.condition.text), wordsOf(gold)) >= LEAST_CONDITION;
