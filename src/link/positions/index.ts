import type { Issue, Position, Report, Statement } from '../../record/index.ts';
import { anyOf, remembered } from '../../text/index.ts';
import type { Persons } from '../actors/index.ts';
import { byPublication, type Taken } from '../taken.ts';
import type { Likeness, LinkWords } from '../words.ts';
import { type Body, bodiesIn } from './bodies.ts';
import { type Question, questionOf } from './question.ts';
import { howOn, type On } from './relevance.ts';
import { isRetold } from './retold.ts';
import { type Judged, stanceOf } from './stance.ts';

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
}

/** Takes reports and questions. Gives who stands where, each with the statement that shows it, in the order of publication. */
export async function findPositions(
  takens: readonly Taken[],
  issues: readonly Issue[],
  { words, likeness, persons }: { words: LinkWords; likeness: Likeness; persons: Persons },
): Promise<Position[]> {
  const bodyOf = bodiesIn(takens, persons);
  const inOrder = takens.toSorted(byPublication);
  const positions: Position[] = [];
  for (const issue of issues) {
    const question = questionOf(issue, words);
    const found: Found[] = [];
    for (const taken of inOrder) found.push(...(await foundIn(taken, { question, words, likeness })));
    const voters = new Set(found.flatMap((one) => (isOwnVote(one, words) ? [idOf(one, persons)] : [])));
    for (const one of found) {
      const body = voters.has(idOf(one, persons)) ? null : bodyOf(one.statement, one.taken);
      positions.push(positionOf(one, { issue, body, persons }));
    }
  }
  return positions;
}

/** The statements of a report that take a position on a question. */
async function foundIn(
  taken: Taken,
  asked: { question: Question; words: LinkWords; likeness: Likeness },
): Promise<Found[]> {
  const { report, statements } = taken.record;
  const found: Found[] = [];
  for (const statement of statements) {
    const on = await howOn(statement, { ...asked, report });
    const told = on && stanceOf(statement, { ...asked, text: report.text });
    const judged = told && ruledBy(told, { on, statement, report });
    if (judged !== null) found.push({ statement, taken, judged });
  }
  return found;
}

/** What only stands near the matter is a position where it names what is to become of something; what others may have said, or was said before, is no clear one. */
function ruledBy(
  judged: Judged,
  { on, statement, report }: { on: On; statement: Statement; report: Report },
): Judged | null {
  const { kind, mode, speaker } = statement;
  if (
    on !== 'words' &&
    !TELLING.has(judged.rule) &&
    !(on === 'paragraph' && kind !== 'indirect' && judged.stance !== 'unclear')
  )
    return null;
  if (judged.rule === 'nothing-tells' && kind === 'indirect') return null;
  if (isRetold(statement, report)) return { ...judged, rule: 'told-again' };
  if (speaker.kind === 'named' && speaker.others.length > 0) return { ...judged, rule: 'one-of-several' };
  if (mode === 'held') return { ...judged, rule: 'held' };
  return on === 'words' ? judged : { ...judged, rule: 'points-back' };
}

/** What tells enough of a statement that has no word of the question. */
const TELLING: ReadonlySet<string> = new Set(['what-is-proposed', 'course-of-something', 'words-of-favour']);

const isOwnVote = ({ statement: { content } }: Found, words: LinkWords) =>
  content.some(({ text }) => ownVote(words).test(text));

const idOf = ({ statement: { speaker }, taken }: Found, persons: Persons) =>
  speaker.kind === 'named' ? (persons.of(taken.record.report.id, speaker.actor)?.id ?? speaker.name) : '';

function positionOf(
  { statement: { id, speaker }, taken: { record }, judged }: Found,
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
  };
}
