import type { Ledger } from '../../ledger/index.ts';
import { inPath } from '../../record/index.ts';

/** Of each kind of thing with an address, one that is in a ledger; null where none is. */
const SAMPLES = {
  report: async (ledger: Ledger) => (await ledger.reports({ limit: 1, offset: 0 }))[0]?.id,
  statement: async (ledger: Ledger) =>
    (await ledger.onward({ words: '' }, { after: 0, limit: 1 })).statements[0]?.statement.id,
  utterance: async (ledger: Ledger) => (await ledger.newlySaid({ limit: 1 }))?.[0]?.utterance.id,
  actor: async (ledger: Ledger) => (await ledger.linkedActors({ limit: 1, offset: 0 })).actors[0]?.id,
  event: async (ledger: Ledger) =>
    (await ledger.calendar({ first: '0000-01-01', last: '9999-12-31', limit: 1, offset: 0 })).events[0]?.event
      .id,
  issue: async (ledger: Ledger) => (await ledger.issues())[0]?.id,
  alert: async (ledger: Ledger) => (await ledger.alerts())[0]?.alert.id,
  source: async (ledger: Ledger) =>
    (await ledger.outlets({ limit: 20, offset: 0 })).outlets.find(({ outlet }) => outlet !== null)?.outlet,
} as const;

export type SampleOf = keyof typeof SAMPLES;

interface Addressed {
  readonly path: string;
  readonly of?: SampleOf;
  readonly sent?: unknown;
}

/** An address of an operation that a ledger answers; null where it has nothing of the kind, or something is to be sent. */
export async function sampleAddress(ledger: Ledger, { path, of, sent }: Addressed): Promise<string | null> {
  if (sent !== undefined) return null;
  if (of === undefined) return path === '/search.json' ? `${path}?when=0001/9999` : path;
  const id = (await SAMPLES[of](ledger)) ?? null;
  if (id === null) return null;
  return path.includes('{id}') ? path.replace('{id}', inPath(id)) : `${path}?of=${encodeURIComponent(id)}`;
}
