import { whenWords } from './edtf/index.ts';
import { speakerName } from './speaker-words.ts';
import type { Statement, StatementDecision } from './types.ts';

const VERBS = { accept: 'checked', reject: 'rejected', correct: 'corrected' } as const;

/** Who decided what on a statement, such as "corrected by Ada Moor". */
export const decidedBy = ({ kind, by }: StatementDecision): string => `${VERBS[kind]} by ${by}`;

/** What a correction puts in place of what was read, each with what that was: "speaker was Mina Pell, is Anna Holt". */
export function correctionWords(decision: StatementDecision, found: Statement): string[] {
  if (decision.kind !== 'correct') return [];
  const { content, speaker, act, said, stance } = decision.corrected;
  const words = [
    speaker === null
      ? null
      : `speaker was ${speakerName(found) ?? 'not known'}, is ${speaker.kind === 'named' ? speaker.name : 'not known'}`,
    act === null ? null : `act was ${found.act}, is ${act}`,
    said === null
      ? null
      : `date was ${found.said === null ? 'not told' : whenWords(found.said.value)}, is ${whenWords(said)}`,
    content === null ? null : `content was “${wordsOf(found.content)}”, is “${wordsOf(content.spans)}”`,
    stance === null ? null : `stance on ${stance.issue} is ${stance.stance}`,
  ];
  return words.filter((one) => one !== null);
}

const wordsOf = (spans: Statement['content']) => spans.map(({ text }) => text).join(' … ');
