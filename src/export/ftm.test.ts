import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { entryOf } from '../ledger/ledger.contract.ts';
import { ftm } from './ftm.ts';

const { schemata } = z
  .object({
    schemata: z.record(
      z.string(),
      z.object({ required: z.array(z.string()), properties: z.record(z.string(), z.string()) }),
    ),
  })
  .parse(
    JSON.parse(readFileSync(new URL('../../test/schemas/followthemoney.json', import.meta.url), 'utf8')),
  );

const TEXT =
  'Pier stays\n\nMayor Mina Pell came. “The pier will stay,” she told the Harbour Authority. Critics say that nothing will change. “No,” said Otto Quist, director of the Harbour Authority, on Monday.';

const { report, statements, actors, events } = (
  await entryOf(TEXT, {
    url: 'https://a.example/pier',
    outlet: 'Echo',
    published: '2031-02-06T10:00:00+02:00',
  })
).record;
const told = {
  ...{ report, actors, events },
  statements: statements.map((statement) => ({ statement, report, decided: null, added: '' })),
};
const line = z.strictObject({
  id: z.string().regex(/^[0-9a-zA-Z]([0-9a-zA-Z.-]*[0-9a-zA-Z])?$/),
  schema: z.string(),
  properties: z.record(z.string(), z.array(z.string().min(1)).min(1)),
});
const entities = ftm.entries(told).map((text) => line.parse(JSON.parse(text)));

test('FollowTheMoney has the schemata and properties that the standard has, and all that it requires', () => {
  for (const { schema, properties } of entities) {
    expect(Object.keys(schemata)).toContain(schema);
    const known = schemata[schema];
    for (const name of Object.keys(properties))
      expect(Object.keys(known?.properties ?? {}), schema).toContain(name);
    for (const name of known?.required ?? []) expect(Object.keys(properties), schema).toContain(name);
  }
});

test('FollowTheMoney refers to entities that are there, each once, and dates are days', () => {
  const ids = entities.map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
  for (const { schema, properties } of entities)
    for (const [name, values] of Object.entries(properties)) {
      const type = schemata[schema]?.properties[name];
      if (type === 'entity') for (const value of values) expect(ids).toContain(value);
      if (type === 'date') for (const value of values) expect(value).toMatch(/^\d{4}(-\d\d){0,2}$/);
    }
});

test('FollowTheMoney has each statement, with whoever is named for it or as a note', () => {
  const own = entities.filter(({ schema }) => schema === 'Documentation' || schema === 'Note');
  expect(own).toHaveLength(statements.length);
  const names = own.map(({ schema, properties }) => {
    const who = entities.find(({ id }) => id === properties.entity?.[0]);
    return [schema, who?.schema, who?.properties.name?.[0] ?? null, properties.description?.[0]];
  });
  expect(names).toContainEqual(['Documentation', 'Person', 'Mina Pell', '“The pier will stay,”']);
  expect(names).toContainEqual(['Note', 'Article', null, 'that nothing will change']);
  const quist = entities.find(({ properties }) => properties.name?.[0] === 'Otto Quist');
  expect(quist?.properties.position).toEqual(['director, Harbour Authority']);
  expect(own.find(({ properties }) => properties.entity?.[0] === quist?.id)?.properties.date).toEqual([
    '2031-02-03',
  ]);
});
