import type { Actor, Statement } from '../../record/index.ts';
import { overlaps, type Range, spanOf } from '../../text/index.ts';
import { childBy, type Syntax } from '../syntax/index.ts';
import type { Cast, Member } from './cast.ts';

interface Known {
  readonly text: string;
  readonly cast: Cast;
  readonly idOf: ReadonlyMap<Member, Actor['actor']>;
  readonly syntax: Syntax;
}

/** Between a question and its answer stands no more than a paragraph has. */
const MOST_BETWEEN = 2000;

/** "Asked whether …, she said …": who answers in the same paragraph was asked; else who the sentence goes on with, "Asked by Norne if she would go, Rohm laughed". */
export function withAsked(
  statements: readonly Statement[],
  { text, cast, idOf, syntax }: Known,
): Statement[] {
  const answers = statements.filter(
    ({ within, source, cue }) => within === null && source.length > 0 && !isAsked(cue),
  );
  let next = 0;
  return statements.map((statement) => {
    if (answers[next] === statement) next++;
    const [cue] = statement.cue;
    if (cue === undefined || !isAsked(statement.cue) || statement.to.length > 0) return statement;
    const to = answeredBy(answers[next], cue, text) ?? subjectAfter(cue, { text, cast, idOf, syntax });
    return to === null ? statement : { ...statement, to: [to] };
  });
}

const isAsked = ([cue]: Statement['cue']): boolean =>
  cue !== undefined && /^asked\b/i.test(cue.text) && !/ing$/.test(cue.text);

/** The speaker of an answer that follows a question in the same paragraph. */
function answeredBy(answer: Statement | undefined, cue: Range, text: string): Statement['to'][number] | null {
  const [span] = answer?.source ?? [];
  if (answer === undefined || answer.speaker.kind === 'unknown' || span === undefined) return null;
  if (span.start - cue.end > MOST_BETWEEN || text.slice(cue.end, span.start).includes('\n')) return null;
  const { speaker } = answer;
  return speaker.kind === 'named'
    ? { name: speaker.name, actor: speaker.actor, span }
    : { name: speaker.text, actor: null, span };
}

/** The subject of the clause that "Asked …" hangs on, where it has a name. */
function subjectAfter(cue: Range, { text, cast, idOf, syntax }: Known): Statement['to'][number] | null {
  const asked = syntax.headIn(cue);
  const subject =
    asked?.relation.startsWith('advcl') === true && asked.parent !== null
      ? childBy(asked.parent, 'nsubj')
      : null;
  const mention = subject === null ? undefined : cast.mentions.find((one) => overlaps(one, subject));
  return mention === undefined
    ? null
    : { name: mention.member.name, actor: idOf.get(mention.member) ?? null, span: spanOf(text, mention) };
}
