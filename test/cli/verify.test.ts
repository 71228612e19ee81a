import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { lines, newFolder, onrecord } from './onrecord.ts';

const TEXT = `Lindqvist warns of late ferries

Greta Lindqvist opened the harbour meeting with Anna Orlek. “I would rather be late than sorry,” she said. The pier stays open.

“The pilots never liked it,” Tomas Beck said. A dock worker said that the pilots were right to stay.
`;
const INFERRED =
  'Greta Lindqvist: inferred by pronoun-of-the-subject-before; or else Anna Orlek (was named last)';

let cwd = '';
const run = (...args: string[]) => onrecord(args, { cwd });

beforeAll(async () => {
  cwd = await newFolder();
  await writeFile(join(cwd, 'ferries.txt'), TEXT);
  await run('add', '--outlet', 'The Courier', '--published', '2031-05-12', 'ferries.txt');
});

describe('onrecord verify', () => {
  test.each([
    ['exact', 'I would rather be late than sorry', 0],
    ['near', 'I would rather … than sorry', 0],
    ['altered', 'I would rather be sorry than late', 3],
    ['indirect', 'the pilots were right to stay', 4],
    ['absent', 'no ferry has ever sunk in this harbour', 5],
  ])('says by its exit status that a quotation is %s', async (verdict, quotation, status) => {
    const { out, status: told } = await run('verify', '--json', quotation);
    expect({ verdict: JSON.parse(out).verdict, status: told }).toEqual({ verdict, status });
    // Files in place of the ledger answer alike.
    expect((await run('verify', quotation, 'ferries.txt')).status).toBe(status);
  });

  test('gives no verdict where no source could be read', async () => {
    expect(await run('verify', 'I would rather be late than sorry', 'none.txt')).toEqual({
      status: 1,
      out: '',
      err: 'onrecord: none.txt: expected a file or folder, found nothing at none.txt [not-found]\n',
    });
  });

  test('keeps 1 for an input that failed and 2 for wrong usage, whatever it found', async () => {
    expect((await run('verify', 'I would rather be sorry than late', 'ferries.txt', 'none.txt')).status).toBe(
      1,
    );
    expect((await run('verify', '…')).status).toBe(2);
  });

  test('prints the record’s whole words with those asked for marked, who speaks and how that is known', async () => {
    const { out } = await run('verify', 'late than sorry');
    expect(lines(out)).toEqual([
      'exact',
      '  … “I would rather be [=late than sorry=],” she said. …',
      `  ${INFERRED}`,
      expect.stringMatching(
        /^ {2}The Courier · 2031-05-12 · ferries\.txt · \/r\/report:[0-9a-f]{16}#93-129$/,
      ),
      'found in 1 of 1 report',
    ]);
    const turned = await run('verify', 'I would rather be sorry than late');
    expect(lines(turned.out).slice(0, 3)).toEqual([
      'altered',
      '  … “[=I would rather be late than sorry=],” she said. …',
      '  I would rather be [-sorry than-] late {+than sorry+}',
    ]);
  });

  test('contradicts --by with a name that the text states, and never with one that was inferred', async () => {
    const by = async (name: string, quotation: string) =>
      lines((await run('verify', quotation, '--by', name)).out)[0];
    const how = 'inferred by pronoun-of-the-subject-before; or else Anna Orlek (was named last)';
    expect(await by('Beck', 'late than sorry')).toBe(
      `exact; the text does not name who says it: Greta Lindqvist (${how})`,
    );
    expect(await by('Lindqvist', 'late than sorry')).toBe(`exact, and said by Greta Lindqvist (${how})`);
    expect(await by('Lindqvist', 'The pilots never liked it')).toBe(
      'exact, but said by Tomas Beck, not Lindqvist (stated by name-in-source)',
    );
    expect(await by('Beck', 'The pilots never liked it')).toBe(
      'exact, and said by Tomas Beck (stated by name-in-source)',
    );
  });

  test('tells programs the same: whole words, permalink, how the speaker is known and who came second', async () => {
    const { out } = await run('verify', '--json', '--by', 'Beck', 'late than sorry');
    const { places, earliest, first } = JSON.parse(out);
    expect(places[0]).toMatchObject({
      whole: { text: '“I would rather be late than sorry,” she said.' },
      permalink: expect.stringMatching(/#93-129$/),
      by: {
        answer: 'unclear',
        source: 'Greta Lindqvist',
        how: 'inferred',
        rule: 'pronoun-of-the-subject-before',
        others: [{ name: 'Anna Orlek', why: 'was named last' }],
      },
    });
    expect([earliest.permalink, first.permalink]).toEqual([places[0].permalink, places[0].permalink]);
    expect(places[0].report).not.toHaveProperty('text');
  });
});

test('onrecord find prints the speaker beside "she", how it is known, and a permalink', async () => {
  const { out } = await run('find', 'sorry');
  expect(out.replace(/\s+/g, ' ')).toContain(
    'she [Greta Lindqvist, said “I would rather be late than sorry,” inferred]',
  );
  expect(out).toContain(`\n  ${INFERRED}\n`);
  expect(out).toMatch(/\/r\/report:[0-9a-f]{16}#93-129\n/);
  const named = await run('find', 'pilots liked');
  expect(lines(named.out)[0]).toMatch(/^ {2}Tomas Beck {2,}said/);
  const [found] = lines((await run('find', '--json', 'sorry')).out).map((line) => JSON.parse(line));
  expect(found).toMatchObject({
    permalink: expect.stringMatching(/#93-129$/),
    statement: {
      speaker: { how: 'inferred', by: 'pronoun-of-the-subject-before', others: [{ name: 'Anna Orlek' }] },
    },
  });
});
