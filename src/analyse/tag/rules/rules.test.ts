import { describe, expect, test } from 'vitest';
import { readMarks, writeMarks } from '../../../../test/marked.ts';
import { loadKit } from '../../../load/index.ts';
import { layOut } from '../../layout.ts';
import { finds, stays } from './rules.cases.ts';

const { tagger, abbreviations } = await loadKit({ tagger: 'rules' });

async function mark(text: string): Promise<string> {
  const layout = layOut({ text, blocks: [{ start: 0, end: text.length, kind: 'paragraph' }] }, abbreviations);
  const [tagging] = await tagger.tag([layout]);
  const all = tagging?.attributions ?? [];
  return writeMarks(
    text,
    new Map([
      ['s', all.flatMap(({ source }) => source)],
      ['c', all.flatMap(({ cue }) => cue)],
      ['k', all.flatMap(({ content }) => content)],
    ]),
  );
}

describe('the rule tagger', () => {
  test.each(finds)('%s', async (marked) => {
    expect(await mark(readMarks(marked).text)).toBe(marked);
  });
  test.each(stays)('finds nothing in: %s', async (text) => {
    expect(await mark(text)).toBe(text);
  });
});
