import { extentOf, type Statement } from '../../record/index.ts';
import { byContent } from './act.ts';

/** So far back a question may stand: the beginning of a sentence. */
const REACH = 240;
/** "Asked about the sale, she said …", "…, when asked why, …": a question that the report tells. */
const ASKED = /(?:^|[.!?]["”’»]?\s+|,\s|\n)(?:When |when )?[Aa]sked\b[^.!?\n]*$/;

/** What is done by "This was stated by X" is what is done by what it points back to. */
export function withActsOfReferences(statements: readonly Statement[]): Statement[] {
  return statements.map((statement) => {
    if (statement.refers === null || statement.act !== 'say') return statement;
    const said = statement.refers.spans.map(({ text }) => text).join(' ');
    return { ...statement, act: byContent(said) ?? statement.act };
  });
}

/**
 * A plain statement that follows a question is an answer: the turn after another's question, and what stands in the
 * sentence of an "asked" or right behind it. `statements` are in the order of the text.
 */
export function withAnswers(statements: readonly Statement[], text: string): Statement[] {
  let before: Statement | null = null;
  return statements.map((statement) => {
    const answers = statement.act === 'say' && statement.within === null && follows(statement, before, text);
    if (statement.within === null) before = statement;
    return answers ? { ...statement, act: 'answer' } : statement;
  });
}

function follows(statement: Statement, before: Statement | null, text: string): boolean {
  const { start } = extentOf(statement);
  const asks = before?.act === 'ask' && extentOf(before).end <= start;
  const gap = before === null ? '' : text.slice(extentOf(before).end, start);
  if (asks && isTurn(statement) && gap.trim() === '') return true;
  if (asks && /^asked/i.test(before?.cue[0]?.text ?? '') && gap.length < REACH && !gap.includes('\n'))
    return true;
  const cue = statement.cue[0]?.start ?? start;
  return ASKED.test(text.slice(Math.max(0, Math.min(start, cue) - REACH), Math.min(start, cue)));
}

const isTurn = ({ cue, kind }: Statement) => cue[0]?.text === ':' && kind === 'direct';
