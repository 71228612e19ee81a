import { expect, test } from 'vitest';
import { reportOf } from '../../../test/reports.ts';
import { loadLinkKit } from '../../load/link.ts';
import {
  type Event,
  eventNow,
  type LinkedActorId,
  type LinkedEvent,
  type ReportRecord,
} from '../../record/index.ts';
import { takenIn } from '../taken.ts';
import { partiesOf } from './parties.ts';
import { titleOf } from './title.ts';
import { type ToldEvent, toldEvents } from './told-event.ts';

const WORDS = await loadLinkKit({ vectors: false });

/** What is told beside a marked text, `[words that name the event]`, `<time>`. */
type Given = Partial<Pick<Event, 'type' | 'time'>> & {
  readonly where?: string;
  readonly who?: readonly (readonly [
    name: string,
    part: Event['participants'][number]['part'],
    actor?: string,
  ])[];
};

/** The event of a report whose text marks what was read. */
function told(marked: string, { who = [], where, ...event }: Given = {}): ToldEvent {
  const spans: Record<string, { start: number; end: number; text: string }[]> = { '[': [], '<': [] };
  let text = '';
  for (const piece of marked.split(/(?=[[<])|(?<=[\]>])/u)) {
    const open = spans[piece.charAt(0)];
    const words = open === undefined ? piece : piece.slice(1, -1);
    open?.push({ start: text.length, end: text.length + words.length, text: words });
    text += words;
  }
  const report = reportOf(text, { published: '2031-05-01', outlet: 'Marrow Gazette' });
  const at = text.indexOf(where ?? '');
  const place = where === undefined ? undefined : { start: at, end: at + where.length, text: where };
  const record = {
    report,
    events: [
      {
        id: 'event:1',
        what: spans['[']?.[0]?.text ?? '',
        type: null,
        time: 'planned',
        participants: who.map(([name, part, actor = null]) => ({ name, part, actor })),
        place: place === undefined ? null : { name: place.text, country: null, span: place },
        when: '2031-05-12',
        status: 'planned',
        schedule: [{ when: '2031-05-12', status: 'planned', span: spans['[']?.[0] }],
        spans: spans['['],
        ...event,
      },
    ],
    times: (spans['<'] ?? []).map((span) => ({ span, value: '2031-05-12' })),
    statements: [],
    actors: who.flatMap(([name, , actor]) =>
      actor === undefined ? [] : [{ actor, name, kind: 'organization' }],
    ),
    flags: [],
  } as unknown as ReportRecord;
  const [one] = toldEvents(takenIn(record, 0), WORDS);
  if (one === undefined) throw new Error('expected an event');
  return one;
}

/** Its title as it is shown, with its kind before it. */
function titleIn(own: readonly ToldEvent[], place: string | null = null): string {
  const { title, kind } = titleOf(own, place) as Pick<LinkedEvent, 'title' | 'kind'>;
  return `${kind}: ${title?.form === 'clause' ? `“${title.text}”` : title?.text}`;
}

test.each<[kind: string, own: readonly ToldEvent[], title: string]>([
  [
    'its phrase without the article',
    [told('Mayor to speak\n\nThey meet at [the ferry talks] soon.')],
    'occasion: Ferry talks',
  ],
  [
    'between whom, and on what',
    [told('X\n\n[The talks between Lorn and Quarn on the ferry] will be held <on May 12>.')],
    'occasion: Talks between Lorn and Quarn on the ferry',
  ],
  [
    'what it is about stands right behind what was read',
    [told('X\n\nThe mayor called [a vote] on the harbour law, and left.')],
    'occasion: Vote on the harbour law',
  ],
  [
    'names behind it, and not the verb behind them',
    [told('X\n\n[The talks] with Quarn collapsed again.')],
    'occasion: Talks with Quarn',
  ],
  [
    'where a verb may follow nothing is taken',
    [told('X\n\n[The talks] on ferry tolls in both towns angered them.')],
    'occasion: Talks on ferry tolls',
  ],
  [
    'what tells how it stands is no part of it',
    [told('X\n\n[The twice postponed talks on ferry tolls] begin <on May 12>.')],
    'occasion: Talks on ferry tolls',
  ],
  [
    'capitals of a headline or an opening are none of it',
    [told('X\n\n[THE second round of FERRY talks] is <on May 12>. The ferry waits.')],
    'occasion: Second round of ferry talks',
  ],
  [
    'a headline’s verb and whoever does it are no part of what it is done to',
    [told('[Hauliers reject closure of bridge]\n\nThe hauliers rejected the closure of the bridge.')],
    'occasion: Closure of bridge',
  ],
  [
    'an irregular verb too, and no article behind it',
    [told('[Growers seek a vote on tolls]\n\nThe growers sought a vote on tolls.')],
    'occasion: Vote on tolls',
  ],
  [
    'several before a noun are part of a name',
    [told('[Customs union vote]\n\nThe customs union votes <on May 12>.')],
    'occasion: Customs union vote',
  ],
  [
    'so is whatever the report does not tell as done',
    [told('X\n\n[Teachers strike talks] begin <on May 12>.')],
    'occasion: Teachers strike talks',
  ],
  [
    'an abbreviation keeps its capitals',
    [told('X\n\n[The HMS trial] is <on May 12>.')],
    'occasion: HMS trial',
  ],
  [
    'the report that says most',
    [told('X\n\n[The trial] begins <on May 12>.'), told('X\n\n[The trial of Teo Wren] begins <on May 12>.')],
    'occasion: Trial of Teo Wren',
  ],
  [
    'what most reports take it for',
    [
      told('X\n\n[The show] is on.'),
      told('X\n\n[The show] is on.'),
      told('X\n\n[A tram strike by drivers] is on.'),
    ],
    'occasion: Show',
  ],
  [
    'any noun behind an article, where no known one is',
    [told('X\n\nPeople mourn on [the day of mourning] <on May 12>.')],
    'occasion: Day of mourning',
  ],
])('the name of an occasion: %s', (_, own, title) => {
  expect(titleIn(own)).toBe(title);
});

test.each<[kind: string, own: ToldEvent, title: string]>([
  [
    'whoever does it, to where the date begins',
    told('X\n\nThe dairy said that Hollow Dairies [will reopen its plant] <on May 12>.', {
      who: [['Hollow Dairies', 'actor', 'hollow']],
    }),
    'deed: “Hollow Dairies will reopen its plant”',
  ],
  [
    'whoever a report describes',
    told('X\n\nIn the evening the delegation was told [to leave] Lorn <on May 12>.'),
    'deed: “In the evening the delegation was told to leave Lorn”',
  ],
  [
    'words between are left out with a mark',
    told('X\n\nHollow Dairies, which sells milk and which, as they say, [will close] <on May 12>.', {
      who: [['Hollow Dairies', 'actor', 'hollow']],
    }),
    'deed: “Hollow Dairies … will close”',
  ],
  [
    'who is not told begins within the sentence',
    told('X\n\nIt is, they say, so, and that they, too, if [should close] <on May 12>.'),
    'deed: “… and that they, too, if should close”',
  ],
  [
    'a person alone is no occasion',
    told('X\n\nThe band without [Alba Prynne] was split.'),
    'deed: “… The band without Alba Prynne was split”',
  ],
  [
    'several of a kind are none',
    told('X\n\nIt is for [all clubs] <on May 12>.'),
    'deed: “It is for all clubs”',
  ],
  [
    'people who meet have an occasion',
    told('X\n\nExperts of both towns [will meet in Lorn] <on May 12>.', { type: 'CONSULT' }),
    'occasion: “Experts of both towns will meet in Lorn”',
  ],
])('what a verb alone tells: %s', (_, own, title) => {
  expect(titleIn([own])).toBe(title);
});

test('the place is told beside it; one where it is not any more stands in no title, and a bare noun keeps the one that stands', () => {
  const concert = told('X\n\n[The brass concert at Kestrel Hall] is <on May 12>.', { where: 'Kestrel Hall' });
  expect(titleIn([concert], 'Kestrel Hall')).toBe('occasion: Brass concert');
  const hearing = told('X\n\n[A hearing in parliament] is <on May 12>.', { where: 'parliament' });
  expect(titleIn([hearing], 'parliament')).toBe('occasion: Hearing in parliament');
  expect(titleIn([hearing], 'town hall')).toBe('occasion: Hearing');
});

test('a title is pinned to the words of its report', () => {
  const marked = 'X\n\nTHE second round of FERRY talks [FERRY talks] on.';
  const own = told(marked);
  const { title } = titleOf([own], null);
  expect(marked.replaceAll(/[[\]]/gu, '').slice(title?.span.start, title?.span.end)).toBe(title?.span.text);
});

test('who takes part stands once, by the last report; no time, no clause, nobody, and not whom a fuller name names', () => {
  const own = [
    told('X\n\nThe council and the Lorn Town Council [will meet] <two days later>.', {
      who: [
        ['council', 'party'],
        ['Lorn Town Council', 'party', 'Lorn Town Council'],
        ['two days later', 'party'],
      ],
    }),
    told('X\n\nNo ferry, drivers who belong to a union, MORE than 400 people [will meet] at Lorn.', {
      where: 'Lorn',
      who: [
        ['No ferry', 'actor'],
        ['belong to a union', 'actor'],
        ['MORE than 400 people', 'party'],
        ['Lorn', 'recipient'],
        ['Lorn Town Council', 'absent', 'Lorn Town Council'],
      ],
    }),
  ];
  const event = { schedule: [], parties: partiesOf(own) } as unknown as LinkedEvent;
  const council = {
    id: 'who:council' as LinkedActorId,
    name: 'Lorn Town Council',
    kind: 'organization' as const,
  };
  const now = new Map(own.flatMap(({ participants }) => participants).map(({ who }) => [who ?? '', council]));
  expect(eventNow(event, now).parties).toEqual([
    { who: 'who:council', name: 'Lorn Town Council', part: 'absent' },
    { who: null, name: 'more than 400 people', part: 'party' },
  ]);
});
