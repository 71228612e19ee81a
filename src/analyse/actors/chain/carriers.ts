import { extentOf, type Statement } from '../../../record/index.ts';
import { contains, overlaps, type Range } from '../../../text/index.ts';
import type { ActorWords } from '../actor-words.ts';
import type { Cast } from '../cast.ts';
import { areMedia, seenBy } from './media.ts';

/** What somebody does by words rather than says for others to pass on: a medium behind tells of it itself. */
const DEEDS: ReadonlySet<string> = new Set(['rule out', 'agree', 'refuse']);
/** For a statement the words that name media, step by step. */
export type Carriers = ReadonlyMap<Statement['id'], readonly (readonly Range[])[]>;

const CARRIES = /^(?:according to|as (?:reported|quoted|cited) by|as \p{L}+ (?:by|in)|per|via)$/iu;

/** So many statements before and behind may share a sentence. */
const NEIGHBOURS = 20;

/**
 * "This was stated by Selk, according to Norne", "according to minutes seen by Norne": the medium only carries the words of another, so that it has no
 * statement of its own. Gives the statements without such, and for each that was carried the words that name the media, step by step.
 */
export function withoutCarriers(
  statements: readonly Statement[],
  known: { cast: Cast; words: ActorWords },
): { statements: Statement[]; carriers: Carriers; cited: Carriers } {
  const carriers = new Map<Statement['id'], (readonly Range[])[]>();
  const cited = new Map<Statement['id'], (readonly Range[])[]>();
  const gone = new Map<Statement['id'], Statement>();
  const put = (to: typeof carriers, { id }: Statement, media: readonly Range[]) =>
    to.set(id, [...(to.get(id) ?? []), media]);
  for (const [index, statement] of statements.entries()) {
    const media = mayCarry(statement) ? mediaOf(statement.source, known) : null;
    const carried = nearTo(statements, index).filter(
      (other) => !gone.has(other.id) && isCarried(other, statement, known),
    );
    if (media === null || carried.length === 0) continue;
    gone.set(statement.id, statement);
    for (const one of carried) put(isCited(statement) ? cited : carriers, one, media);
  }
  const kept = statements.filter(({ id }) => !gone.has(id));
  for (const [cited, citer] of citersIn(kept)) put(carriers, cited, citer.source);
  return { statements: kept.map((statement) => outOf(gone, statement)), carriers, cited };
}

/** "Norne reports, citing the minister": what the minister said came by Norne. */
const citersIn = (statements: readonly Statement[]): [cited: Statement, citer: Statement][] =>
  statements.flatMap((cited, index) => {
    const citer = isCited(cited)
      ? nearTo(statements, index).find((other) => isCiter(other, cited))
      : undefined;
    return citer === undefined ? [] : [[cited, citer]];
  });

const nearTo = (statements: readonly Statement[], index: number) =>
  statements.slice(Math.max(0, index - NEIGHBOURS), index + NEIGHBOURS);

const mayCarry = (statement: Statement): boolean =>
  isCited(statement) || CARRIES.test(cueOf(statement)) || isAddedBehind(statement);

/** What introduces whom a medium relies on. */
const CITES = new Set(['citing', 'quoting', 'referring to', 'with reference to', 'with a reference to']);

/** Whether somebody else's statement relies on this one: "Norne reports, [citing the minister]". */
export const isCited = (statement: Statement): boolean => CITES.has(cueOf(statement).toLowerCase());

const PRONOUNS = new Set(['he', 'she', 'it', 'they', 'who', 'which', 'we', 'i', 'you']);

/** Whether a statement is the one that relies on what it cites: it says the same. */
export const isCiter = (other: Statement, { content }: Statement): boolean =>
  !isCited(other) &&
  other.source.some(({ text }) => !PRONOUNS.has(text.toLowerCase())) &&
  other.content.some(({ start }) => content.some((piece) => piece.start === start));

/** Whether one statement is what another only carries: it stands in it with its cue, or says the same before it. */
function isCarried(
  other: Statement,
  statement: Statement,
  known: { cast: Cast; words: ActorWords },
): boolean {
  const { id, content, cue } = statement;
  if (other === statement || !mayCarry(statement)) return false;
  const behind = isAddedBehind(statement);
  if (other.mode === 'held' || other.source.length === 0 || (behind && DEEDS.has(other.act))) return false;
  const own = hullOfCue(other);
  if (content.some((piece) => contains(piece, own)))
    return other.within === id || content.every((piece) => contains(extentOf(other), piece));
  const isBetween = own.end <= (cue[0]?.start ?? 0) && content.every(({ end }) => end <= own.start);
  return (
    behind &&
    isBetween &&
    mediaOf(other.source, known) === null &&
    other.content.some((piece) => content.some((one) => overlaps(piece, one)))
  );
}

/** "…, Selk said, the portal Tide reports": a clause of its own behind what it carries. */
function isAddedBehind(statement: Statement): boolean {
  const [first] = statement.cue;
  return (
    first !== undefined &&
    !CARRIES.test(cueOf(statement)) &&
    statement.content.every(({ end }) => end <= first.start)
  );
}

const cueOf = ({ cue }: Statement): string => cue.map(({ text }) => text).join(' ');

/** A source that is media, or the medium that has seen the document which the source is. */
function mediaOf(
  source: Statement['source'],
  known: { cast: Cast; words: ActorWords },
): readonly Range[] | null {
  const media = source.filter(({ text }) => areMedia(text, known));
  if (media.length > 0) return media;
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
