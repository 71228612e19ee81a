import { setTimeout as sleep } from 'node:timers/promises';
import type { Ledger } from '../../ledger/index.ts';

/** How much a ledger holds. */
export interface Size {
  readonly reports: number;
  readonly statements: number;
  /** Reports that are not linked with the others yet. */
  readonly unlinked: number;
}

/** A ledger that takes longer, in milliseconds, is not ready. */
const PATIENCE = 2_000;

/** Asks a ledger how much it holds; tells why where it does not answer. */
export async function sizeOf(ledger: Ledger, patience = PATIENCE): Promise<Size | { readonly why: string }> {
  const waiting = new AbortController();
  const late = sleep(
    patience,
    { why: `the ledger did not answer within ${patience} milliseconds` },
    {
      signal: waiting.signal,
      ref: false,
    },
  );
  const asked = (async () => {
    const [{ reports, statements }, linked] = await Promise.all([ledger.counts(), ledger.linkedTo()]);
    return { reports, statements, unlinked: Math.max(0, reports - linked) };
  })();
  try {
    return await Promise.race([asked, late]);
  } catch (error) {
    return { why: error instanceof Error ? error.message : String(error) };
  } finally {
    waiting.abort();
    late.catch(() => undefined);
    asked.catch(() => undefined);
  }
}
