import { readFile } from 'node:fs/promises';
import { Client } from '@modelcontextprotocol/sdk/client/index.js';
import { StdioClientTransport } from '@modelcontextprotocol/sdk/client/stdio.js';
import { beforeAll, expect, test } from 'vitest';
import { EXAMPLE_REPORTS } from '../examples.ts';
import { BIN, lines, newFolder, onrecord } from './onrecord.ts';

let cwd = '';
beforeAll(async () => {
  cwd = await newFolder();
  await onrecord(['add', EXAMPLE_REPORTS], { cwd });
});

test('a client of another hand starts it, asks all tools, and ends it', { timeout: 60_000 }, async () => {
  const before = await readFile(`${cwd}/onrecord.ledger`);
  const client = new Client({ name: 'a-test', version: '1.0.0' });
  await client.connect(
    new StdioClientTransport({ command: process.execPath, args: [BIN, 'mcp'], cwd, stderr: 'pipe' }),
  );
  const answer = async (name: string, args: Record<string, unknown>) =>
    (await client.callTool({ name, arguments: args })).structuredContent;
  const found = await answer('find', { query: 'pier' });
  expect(found).toMatchObject({ onRecord: true });
  const [, report = ''] = /"report":"(report:[0-9a-f]+)"/.exec(JSON.stringify(found)) ?? [];
  expect(await answer('report', { report })).toMatchObject({ onRecord: true, report: { id: report } });
  expect(await answer('who', { name: 'Petra Lunn' })).toMatchObject({ onRecord: true });
  expect(await answer('calendar', {})).toMatchObject({ onRecord: true });
  expect(await answer('positions', { issue: 'pier' })).toMatchObject({ onRecord: false, issues: [] });
  expect(await answer('verify', { quotation: 'We painted nine submarines orange' })).toMatchObject({
    onRecord: false,
    verdict: 'absent',
  });
  await client.close();
  expect((await readFile(`${cwd}/onrecord.ledger`)).equals(before)).toBe(true);
});

test('on standard output is the protocol alone, and the end of the input ends it with all answered', async () => {
  const asked = [
    {
      id: 1,
      method: 'initialize',
      params: {
        protocolVersion: '2025-06-18',
        capabilities: {},
        clientInfo: { name: 'a-test', version: '1.0.0' },
      },
    },
    { method: 'notifications/initialized' },
    { id: 2, method: 'tools/call', params: { name: 'who', arguments: { name: 'Nobody Anywhere' } } },
    { id: 3, method: 'tools/call', params: { name: 'verify', arguments: { quotation: 'the pier' } } },
  ];
  const input = `not the protocol\n${asked.map((one) => `${JSON.stringify({ jsonrpc: '2.0', ...one })}\n`).join('')}`;
  const { status, out, err } = await onrecord(['mcp'], { cwd, input });
  expect({ status, err }).toEqual({ status: 0, err: '' });
  const answers = lines(out).map((line) => JSON.parse(line));
  expect(answers.map(({ id }) => id).toSorted()).toEqual([1, 2, 3]);
  expect(answers.find(({ id }) => id === 2).result.structuredContent).toEqual({
    onRecord: false,
    answer: 'Nothing on record: nobody of this name is in the ledger.',
  });
});

test('a ledger that is not there is told before anything is asked', async () => {
  expect(await onrecord(['mcp', '--ledger', 'nowhere'], { cwd })).toMatchObject({
    status: 1,
    out: '',
    err: expect.stringContaining('[no-ledger]'),
  });
});
