import type { Issue, Position, Report, Statement } from '../../record/index.ts';
import { anyOf, remembered } from '../../text/index.ts';
import type { Persons } from '../actors/index.ts';
import { byPublication, type Taken } from '../taken.ts';
import type { Likeness, LinkWords, Stances } from '../words.ts';
import { type Body, bodiesIn } from './bodies.ts';
import { type Question, questionOf } from './question.ts';
import { readStance } from './read.ts';
import { howOn, type On } from './relevance.ts';
import { isRetold } from './retold.ts';
import { DECIDED, type Judged, stanceOf } from './stance.ts';

export { changesOf } from './changes.ts';

/** Who tells how they will themselves vote speaks as one of a body, and not for it. */
const ownVote = remembered(
  ({ phrases }: LinkWords) =>
    new RegExp(`\\b(?:${anyOf(phrases.voting)}(?: \\p{L}+)? vote|${anyOf(phrases['own-vote'])})\\b`, 'iu'),
);

interface Found {
  readonly statement: Statement;
  readonly taken: Taken;
  readonly judged: Judged;
  readonly decided: Position['decided'];
}

/** Takes reports and questions. Gives who stands where, each with the statement that shows it, in the order of publication. */
export async function findPositions(
  takens: readonly Taken[],
  issues: readonly Issue[],
  words: Reading,
  persons: Persons,
): Promise<Position[]> {
  const bodyOf = bodiesIn(takens, persons);
  const inOrder = takens.toSorted(byPublication);
  const positions: Position[] = [];
  for (const issue of issues) {
    const question = questionOf(issue, words);
    const found: Found[] = [];
    for (const taken of inOrder)
      found.push(...decidedIn(taken, issue, await foundIn(taken, question, words)));
    const voters = new Set(found.flatMap((one) => (isOwnVote(one, words) ? [idOf(one, persons)] : [])));
    for (const one of found) {
      const body = voters.has(idOf(one, persons)) ? null : bodyOf(one.statement, one.taken);
      positions.push(positionOf(one, { issue, body, persons }));
    }
  }
  return positions;
}

/** What positions are found with: words, and models where they can be had. */
type Reading = LinkWords & { readonly likeness: Likeness; readonly stances: Stances };

/** The statements of a report that take a position on a question. */
async function foundIn(taken: Taken, question: Question, words: Reading): Promise<Found[]> {
  const { report, statements } = taken.record;
  const { likeness, stances } = words;
  const found: Found[] = [];
  for (const statement of statements) {
    const on = await howOn(statement, { question, report, words, likeness });
    if (on === null) continue;
    const asked = { question, text: report.text, words };
    const judged =
      stances === null
        ? ruledBy(stanceOf(statement, asked), { on, statement, report })
        : retoldBy(await readStance(statement, { ...asked, stances }), { statement, report });
    if (judged !== null) found.push({ statement, taken, judged, decided: null });
  }
  return found;
}

/** What was found in a report, with the stances that people decided in place of those that were read. */
function decidedIn(taken: Taken, issue: Issue, found: readonly Found[]): readonly Found[] {
  const decided = new Map(
    taken.stances.filter((one) => one.issue === issue.id).map((one) => [one.statement, one]),
  );
  if (decided.size === 0) return found;
  const read = new Map(found.map((one) => [one.statement.id, one]));
  return taken.record.statements.flatMap((statement) => {
    const own = read.get(statement.id);
    const said = decided.get(statement.id);
    if (said === undefined) return own ?? [];
    if (said.stance === 'none') return [];
    const { stance, decision, by } = said;
    const condition = stance === 'conditional' ? (own?.judged.condition ?? null) : null;
    return {
      statement,
      taken,
      judged: { stance, condition, rule: DECIDED },
      decided: { decision, by, read: own?.judged.stance ?? null },
    };
  });
}

/** What only stands near the matter is a position where it names what is to become of something. */
function ruledBy(
  judged: Judged,
  { on, statement, report }: { on: On; statement: Statement; report: Report },
): Judged | null {
  const { kind } = statement;
  if (
    on !== 'words' &&
    !TELLING.has(judged.rule) &&
    !(on === 'paragraph' && kind !== 'indirect' && judged.stance !== 'unclear')
  )
    return null;
  if (judged.rule === 'nothing-tells' && kind === 'indirect') return null;
  return retoldBy(on === 'words' ? judged : { ...judged, rule: 'points-back' }, { statement, report });
}

/** What others may have said, was said before, or is held, is no clear position. */
function retoldBy<Own extends Judged | null>(
  judged: Own,
  { statement, report }: { statement: Statement; report: Report },
): Own {
  const { mode, speaker } = statement;
  if (judged === null) return judged;
  if (isRetold(statement, report)) return { ...judged, rule: 'told-again' };
  if (speaker.kind === 'named' && speaker.others.length > 0) return { ...judged, rule: 'one-of-several' };
  return mode === 'held' ? { ...judged, rule: 'held' } : judged;
}

/** What tells enough of a statement that has no word of the question. */
const TELLING: ReadonlySet<string> = new Set(['what-is-proposed', 'course-of-something', 'words-of-favour']);

const isOwnVote = ({ statement: { content } }: Found, words: LinkWords) =>
  content.some(({ text }) => ownVote(words).test(text));

const idOf = ({ statement: { speaker }, taken }: Found, persons: Persons) =>
  speaker.kind === 'named' ? (persons.of(taken.record.report.id, speaker.actor)?.id ?? speaker.name) : '';

function positionOf(
  { statement: { id, speaker }, taken: { record }, judged, decided }: Found,
  { issue, body, persons }: { issue: Issue; body: Body | null; persons: Persons },
): Position {
  const { report } = record;
  const who = speaker.kind === 'named' ? persons.of(report.id, speaker.actor) : null;
  const name =
    who?.name ?? (speaker.kind === 'named' ? speaker.name : speaker.kind === 'described' ? speaker.text : '');
  return {
    issue: issue.id,
    statement: id,
    report: report.id,
    published: report.published,
    who: who?.id ?? null,
    name,
    for: body?.name ?? null,
    forWho: body?.who ?? null,
    ...judged,
    decided,
  };
}
