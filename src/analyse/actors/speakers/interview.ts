import type { Statement } from '../../../record/index.ts';
import type { Member } from '../cast.ts';
import { byMentions, inferred, isTurn, named, type Scene, type Speaker, turnStart } from './scene.ts';

const QUESTION = new Set(['q', 'question']);
const ANSWER = new Set(['a', 'answer']);

/**
 * Who takes a turn that names nobody: a question is the outlet's, an answer of whom the interview is with, the person named
 * most above the first turn; in a dialogue of dashes whoever spoke the turn before the last.
 */
export function ofTurn(statement: Statement, scene: Scene): Speaker | null {
  const found = statement.rules?.found ?? [];
  if (found[0] === 'turn-of-dialogue' && statement.source.length === 0) {
    const turns = scene.before.filter((one) => one.statement.rules?.found[0] === 'turn-of-dialogue');
    const other = turns.at(-2);
    return other === undefined ? null : inferred(other.speaker, 'turn-before-the-last');
  }
  const label =
    found[0] === 'turn-of-talk' || statement.cue[0]?.text === ':'
      ? (statement.source[0]?.text.toLowerCase().replace(/\.$/, '') ?? '')
      : '';
  if (found[0] === 'question-of-an-interview' || QUESTION.has(label)) return outletOf(scene);
  if (found[0] !== 'answer-of-an-interview' && !ANSWER.has(label)) return null;
  const guest = guestOf(statement, scene);
  return guest === null
    ? null
    : named(guest, scene, { how: 'inferred', by: 'answer-of-whom-the-interview-is-with' });
}

function outletOf({ report: { outlet } }: Scene): Speaker | null {
  if (outlet === null) return null;
  return {
    kind: 'named',
    actor: null,
    name: outlet,
    role: null,
    affiliation: null,
    speaksFor: null,
    how: 'inferred',
    by: 'question-of-the-outlet',
    others: [],
  };
}

/** The person named most before the first turn; null where two are named as often. */
function guestOf(statement: Statement, scene: Scene): Member | null {
  const first = scene.before.find((one) => isTurn(one.statement))?.statement ?? statement;
  const [most, next] = byMentions(scene, { start: 0, end: turnStart(first) }).filter(
    ({ member }) => member.kind === 'person',
  );
  return most === undefined || most.count === next?.count ? null : most.member;
}
