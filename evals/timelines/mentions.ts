import type { Syntax } from '../../src/analyse/syntax/index.ts';
import { plainName } from '../../src/link/words.ts';
import type { Actor, ReportRecord } from '../../src/record/index.ts';
import type { Range } from '../../src/text/index.ts';
import type { TimelineText } from './read.ts';

/** A report of a corpus as the product reads it. */
export interface ReadText {
  readonly text: TimelineText;
  readonly record: ReportRecord;
  readonly syntax: Syntax;
}

/** What a body is called beside its name. */
const LEGAL = new Set(['inc', 'corp', 'ltd', 'co', 'company', 'plc', 'the']);
const FEWEST = 2;

const wordsOf = (name: string) =>
  new Set(
    plainName(name)
      .split(' ')
      .filter((word) => !LEGAL.has(word)),
  );

/** Whether an actor is an entity: of the same words, or of a part of them with two words or more. */
export function isEntity({ name }: Pick<Actor, 'name'>, entity: string): boolean {
  const [one, other] = [wordsOf(name), wordsOf(entity)];
  const [fewer, more] = one.size <= other.size ? [one, other] : [other, one];
  return (fewer.size >= FEWEST || fewer.size === more.size) && fewer.isSubsetOf(more);
}

/** Where a report speaks of an entity: the mentions of its actors, and its name as it is written. */
export function mentionsOf(entity: string, { record }: ReadText): Range[] {
  const actors = record.actors.filter((actor) => isEntity(actor, entity));
  return [...actors.flatMap(({ mentions }) => mentions), ...writtenIn(record.report.text, entity)];
}

/** Whole words alone: "iPhone 3" is not in "iPhone 3G". */
function writtenIn(text: string, entity: string): Range[] {
  const words = entity.split(/\s+/u).map((word) => RegExp.escape(word));
  const pattern = new RegExp(`(?<![\\p{L}\\p{N}])${words.join('\\s+')}(?![\\p{L}\\p{N}])`, 'giu');
  return [...text.matchAll(pattern)].map(({ index, 0: found }) => ({
    start: index,
    end: index + found.length,
  }));
}
