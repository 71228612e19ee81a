import { expect, test } from 'vitest';
import { readMarks } from '../../../test/marked.ts';
import { loadWords } from '../../load/index.ts';
import type { Report } from '../../record/index.ts';
import { acts } from './act.cases.ts';
import { actOf } from './act.ts';
import { withAnswers } from './answers.ts';
import { toStatements } from './index.ts';

const { words } = await loadWords();

test.each(acts)('$cue | $content', ({ cue, content, mode = 'said', act }) => {
  expect(actOf({ cue: [cue], content: [content], mode }, words).act).toBe(act);
});

/** The acts of marked statements (s source, c cue, k content, numbered in the order of the text). */
function actsIn(marked: string): string[] {
  const { text, ranges } = readMarks(marked);
  const attributions = [...ranges.keys()]
    .filter((mark) => mark.startsWith('k'))
    .map((mark) => ({
      source: ranges.get(`s${mark.slice(1)}`) ?? [],
      cue: ranges.get(`c${mark.slice(1)}`) ?? [],
      content: ranges.get(mark) ?? [],
      confidence: 1,
      turn: true as const,
    }));
  const blocks = [{ start: 0, end: text.length, kind: 'paragraph' as const }];
  const report = { id: 'report:0123456789abcdef' as Report['id'], text, blocks };
  return withAnswers(toStatements(report, { attributions, quotations: [] }, words), text).map(
    ({ act }) => act,
  );
}

test('a turn after a question answers it, a turn after an answer does not', () => {
  expect(
    actsIn(
      '<s1>A</s1><c1>:</c1> <k1>Is it safe?</k1>\n<s2>B</s2><c2>:</c2> <k2>It is.</k2>\n<s3>B</s3><c3>:</c3> <k3>And dry.</k3>',
    ),
  ).toEqual(['ask', 'answer', 'say']);
});

test('whoever was asked in the same sentence answers', () => {
  expect(actsIn('Asked about the sale, <s1>Oyle</s1> <c1>said</c1> <k1>it was over</k1>.')).toEqual([
    'answer',
  ]);
  expect(actsIn('Many asked. <s1>Oyle</s1> <c1>said</c1> <k1>it was over</k1>.')).toEqual(['say']);
});
