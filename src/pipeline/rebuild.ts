import type { Lanes } from '../lanes/index.ts';
import type { KeptReport, Ledger, NewEntry } from '../ledger/index.ts';
import { type Linker, linkNew } from './linking.ts';

/** What rebuilding did. */
export interface Rebuilt {
  /** Reports that another analyser had read. */
  readonly analysed: number;
  readonly linked: number;
  /** Digests of the picture before and behind; before is null where there was none, or no whole one. */
  readonly before: string | null;
  readonly after: string;
}

export interface Rebuilding {
  readonly ledger: Ledger;
  readonly lanes: Lanes;
  readonly linker: Linker;
  readonly now: () => Date;
  readonly signal?: AbortSignal | undefined;
  readonly onStep?: (step: 'analysed' | 'linked', count: number) => void;
}

const TOGETHER = 8;

/**
 * Makes all that is derived again, from reports and decisions alone: statements where another analyser had found them, then
 * every link. One that was broken off goes on where it was.
 */
export async function rebuild({
  ledger,
  lanes,
  linker,
  now,
  signal,
  onStep = () => {},
}: Rebuilding): Promise<Rebuilt> {
  let analysed = 0;
  while (signal?.aborted !== true) {
    const count = await analyseSome({ ledger, lanes, now });
    if (count === 0) break;
    analysed += count;
    onStep('analysed', count);
  }
  const isWhole = await ledger.isLinked();
  const before = isWhole ? await ledger.linkDigest() : null;
  const linkers = await ledger.linkers();
  // Where some are linked and some are not, a rebuilding was broken off: it goes on.
  if (isWhole || linkers.some((name) => name !== linker.name)) await ledger.unlink();
  const linked = await linkNew(ledger, linker, { signal, onLinked: (count) => onStep('linked', count) });
  return { analysed, linked, before, after: await ledger.linkDigest() };
}

/** Reads again a few reports that another analyser had read. Gives how many; 0 where none is left. */
async function analyseSome({
  ledger,
  lanes,
  now,
}: Pick<Rebuilding, 'ledger' | 'lanes' | 'now'>): Promise<number> {
  const ids = await ledger.analysedOtherwise(lanes.analyser, TOGETHER);
  if (ids.length === 0) return 0;
  const kept = (await Promise.all(ids.map((id) => ledger.report(id)))).filter((one) => one !== null);
  const records = await lanes.analyse(
    kept.map(({ report }) => report),
    false,
  );
  const entries: NewEntry[] = [];
  for (const [nth, one] of kept.entries()) {
    const record = records[nth];
    if (record === undefined || 'code' in record)
      throw new Error(`expected the record of ${one.report.id}, found ${record?.message ?? 'none'}`);
    entries.push(await entryOf(one, { record, ledger, lanes, at: now().toISOString() }));
  }
  for (const result of await ledger.keep({ entries, mark: null }))
    if (result?.outcome === 'failed') throw result.cause;
  return entries.length;
}

async function entryOf(
  { report, format }: KeptReport,
  { record, ledger, lanes, at }: { record: NewEntry['record']; ledger: Ledger; lanes: Lanes; at: string },
): Promise<NewEntry> {
  const [visit] = await ledger.visitsTo(report.id, 1);
  return {
    record,
    origin: await ledger.origin(report.id),
    bytes: new Uint8Array(),
    format,
    lineage: report.id,
    place: visit?.place ?? report.id,
    feed: null,
    policy: null,
    analyser: lanes.analyser,
    at,
  };
}
