import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { entryOf } from '../ledger/ledger.contract.ts';
import { type Event, PLOVER_TYPES } from '../record/index.ts';
import { plover } from './plover.ts';

/** The contexts that the manual has for every type of event (github.com/openeventdata/PLOVER, PLOVER_MANUAL.tex). */
const CONTEXTS = ['historical', 'future', 'hypothetical', 'negation'] as const;

const coded = z.strictObject({
  name: z.string(),
  actor: z.string().nullable(),
  kind: z.string().nullable(),
  country: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
  sector: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable(),
});
const line = z.strictObject({
  id: z.string(),
  date: z
    .string()
    .regex(/^\d{4}(-\d\d){0,2}$/)
    .nullable(),
  when: z.string().nullable(),
  event: z.enum(PLOVER_TYPES),
  mode: z.array(z.string()),
  context: z.array(z.enum(CONTEXTS)),
  source: z.array(coded),
  recipient: z.array(coded),
  other: z.array(coded.extend({ part: z.enum(['mediator', 'absent']) })),
  place: z.strictObject({ name: z.string(), country: z.string().nullable() }).nullable(),
  status: z.string(),
  text: z.string(),
  anchors: z.array(z.strictObject({ start: z.int(), end: z.int(), text: z.string() })).min(1),
  permalink: z.string(),
  report: z.strictObject({
    id: z.string(),
    url: z.string().nullable(),
    outlet: z.string().nullable(),
    published: z.string().nullable(),
  }),
  statements: z.array(z.string()),
});

const TEXT =
  'Talks set\n\nFrance agreed to aid Germany, the French foreign minister said. France and Germany will hold talks on March 10. Germany did not sanction France on Monday. The ferry was late.';
const { report, statements, actors, events } = (
  await entryOf(TEXT, { url: 'https://a.example/talks', outlet: 'Echo', published: '2031-02-26' })
).record;
const told = {
  ...{ report, actors },
  statements: statements.map((statement) => ({ statement, report, decided: null, added: '' })),
};
const linesOf = (some: readonly Event[]) =>
  plover.entries({ ...told, events: some }).map((text) => line.parse(JSON.parse(text)));

describe('PLOVER', () => {
  test('has the events that are coded, with who does what to whom, and where it is told', () => {
    const lines = linesOf(events);
    expect(lines.map(({ id }) => id)).toEqual(events.filter(({ type }) => type !== null).map(({ id }) => id));
    expect(lines.length).toBeGreaterThan(1);
    for (const { anchors, permalink } of lines) {
      for (const { start, end, text } of anchors) expect(report.text.slice(start, end)).toBe(text);
      expect(permalink).toContain(`#${anchors[0]?.start}-${anchors[0]?.end}`);
    }
    expect(lines.find(({ event }) => event === 'AGREE')).toMatchObject({
      event: 'AGREE',
      context: [],
      source: [{ name: 'France', country: 'FRA', sector: 'GOV' }],
      recipient: [{ name: 'Germany', country: 'DEU', sector: null }],
      report: { outlet: 'Echo', published: '2031-02-26' },
    });
    const talks = lines.find(({ event }) => event === 'CONSULT');
    expect(talks).toMatchObject({ date: '2031-03-10', context: ['future'] });
  });

  test('tells what is no fact by its contexts, and guesses nothing', () => {
    const [event] = events;
    if (event === undefined) throw new Error('expected an event');
    const changedTo = (changed: Partial<Event>) => linesOf([{ ...event, time: 'past', ...changed }])[0];
    expect(changedTo({ negated: true })?.context).toEqual(['negation']);
    expect(changedTo({ time: 'possible', negated: true })?.context).toEqual(['hypothetical', 'negation']);
    expect(changedTo({ type: null })).toBeUndefined();
    const unknown = [{ name: 'rebels', actor: null, part: 'mediator' as const }];
    expect(changedTo({ participants: unknown, when: '2031-02/2031-03' })).toMatchObject({
      date: null,
      when: '2031-02/2031-03',
      source: [],
      recipient: [],
      other: [{ name: 'rebels', country: null, sector: null, part: 'mediator' }],
    });
  });
});
