import { extentOf, type Statement } from '../../../record/index.ts';
import { contains, type Range } from '../../../text/index.ts';
import type { Cast } from '../cast.ts';
import type { ActorWords } from '../reading.ts';
import { areMedia } from './media.ts';

const CARRIES = /^(?:according to|as (?:reported|quoted|cited) by|as \p{L}+ (?:by|in)|per|via)$/iu;

/** So many statements before and behind may share a sentence. */
const NEIGHBOURS = 20;

/**
 * "This was stated by Selk, according to Norne": the medium only carries the words of another, so that it has no
 * statement of its own. Gives the statements without such, and for each that was carried the words that name the media.
 */
export function withoutCarriers(
  statements: readonly Statement[],
  known: { cast: Cast; words: ActorWords },
): { statements: Statement[]; carriers: Map<Statement['id'], readonly Range[]> } {
  const carriers = new Map<Statement['id'], readonly Range[]>();
  const gone = new Map<Statement['id'], Statement>();
  for (const [index, statement] of statements.entries()) {
    const { cue, source, content } = statement;
    const named = source.map(({ text }) => text).join(' ');
    if (!CARRIES.test(cue.map(({ text }) => text).join(' ')) || !areMedia(named, known)) continue;
    const carried = statements
      .slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS)
      .filter(
        (other) =>
          other !== statement &&
          other.mode !== 'held' &&
          other.source.length > 0 &&
          content.some((piece) => contains(piece, hullOfCue(other))) &&
          (other.within === statement.id || content.every((piece) => contains(extentOf(other), piece))),
      );
    if (carried.length === 0) continue;
    gone.set(statement.id, statement);
    for (const { id } of carried) carriers.set(id, source);
  }
  const kept = statements
    .filter(({ id }) => !gone.has(id))
    .map((statement) => {
      const around = statement.within === null ? undefined : gone.get(statement.within);
      return around === undefined ? statement : { ...statement, within: around.within };
    });
  return { statements: kept, carriers };
}

function hullOfCue({ cue, source }: Statement): Range {
  const parts = cue.length > 0 ? cue : source;
  return { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 };
}
