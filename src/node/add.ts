import type { Change } from '../compare/index.ts';
import type { Ledger } from '../ledger/index.ts';
import type { Outcome } from '../pipeline/index.ts';
import type { Refusal, ReportId } from '../record/index.ts';
import { laneFor } from './kit.ts';
import { givenIn, readingIn, sourcesIn } from './options.ts';
import { openReading } from './outside.ts';
import { isText, pageOfText } from './pages.ts';

/**
 * What became of a report that was to be added: it is new or a new version (`added`), was read again by another analyser, is
 * there as it is (`unchanged`; `report` is null where its server said so), holds again what it held before (`changed back`),
 * or is refused. What is told as added is safe on disk.
 */
export type AddOutcome =
  | {
      readonly kind: 'added' | 'analysed again' | 'unchanged' | 'changed back';
      readonly path: string;
      readonly report: ReportId | null;
      /** The number of the version, from 1; null where its server said that nothing changed. */
      readonly version: number | null;
      readonly statements: number | null;
      /** What it has otherwise than what stood before. */
      readonly changes: readonly Change[];
    }
  | { readonly kind: 'refused'; readonly path: string; readonly refusal: Refusal };

/** Reads sources into a ledger and links them, by the wiring that the command has. */
export async function addTo(ledger: Ledger, sources: unknown, options: unknown): Promise<AddOutcome[]> {
  const [asked, own] = [sourcesIn(sources), readingIn(options)];
  const { addInputs, addPages } = await import('../pipeline/index.ts');
  const { listInputs } = await import('../ingest/index.ts');
  const { linkerBeside } = await import('../load/linker.ts');
  const lanes = await laneFor(own);
  const to = {
    lanes,
    ledger,
    linker: linkerBeside(lanes.analyser),
    now: () => new Date(),
    signal: own.signal,
  };
  const given = givenIn(own);
  const { sources: from, close } = await openReading(own, ledger);
  const outcomes: AddOutcome[] = [];
  try {
    for (const one of asked) {
      const added = isText(one)
        ? addPages(onlyOne(pageOfText(one, given)), to)
        : addInputs(await listInputs([one]), { given, sources: from }, to);
      for await (const outcome of added) outcomes.push(told(outcome));
    }
  } finally {
    await close();
  }
  return outcomes;
}

async function* onlyOne<T>(page: Promise<T>): AsyncGenerator<T> {
  yield await page;
}

function told(outcome: Outcome): AddOutcome {
  const { path } = outcome;
  switch (outcome.kind) {
    case 'added': {
      const { outcome: kind, report, version, statements, changes } = outcome;
      return { kind, path, report: report.id, version, statements, changes };
    }
    case 'unchanged':
      return { kind: 'unchanged', path, report: null, version: null, statements: null, changes: [] };
    case 'failed':
      return { kind: 'refused', path, refusal: outcome.refusal };
  }
}
