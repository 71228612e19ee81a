import { gold } from '../gold.ts';
import type { Story } from '../read.ts';

/** An invented story of three reports, for the test of the scorers. */
const TEXTS = [
  'Ferry to close\n\nThe ferry is not safe, said mayor Mina Pell. The vote is on March 3.\n',
  'Vote put off\n\n“The ferry is not safe,” Mina Pell told Radio Norne. Oren Pell said the ferry is old. The vote on March 3 is put off.\n',
  'More of it\n\nPell called the ferry unsafe and old. The vote is on March 3. There will be a ball on March 5 at Norne hall.\n',
];

export const STORY: Story = {
  name: '00-ferry',
  reports: TEXTS.map((text, at) => ({
    number: at + 1,
    text,
    url: `https://paper-${at + 1}.example/ferry`,
    outlet: `Paper ${at + 1}`,
    published: `2031-03-0${at + 1}`,
  })),
  gold: gold.parse({
    reports: ['1.txt', '2.txt', '3.txt'],
    reprints: [[2, 3]],
    actors: [
      {
        name: 'Mina Pell',
        kind: 'person',
        names: [
          [1, 'Mina Pell'],
          [2, 'Mina Pell'],
          [3, 'Pell'],
        ],
        offices: [[1, 'Mayor', null]],
      },
      { name: 'Oren Pell', kind: 'person', names: [[2, 'Oren Pell']], offices: [] },
      { name: 'Radio Norne', kind: 'outlet', names: [[2, 'Radio Norne']], offices: [] },
    ],
    utterances: [
      {
        speaker: 'Mina Pell',
        renditions: [
          [1, 'The ferry is not safe'],
          [2, '“The ferry is not safe,”'],
          [3, 'the ferry unsafe and old'],
        ],
        root: 'Radio Norne',
        said: '2031-03-01',
      },
      { speaker: 'Oren Pell', renditions: [[2, 'the ferry is old']], root: 'speaker', said: null },
    ],
    notSame: [
      [
        [1, 'The ferry is not safe'],
        [2, 'the ferry is old'],
      ],
      [
        [2, 'the ferry is old'],
        [3, 'the ferry unsafe and old'],
      ],
    ],
    events: [
      {
        name: 'vote',
        mentions: [
          [1, 'The vote'],
          [2, 'The vote'],
          [3, 'The vote'],
        ],
        schedule: [
          { when: '2031-03-03', status: 'planned', by: null, report: 1 },
          { when: null, status: 'postponed', by: null, report: 2 },
        ],
        final: { when: null, status: 'postponed', place: null },
      },
      {
        name: 'ball',
        mentions: [[3, 'a ball']],
        schedule: [{ when: '2031-03-05', status: 'planned', by: null, report: 3, place: 'Norne hall' }],
        final: { when: '2031-03-05', status: 'planned', place: 'Norne hall' },
      },
    ],
    issues: [
      {
        proposition: 'The ferry should be closed',
        terms: ['ferry'],
        positions: [
          {
            actor: 'Mina Pell',
            for: null,
            report: 1,
            content: 'The ferry is not safe',
            stance: 'for',
            condition: null,
          },
          {
            actor: 'Mina Pell',
            for: null,
            report: 3,
            content: 'the ferry unsafe and old',
            stance: 'conditional',
            condition: 'unsafe and old',
          },
        ],
        changes: [{ actor: 'Mina Pell', from: 'for', to: 'conditional', report: 3 }],
      },
    ],
    corrections: [{ report: 3, of: 1 }],
    unlinked: [3],
  }),
};
