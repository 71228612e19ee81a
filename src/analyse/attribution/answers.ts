import { extentOf, type Statement } from '../../record/index.ts';
import type { NamedRule } from '../named-rule.ts';
import { byContent } from './acts-by-content.ts';

/** So far back a question may stand: the beginning of a sentence. */
const REACH = 240;
/** "Asked about the sale, she said …", "…, when asked why, …": a question that the report tells. */
const ASKED = /(?:^|[.!?]["”’»]?\s+|,\s|\n)(?:When |when )?[Aa]sked\b[^.!?\n]*$/;

const POINTS_BACK: NamedRule = {
  name: 'act-of-what-it-points-back-to',
  example: 'The meeting has been moved to May. This was stated by the mayor of Skarn.',
};
const TURN: NamedRule = {
  name: 'turn-after-a-question',
  example: 'Review: Is it safe?\n\nDovic: It is dry.\n\nReview: And the dam?\n\nDovic: There is no dam.',
};
const BEHIND_ASKED: NamedRule = {
  name: 'behind-an-asked',
  example: 'Asked whether the bridge was safe, Mayor Edda Bream said that it was dry.',
};
const ASKED_HERE: NamedRule = {
  name: 'asked-in-its-sentence',
  example: 'Asked about the sale, Edda Bream said it was over.',
};

export const ANSWER_RULES = [POINTS_BACK, TURN, BEHIND_ASKED, ASKED_HERE];

/** The same statement with another act. */
const acting = (statement: Statement, act: Statement['act'], { name }: NamedRule): Statement => ({
  ...statement,
  act,
  rules: statement.rules && { ...statement.rules, act: name },
});

/** What is done by "This was stated by X" is what is done by what it points back to. */
export function withActsOfReferences(statements: readonly Statement[]): Statement[] {
  return statements.map((statement) => {
    if (statement.refers === null || statement.act !== 'say') return statement;
    const said = statement.refers.spans.map(({ text }) => text).join(' ');
    const done = byContent(said);
    return done === null ? statement : acting(statement, done.act, POINTS_BACK);
  });
}

/**
 * A plain statement that follows a question is an answer: the turn after another's question, and what stands in the
 * sentence of an "asked" or right behind it. `statements` are in the order of the text.
 */
export function withAnswers(statements: readonly Statement[], text: string): Statement[] {
  let before: Statement | null = null;
  return statements.map((statement) => {
    const asked =
      statement.act === 'say' && statement.within === null ? askedBy(statement, before, text) : null;
    if (statement.within === null) before = statement;
    return asked === null ? statement : acting(statement, 'answer', asked);
  });
}

/** The rule by which a statement answers a question; null where none does. */
function askedBy(statement: Statement, before: Statement | null, text: string): NamedRule | null {
  const { start } = extentOf(statement);
  const asks = before?.act === 'ask' && extentOf(before).end <= start;
  const gap = before === null ? '' : text.slice(extentOf(before).end, start);
  if (asks && isTurn(statement) && gap.trim() === '') return TURN;
  if (asks && /^asked/i.test(before?.cue[0]?.text ?? '') && gap.length < REACH && !gap.includes('\n'))
    return BEHIND_ASKED;
  const cue = statement.cue[0]?.start ?? start;
  const ahead = text.slice(Math.max(0, Math.min(start, cue) - REACH), Math.min(start, cue));
  return ASKED.test(ahead) ? ASKED_HERE : null;
}

const isTurn = ({ cue, kind }: Statement) => cue[0]?.text === ':' && kind === 'direct';
