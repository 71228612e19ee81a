import { parseWhen, type Statement, type Time } from '../../record/index.ts';
import { overlapping, overlaps, type Range } from '../../text/index.ts';
import type { NamedRule } from '../named-rule.ts';

/** So far from the cue a date is still one of saying. */
const REACH = 80;
/** So many statements before and behind may share a sentence. */
const NEIGHBOURS = 20;
export const SAID_AT: NamedRule = {
  name: 'date-beside-the-cue',
  example: 'The mayor said on Monday that the bridge was unsafe.',
};

/**
 * Gives each statement when it was made, where its own sentence dates it: by the dated expression nearest to the cue that is
 * part neither of what is said nor of who says it. Attitudes are not dated so: "had long wanted".
 */
export function withSaidAt(
  statements: readonly Statement[],
  { times, sentences }: { times: readonly Time[]; sentences: readonly Range[] },
): Statement[] {
  const dated = times.filter(isDate).map((time) => ({ ...time, start: time.span.start, end: time.span.end }));
  return statements.map((statement, index) => {
    const [cue] = statement.cue;
    const sentence = cue === undefined ? undefined : overlapping(sentences, cue)[0];
    if (cue === undefined || sentence === undefined || statement.mode === 'held') return statement;
    const inReach = overlapping(dated, {
      start: Math.max(sentence.start, cue.start - REACH - 1),
      end: Math.min(sentence.end, cue.end + REACH + 1),
    });
    if (inReach.length === 0) return statement;
    const neighbours = statements.slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS);
    const around = neighbours.find(({ id }) => id === statement.within);
    const others = neighbours.filter((other) => other !== statement && other.within !== statement.id);
    const near = inReach
      .filter((time) => around === undefined || around.content.some((piece) => overlaps(piece, time)))
      .filter((time) => !statement.content.some((piece) => overlaps(piece, time)))
      // "The ministry today announced": the end of the source may date it, what stands within it tells of who.
      .filter((time) => !statement.source.some((piece) => overlaps(piece, time) && piece.end !== time.end))
      .map((time) => ({ time, far: gap(time, cue) }))
      .filter(({ time, far }) => far <= REACH && !isAnothers(time, cue, others))
      .toSorted((a, b) => a.far - b.far)[0];
    if (near === undefined) return statement;
    const { value, span, how } = near.time;
    return { ...statement, said: { value, span, how, by: SAID_AT.name } };
  });
}

/** Whether an expression tells when something begins, if only in some year. */
function isDate({ type, value }: Time): boolean {
  const when = type === 'date' || type === 'time' ? parseWhen(value) : null;
  if (when === null) return false;
  const from = when.kind === 'interval' ? when.from : when;
  return from !== null && (from.kind !== 'clock' || from.day !== null);
}

function gap(a: Range, b: Range): number {
  return Math.max(a.start - b.end, b.start - a.end, 0);
}

/** Whether a date stands nearer to another statement's cue, or in what another says. */
function isAnothers(time: Range, cue: Range, others: readonly Statement[]): boolean {
  return others.some(({ cue: [first], content, within }) => {
    if (within === null && content.some((piece) => overlaps(piece, time))) return true;
    return first !== undefined && gap(time, first) < gap(time, cue);
  });
}
