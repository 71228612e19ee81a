import { mkdtemp } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { BRIDGE_REPORTS, exampleLedger, examplePositions } from '../../test/examples.ts';
import type { Ledger } from '../ledger/index.ts';
import { exampleIssues } from './example-issues.ts';
import { positionsBeside } from './positions-beside.ts';

let ledger: Ledger;
let path: string;
beforeAll(async () => {
  path = join(await mkdtemp(join(tmpdir(), 'onrecord-beside-')), 'copy.ledger');
  ledger = await exampleLedger(BRIDGE_REPORTS);
  for (const one of exampleIssues(new Date('2034-08-01T08:00:00Z'))) await ledger.decide(one);
  await ledger.backup(path);
});
afterAll(() => ledger?.close());

test('a thread finds the positions that are found here, for several who ask at once', async () => {
  const [issue] = await ledger.issues();
  if (issue === undefined) throw new Error('expected an issue');
  const beside = positionsBeside(path);
  const [one, other] = await Promise.all([beside.positionsOn(issue), beside.positionsOn(issue)]);
  expect(one.changes.length).toBe(2);
  expect(one).toEqual(structuredClone(await examplePositions(ledger)(issue)));
  expect(other).toEqual(one);
  await beside.close();
});

test('what goes wrong there is told here, and so is a thread that is closed', async () => {
  const [issue] = await ledger.issues();
  if (issue === undefined) throw new Error('expected an issue');
  const none = positionsBeside(`${path}.none`);
  await expect(none.positionsOn(issue)).rejects.toThrow();
  await none.close();
  const closing = positionsBeside(path);
  const asked = closing.positionsOn(issue);
  await Promise.all([expect(asked).rejects.toThrow('has ended'), closing.close()]);
});
