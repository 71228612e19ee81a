import { findQuotations, kindOf } from '../analyse/index.ts';
import type { FoundStatement, Ledger } from '../ledger/index.ts';
import {
  type Actor,
  actorIdNamed,
  type Decision,
  Fault,
  type Report,
  type Statement,
  type StatementDecision,
  statementIdAt,
} from '../record/index.ts';
import { type Range, spanOf } from '../text/index.ts';
import { type Linker, linkNew } from './linking.ts';
import { personsFor } from './picture.ts';

type Corrected = Extract<StatementDecision, { kind: 'correct' }>['corrected'];

const PERMALINK = /\/r\/(report:[0-9a-f]{16})#(\d{1,9})-(\d{1,9})$/;

/**
 * The statement that is meant by its id, one of a former analyser, or the permalink of its words.
 * @throws Fault where there is none.
 */
export async function statementNamed(ledger: Ledger, asked: string): Promise<FoundStatement> {
  const [, report, start, end] = PERMALINK.exec(asked) ?? [];
  const found =
    report === undefined
      ? await ledger.statement(asked)
      : await statementAt(ledger, report, { start: Number(start), end: Number(end) });
  if (found !== null) return found;
  throw new Fault(
    'no-statement',
    `expected a statement on record, found none at "${asked}": find prints the permalink of each, find --json its id`,
  );
}

/** The statement that has these words as its content or cue, else the one that overlaps them most. */
async function statementAt(ledger: Ledger, id: string, range: Range): Promise<FoundStatement | null> {
  const kept = await ledger.report(id);
  if (kept === null) return null;
  const has = ({ content, cue }: Statement) =>
    [content[0], cue[0]].some((span) => span?.start === range.start && span.end === range.end);
  const own = [...kept.statements, ...kept.decided.map(({ found }) => found)].find(has);
  return await ledger.statement(own?.id ?? statementIdAt(kept.report.id, range, 1));
}

/** What a decision on a statement is pinned to: its words as they were read, whatever was corrected since. */
export function anchorOf({ statement, decided, report }: FoundStatement): StatementDecision['on'] {
  const { content, cue } = decided?.found ?? statement;
  return { report: report.id, content, cue };
}

/** Where a corrected content stands: words that its report has, or the range of one or several pieces. */
export type ContentAsked = { readonly words: string } | { readonly ranges: readonly Range[] };

/**
 * The words that are to be a statement's content, and how they are quoted.
 * @throws Fault where the report does not have them, or several times and none beside the statement.
 */
export function contentIn({ statement, report }: FoundStatement, asked: ContentAsked): Corrected['content'] {
  const ranges = 'words' in asked ? [placeOf(report, statement, asked.words)] : asked.ranges;
  if (ranges.some(({ start, end }) => start >= end || end > report.text.length))
    throw new Fault(
      'span-does-not-hold',
      `expected ranges within the ${report.text.length} characters of ${report.id}, found ${ranges.map(({ start, end }) => `${start}-${end}`).join(', ')}`,
    );
  const outermost = findQuotations(report.text, report.blocks).filter(({ level }) => level === 0);
  return {
    spans: ranges.map((range) => spanOf(report.text, range)),
    kind: kindOf(report.text, ranges, outermost),
  };
}

/** The one place of some words, of several the one in the blocks of the statement. */
function placeOf({ id, text, blocks }: Report, { content, cue }: Statement, words: string): Range {
  const places: Range[] = [];
  for (let at = text.indexOf(words); at >= 0 && words !== ''; at = text.indexOf(words, at + 1))
    places.push({ start: at, end: at + words.length });
  const own = blocks.filter((block) =>
    [...content, ...cue].some(({ start }) => start >= block.start && start < block.end),
  );
  const near = places.filter(({ start }) => own.some((block) => start >= block.start && start < block.end));
  const [only] = places.length === 1 ? places : near;
  if (only !== undefined && (places.length === 1 || near.length === 1)) return only;
  throw new Fault(
    'no-such-words',
    places.length === 0
      ? `expected words of ${id} as they stand there, found "${words}"`
      : `expected words that stand once in ${id}, found "${words}" ${places.length} times: name the place with --range, such as ${places[0]?.start}-${places[0]?.end}`,
  );
}

/**
 * The actor that is meant by an id or a name: one of the report before any other on record; one whom nobody knows yet has to
 * be told apart by its sort.
 * @throws Fault where none is found, or several are.
 */
export async function speakerNamed(
  ledger: Ledger,
  { report }: FoundStatement,
  asked: { readonly name: string; readonly sort: Actor['kind'] | null },
): Promise<Corrected['speaker']> {
  const name = asked.name.trim();
  const actors = (await ledger.report(report.id))?.actors ?? [];
  const own = actors.find(({ actor, name: whole }) => actor === name || isSame(whole, name));
  if (own !== undefined) return speaker(own);
  const kept = await ledger.actor(name.startsWith('actor:') ? name : actorIdNamed(name));
  if (kept !== null) return speaker(kept);
  const { persons, total } = await personsFor(ledger, name, 5);
  const exact = persons.filter(({ id, name: whole }) => id === name || isSame(whole, name));
  const [only] = exact.length > 0 ? exact : persons;
  const member = only === undefined ? null : await ledger.actor(actorIdNamed(only.name));
  if (member !== null && (exact.length === 1 || total === 1)) return speaker(member);
  if (total === 0 && asked.sort !== null && !isId(name))
    return { kind: 'named', actor: actorIdNamed(name), name, sort: asked.sort };
  throw new Fault(
    'no-actor',
    total > 0
      ? `expected one actor, found ${total} of the name "${name}": ${persons.map(({ id, name: whole }) => `${id} ${whole}`).join('; ')}`
      : `expected an actor on record, found none of the name "${name}": say what it is, such as --speaker-kind person`,
  );
}

const isId = (name: string) => name.startsWith('actor:') || name.startsWith('who:');
const isSame = (a: string, b: string) => a.toLowerCase() === b.toLowerCase();

const speaker = ({ actor, name, kind }: Pick<Actor, 'actor' | 'name' | 'kind'>): Corrected['speaker'] => ({
  kind: 'named',
  actor,
  name,
  sort: kind,
});

/**
 * Keeps a decision, whatever it is on, and links again what changes by it. Where that is broken off, or nothing linked this
 * ledger yet, the next to link goes on.
 */
export async function decideAndLink(
  ledger: Ledger,
  linker: Linker | null,
  decision: Decision,
): Promise<void> {
  await ledger.decide(decision);
  if (linker !== null) await linkNew(ledger, linker);
}
