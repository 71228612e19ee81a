import type { Ledger } from '../ledger/index.ts';
import { Fault, type ReportRecord } from '../record/index.ts';
import type { OpenLedger } from './open-ledger.ts';
import { wordsIn } from './options.ts';
import { portOf } from './port.ts';
import type { Verified, VerifyOptions } from './verified.ts';

/**
 * Says whether a quotation is on record: in a ledger, or in records that were just read.
 *
 * @throws Fault `bad-quotation` where the words cannot be looked for (there are none, or too many); `closed-ledger`.
 */
export async function verify(
  quotation: string,
  within: OpenLedger | ReportRecord | readonly ReportRecord[],
  { by }: VerifyOptions = {},
): Promise<Verified> {
  const { refuseQuotation } = await import('../verify/index.ts');
  const refused = refuseQuotation(wordsIn(quotation));
  if (refused !== null) throw new Fault('bad-quotation', refused);
  const name = by === undefined ? null : wordsIn(by);
  if (!('close' in within)) {
    const { verifyInRecords } = await import('../pipeline/index.ts');
    const records = 'report' in within ? [within] : within;
    return { ...verifyInRecords(quotation, name, records), utterance: null, likely: [] };
  }
  return await verifyIn(portOf(within), quotation, name);
}

async function verifyIn(ledger: Ledger, quotation: string, by: string | null): Promise<Verified> {
  const { likeliestInLedger, utteranceFound, verifyInLedger } = await import('../pipeline/index.ts');
  const verdict = await verifyInLedger(quotation, by, ledger);
  if (verdict.verdict !== 'absent')
    return { ...verdict, utterance: await utteranceFound(verdict, ledger), likely: [] };
  const { loadLikeness } = await import('../load/link.ts');
  const alike = await loadLikeness('en');
  const likely = await likeliestInLedger(quotation, { by, alike, ledger });
  return { ...verdict, utterance: null, likely: likely.filter(({ isTold }) => isTold) };
}
