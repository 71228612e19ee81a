import { extentOf, type Statement } from '../../../record/index.ts';
import { contains, type Range } from '../../../text/index.ts';
import type { Cast } from '../cast.ts';
import type { ActorWords } from '../reading.ts';
import { areMedia, seenBy } from './media.ts';

const CARRIES = /^(?:according to|as (?:reported|quoted|cited) by|as \p{L}+ (?:by|in)|per|via)$/iu;

/** So many statements before and behind may share a sentence. */
const NEIGHBOURS = 20;

/**
 * "This was stated by Selk, according to Norne", "according to minutes seen by Norne": the medium only carries the words of another, so that it has no
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
    const media = CARRIES.test(cue.map(({ text }) => text).join(' ')) ? mediaOf(source, known) : null;
    if (media === null) continue;
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
    for (const { id } of carried) carriers.set(id, media);
  }
  const kept = statements.filter(({ id }) => !gone.has(id));
  return { statements: kept.map((statement) => outOf(gone, statement)), carriers };
}

/** A source that is media, or the medium that has seen the document which the source is. */
function mediaOf(
  source: Statement['source'],
  known: { cast: Cast; words: ActorWords },
): readonly Range[] | null {
  if (areMedia(source.map(({ text }) => text).join(' '), known)) return source;
  const seeing = seenBy(source, known);
  return seeing === null ? null : [seeing];
}

/** A statement that stood in what is gone stands in what that stood in. */
function outOf(gone: ReadonlyMap<Statement['id'], Statement>, statement: Statement): Statement {
  let { within } = statement;
  for (let around = inGone(); around !== undefined; around = inGone()) within = around.within;
  return within === statement.within ? statement : { ...statement, within };

  function inGone(): Statement | undefined {
    return within === null ? undefined : gone.get(within);
  }
}

function hullOfCue({ cue, source }: Statement): Range {
  const parts = cue.length > 0 ? cue : source;
  return { start: parts[0]?.start ?? 0, end: parts.at(-1)?.end ?? 0 };
}
