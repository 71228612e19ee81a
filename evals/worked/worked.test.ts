import { mkdir, mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadKit } from '../../src/load/index.ts';
import { evaluateWorked } from './index.ts';

const TEXT = `Bridge vote moved

The vote on the bridge, planned for March 3, will be held on March 10, Mayor Mina Pell said. “The bridge is not safe,” she added.
`;

const STATEMENT = {
  cue: 'said',
  mode: 'said',
  kind: 'indirect',
  act: 'say',
  negated: false,
  within: null,
  to: [],
  chain: [],
  refers: null,
  said: null,
};

/** What one hand wrote of the text: speakers by their names, dates alone. */
const PLAIN = {
  genre: 'news',
  published: '2031-02-26',
  outlet: 'The Courier',
  statements: [
    {
      ...STATEMENT,
      content: 'The vote on the bridge, planned for March 3, will be held on March 10',
      source: 'Mayor Mina Pell',
      speaker: { named: 'Mina Pell' },
    },
    {
      ...STATEMENT,
      content: 'The bridge is not safe',
      source: 'she',
      cue: 'added',
      kind: 'direct',
      speaker: { named: 'Mina Pell' },
    },
  ],
  events: [
    {
      what: 'vote on the bridge',
      place: null,
      when: '2031-03-10',
      status: 'rescheduled',
      schedule: ['2031-03-03', '2031-03-10'],
      participants: [],
    },
  ],
  times: [
    { text: 'March 3', value: '2031-03-03' },
    { text: 'March 10', value: '2031-03-10' },
  ],
  notStatements: [],
  flags: [],
};

/** What another wrote: other values that are as right, a statement that may be missed, dates with their status. */
const [first, second] = PLAIN.statements;
const [event] = PLAIN.events;
const FREE = {
  ...PLAIN,
  statements: [
    { ...first, speaker: { named: 'Mina Pell of Sannow', loose: true, also: ['the mayor'] } },
    {
      ...second,
      kind: 'mixed',
      speaker: { described: 'the mayor', also: ['Mina Pell'] },
      to: ['reporters'],
      chain: ['Radio Vantry'],
      said: '2031-02-25',
      also: { kind: ['direct'], to: [[]], chain: [['Norne'], []], said: [null] },
    },
    { ...STATEMENT, content: 'planned', source: null, cue: null, speaker: { unknown: true }, optional: true },
  ],
  events: [
    {
      ...event,
      status: 'planned',
      schedule: [{ when: '2031-03-10', status: 'planned' }],
      also: {
        status: ['rescheduled'],
        schedule: [
          [
            { when: '2031-03-03', status: 'planned' },
            { when: '2031-03-10', status: 'rescheduled' },
          ],
        ],
      },
    },
  ],
  times: [
    { text: 'March 3', value: '2031-03', also: ['2031-03-03'] },
    { text: 'March 10', value: '2031-03-10' },
  ],
};

const kit = await loadKit({ tagger: 'linear' });

async function figuresOf(record: object): Promise<Readonly<Record<string, number>>> {
  const data = await mkdtemp(join(tmpdir(), 'onrecord-worked-'));
  await mkdir(join(data, 'worked'));
  await writeFile(join(data, 'worked', '01.txt'), TEXT);
  await writeFile(join(data, 'worked', '01.json'), JSON.stringify(record));
  return (await evaluateWorked(data, 'dev', kit)).figures;
}

test('a record of a field’s only right value', async () => {
  expect(await figuresOf(PLAIN)).toMatchObject({
    allF1: 100,
    speakerRight: 100,
    kind: 100,
    chainExact: 100,
    saidAt: 100,
    timesF1: 100,
    eventsStatus: 100,
    eventsSchedule: 100,
  });
});

test('a record with values that are as right is read as right, and what may be missed is no miss', async () => {
  expect(await figuresOf(FREE)).toMatchObject({
    allF1: 100,
    speakerRight: 100,
    kind: 100,
    chainExact: 100,
    saidAt: 100,
    timesF1: 100,
    eventsStatus: 100,
    eventsSchedule: 100,
  });
});

test('what stands among neither is wrong', async () => {
  const wrong = {
    ...FREE,
    statements: FREE.statements.map((statement) => ({
      ...statement,
      speaker: { described: 'a clerk', also: ['Oren Wend'] },
      also: { kind: ['indirect'] },
      kind: 'mixed',
    })),
    times: [{ text: 'March 3', value: '2031-03', also: ['2031'] }],
  };
  expect(await figuresOf(wrong)).toMatchObject({ speakerRight: 0, kind: 50, chainExact: 50, timesF1: 0 });
});
