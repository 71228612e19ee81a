import { type Context, Hono } from 'hono';
import { changesBetween } from '../../compare/index.ts';
import type { Ledger, ReportLine, Stood } from '../../ledger/index.ts';
import { coveragePage } from '../pages/coverage/coverage.ts';
import { snapshotPage } from '../pages/report/snapshot.ts';
import { type Step, versionsPage } from '../pages/report/versions.ts';
import { problem } from '../problem.ts';
import { wantsData } from './wants-data.ts';

/** The byte at which each character of some decoded bytes begins. Handed in, since decoding is no work of a page. */
export type BytePlaces = (bytes: Uint8Array, encoding: string) => Uint32Array;

const MOST_VISITS = 50;
const MOST_STEPS = 50;

/** Where reports come from: their versions, their snapshots, and what was read from where. */
export function provenance(ledger: Ledger, bytePlaces: BytePlaces): Hono {
  const web = new Hono();

  web.get('/r/:id/:page{versions(?:[.]json)?}', async (context) => {
    const id = context.req.param('id');
    const lines = await ledger.versions(id);
    if (lines.length === 0) return noReport(context, id);
    const steps = await stepsOf(ledger, lines, id);
    const visits = await ledger.visitsTo(id, MOST_VISITS);
    if (!wantsData(context)) return context.html(versionsPage({ id, count: lines.length, steps, visits }));
    const stood = steps.map(({ stood: time, changes }) => ({ ...time, changes }));
    const versions = lines.map((line) => ({
      ...line,
      changes: stood.find(({ version }) => version === line.version)?.changes ?? [],
    }));
    return context.json({ data: { versions, stood, visits } });
  });

  web.get('/r/:id/:page{snapshot(?:[.]json|[.]bytes)?}', async (context) => {
    const id = context.req.param('id');
    const kept = await ledger.report(id);
    const bytes = kept === null ? null : await ledger.snapshot(kept.report.snapshot);
    if (kept === null || bytes === null) return noReport(context, id);
    if (context.req.path.endsWith('.bytes')) return asTheyAre(context, bytes, kept.report.snapshot);
    const origin = await ledger.origin(id);
    const source = origin === null ? kept.report.text : new TextDecoder(origin.encoding).decode(bytes);
    const places = origin === null ? new Uint32Array() : bytePlaces(bytes, origin.encoding);
    if (!wantsData(context))
      return context.html(snapshotPage({ kept, origin, source, size: bytes.length, places }));
    const segments = origin?.segments.map((segment) => ({
      ...segment,
      bytes: { start: places[segment.from], end: places[segment.to] },
    }));
    const { snapshot } = kept.report;
    return context.json({ data: { snapshot, size: bytes.length, format: kept.format, ...origin, segments } });
  });

  web.get('/-/:page{coverage(?:[.]json)?}', async (context) => {
    const [coverage, { reports, statements }, linked] = await Promise.all([
      ledger.coverage(),
      ledger.counts(),
      ledger.linkedTo(),
    ]);
    const covered = { reports, statements, unlinked: Math.max(0, reports - linked), ...coverage };
    return wantsData(context) ? context.json({ data: covered }) : context.html(coveragePage(covered));
  });
  return web;
}

/** What stood at a report's address one after the other, each with what it had otherwise than what stood before. */
async function stepsOf(ledger: Ledger, lines: readonly ReportLine[], id: string): Promise<Step[]> {
  const times = await ledger.stood(id);
  const shown = times.slice(-MOST_STEPS);
  const steps: Step[] = [];
  let before = await reportAt(ledger, times.at(-shown.length - 1));
  for (const stood of shown) {
    const kept = await ledger.report(stood.report);
    const line = lines.find(({ version }) => version === stood.version);
    if (line !== undefined)
      steps.push({
        line,
        stood,
        changes: before === null || kept === null ? [] : changesBetween(before, kept),
      });
    before = kept;
  }
  return steps;
}

const reportAt = async (ledger: Ledger, stood: Stood | undefined) =>
  stood === undefined ? null : await ledger.report(stood.report);

const noReport = (context: Context, id: string) =>
  problem(context, 404, 'No such report', `there is no report ${id} in this ledger`);

/** A stranger's bytes are a file to keep, never a page to show: no browser runs what is in them. */
function asTheyAre(context: Context, bytes: Uint8Array, snapshot: string): Response {
  return context.body(new Uint8Array(bytes), 200, {
    'content-type': 'application/octet-stream',
    'content-disposition': `attachment; filename="${snapshot.replace(':', '-')}"`,
    'x-content-type-options': 'nosniff',
  });
}
