import type { Ledger } from '../ledger/index.ts';
import { type Terminal, write } from './terminal.ts';

/** What was asked of which ledger, and how much was found: with it an answer can be asked for again and compared. */
export interface Manifest {
  readonly command: string;
  readonly query: Readonly<Record<string, string | null>>;
  readonly counts: Readonly<Record<string, number>>;
  readonly ledger: { readonly reports: number; readonly head: string; readonly linkers: readonly string[] };
  readonly at: string;
}

export async function manifestOf(
  ledger: Ledger,
  { now }: Terminal,
  asked: Pick<Manifest, 'command' | 'query' | 'counts'>,
): Promise<Manifest> {
  const { reports, head } = await ledger.counts();
  const linkers = await ledger.linkers();
  return { ...asked, ledger: { reports, head, linkers }, at: now().toISOString() };
}

/** Beside a table, which has no place for it. */
export const writeManifest = ({ err }: Terminal, manifest: Manifest): Promise<void> =>
  write(err, `${JSON.stringify({ manifest })}\n`);
