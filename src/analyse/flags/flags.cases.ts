import type { Flag } from '../../record/index.ts';

/** Drafts, the first line the headline, and the flags that they get. */
export const flagged: readonly {
  readonly draft: string;
  readonly published?: string;
  readonly kinds: readonly Flag['kind'][];
}[] = [
  { draft: 'Bridge closed\n“The bridge is not safe,” Mayor Mina Pell said.', kinds: [] },
  {
    draft: 'Bridge closed\n“The bridge is not safe, Mayor Mina Pell said.',
    kinds: ['unbalanced-quotation-mark'],
  },
  { draft: "Bridge closed\nThe growers' union said it was safe.", kinds: [] },
  {
    draft: 'Storm live\n“It is chaos out here.” Long queues at the bridge.',
    kinds: ['quotation-without-speaker'],
  },
  {
    draft: 'Profit jumps 18%\nNorrfalk reported a profit of 214 million, up 12% from last year.',
    kinds: ['number-differs-from-headline'],
  },
  { draft: 'Profit jumps 12%\nNorrfalk reported a profit of 214 million, up 12% from last year.', kinds: [] },
  { draft: 'Match moved\nThe match is on Saturday, April 13, 2031.', kinds: ['weekday-does-not-fit'] },
  { draft: 'Match moved\nThe match is on Sunday, April 13, 2031.', kinds: [] },
  { draft: 'Match moved\nThe match is on Saturday, April 13.', kinds: [] },
  {
    draft: 'Match moved\nThe match is on Saturday, April 13.',
    published: '2031-04-11',
    kinds: ['weekday-does-not-fit'],
  },
  {
    draft: 'Match moved\nThe match is tomorrow, Friday, she said.',
    published: '2031-04-11',
    kinds: ['weekday-does-not-fit'],
  },
  { draft: 'Match moved\nThe match is tomorrow, Saturday.', published: '2031-04-11', kinds: [] },
  {
    draft: 'Match moved\nThe match is on Friday (April 12).',
    published: '2031-04-11',
    kinds: ['weekday-does-not-fit'],
  },
  { draft: 'Match moved\nThe match is on Saturday (April 12).', published: '2031-04-11', kinds: [] },
  { draft: 'Plan for 2031 homes ready\nThe plan for 2030 was changed in 2029, homes or not.', kinds: [] },
  {
    draft:
      'Talks will go on, says Wend\nPetra Lunn said the talks on the pier would go on. Oskar Wend was in Sannow that day.',
    kinds: ['headline-names-another-speaker'],
  },
  {
    draft:
      'Talks will go on, says Lunn\nPetra Lunn said the talks on the pier would go on. Oskar Wend was in Sannow.',
    kinds: [],
  },
  {
    draft:
      'No toll on the bridge, Tarvia states via Orlan\nThere will be no toll, foreign ministry spokeswoman Mira Selk said. “No toll,” Selk added.',
    kinds: ['headline-names-another-speaker'],
  },
  {
    draft:
      'No toll on the bridge, Tarvia states via Selk\nThere will be no toll, foreign ministry spokeswoman Mira Selk said. “No toll,” Selk added.',
    kinds: [],
  },
  {
    draft:
      'No toll on the bridge, Tarvia says\nThere will be no toll, foreign ministry spokeswoman Mira Selk said.',
    kinds: [],
  },
  {
    draft:
      'Dovic: no dam on the river\nHana Dovic was there when Pol Hagen said there would be no dam on the river.',
    kinds: ['headline-names-another-speaker'],
  },
  {
    draft: 'No dam on the river: minister\nThere would be no dam on the river, Pol Hagen said.',
    kinds: [],
  },
];
