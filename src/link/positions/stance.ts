import { type Position, type Statement, sideOf } from '../../record/index.ts';
import type { Span } from '../../text/index.ts';
import type { LinkWords } from '../words.ts';
import { clausesIn } from './clause.ts';
import { conditionIn } from './conditions.ts';
import type { Question } from './question.ts';
import { type Sign, signOf } from './signs.ts';
import { supposedIn } from './supposed.ts';

export interface Judged {
  readonly stance: Position['stance'];
  readonly condition: Span | null;
  readonly rule: string;
}

/**
 * Where a statement stands on a question. What the question proposes and its contrary are looked for, and words of favour and
 * of disfavour, each turned about by a denial; where nothing of it tells, the act of saying does. A condition that is spelled
 * out makes it conditional, but for one that names what is proposed itself.
 */
export function stanceOf(
  statement: Statement,
  { question, text, words }: { question: Question; text: string; words: LinkWords },
): Judged {
  const spans = statement.refers?.spans ?? statement.content;
  const said = spans.map((span) => span.text).join(' … ');
  const told = statement.kind === 'direct' ? said : `${cueOf(statement)} ${said}`;
  const condition = conditionIn(text, spans, words);
  if (condition === null) {
    const clauses = clausesIn(told, question, words);
    const supposed = supposedIn(said, words);
    const answered = supposed === null ? null : signIn(supposed, question, words);
    if (answered !== null && COURSES.has(answered.rule))
      return { stance: stanceBy(-answered.sign), condition: null, rule: 'what-is-supposed' };
    const isJudged = clauses.flat().some(({ parts }) => parts.includes('disfavour'));
    return judgedBy(signOf(clauses, question), statement, { question, isJudged });
  }
  const asked = signIn(condition.span.text, question, words);
  const rest = signIn(told.replace(condition.span.text, ' '), question, words);
  if (condition.isBar && asked !== null && OF_IT.has(asked.rule))
    return judgedBy(asked, statement, { question, isJudged: true });
  if (asked?.rule !== 'what-is-proposed' || (rest !== null && OF_IT.has(rest.rule)))
    return { stance: 'conditional', condition: condition.span, rule: 'condition-spelled-out' };
  // "If they shut that pool I will stand in it": what is proposed is the condition, and answered.
  const isWelcome = rest?.rule === 'favour-of-something' && rest.sign === 1;
  return {
    stance: stanceBy(isWelcome ? asked.sign : -asked.sign),
    condition: null,
    rule: 'answer-to-what-is-proposed',
  };
}

/** Rules that tell a stance clearly: what else decides is a guess at best. */
export const CLEAR_RULES: ReadonlySet<string> = new Set([
  'what-is-proposed',
  'not-without-it',
  'words-of-favour',
  'condition-spelled-out',
  'answer-to-what-is-proposed',
  'what-is-supposed',
]);

/** The rule behind a stance that a person decided. */
export const DECIDED = 'decided';

const COURSES: ReadonlySet<Sign['rule']> = new Set(['what-is-proposed', 'course-of-something']);
/** Signs of the matter itself: a condition that names it too is one, and no question that is answered. */
const OF_IT: ReadonlySet<Sign['rule']> = new Set(['what-is-proposed', 'words-of-favour', 'not-without-it']);

const stanceBy = (sign: number) => (sign > 0 ? 'for' : 'against');
const signIn = (said: string, question: Question, words: LinkWords) =>
  signOf(clausesIn(said, question, words), question);

/** A cue may take a side itself ("called for", "would vote against"); one of holding apart ("said that") does not. */
const cueOf = ({ cue }: Statement) => cue.map(({ text }) => text).join(' ');

/** By the sign of the words, else by the act: who warns of what is proposed is against it, unless the words judge for themselves. */
function judgedBy(
  sign: Sign | null,
  statement: Statement,
  { question, isJudged }: { question: Question; isJudged: boolean },
): Judged {
  const { kind, act } = statement;
  if (sign?.rule === 'what-is-proposed' && act === 'warn' && kind !== 'direct' && !isJudged)
    return { stance: stanceBy(-sign.sign), condition: null, rule: 'warned-of' };
  if (sign !== null) return { stance: stanceBy(sign.sign), condition: null, rule: sign.rule };
  const isOther = kind === 'direct' && act === 'promise' && question.course !== 'doing';
  const side = isOther ? null : sideOf(statement);
  if (side !== null) return { stance: stanceBy(side), condition: null, rule: 'by-the-act' };
  return { stance: 'unclear', condition: null, rule: 'nothing-tells' };
}
