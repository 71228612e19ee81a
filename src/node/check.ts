import type { Checked } from '../check/index.ts';
import type { Refusal } from '../record/index.ts';
import type { OpenLedger } from './open-ledger.ts';
import type { ReadOptions, Source } from './options.ts';
import { portOf } from './port.ts';
import { read } from './read.ts';

/** How a draft is looked over. */
export interface CheckOptions extends ReadOptions {
  /** Every quotation of the draft is compared with what this ledger has. */
  readonly ledger?: OpenLedger | undefined;
}

/**
 * Looks a draft over as an editor would. `findings` are in the order of the text, each with its rule (docs/flags/), a message
 * for people, and its place: `line`, `column`, `endLine` and `endColumn`, from 1, in UTF-16 code units. `quotations` say of each
 * quotation how it stands against the ledger; without a ledger there are none.
 *
 * A draft that is no report is a `Refusal` with its `code`, as `read` gives it. Throws as `read`; and `closed-ledger`.
 */
export async function check(draft: Source, options: CheckOptions = {}): Promise<Checked | Refusal> {
  const { ledger, ...reading } = options;
  const port = ledger === undefined ? null : portOf(ledger);
  const record = await read(draft, reading);
  if ('code' in record) return record;
  const { checkedAgainst } = await import('../pipeline/index.ts');
  return await checkedAgainst(record, port);
}
