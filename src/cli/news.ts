import type { Ledger } from '../ledger/index.ts';
import { linkKitOf } from './link-kit.ts';
import { printable } from './print/printable.ts';
import { count } from './print/statement.ts';
import { type Terminal, write } from './terminal.ts';

/** Looks for news of all alerts, and tells of reports that cannot be looked at yet. Gives how much news was found. */
export async function findNews({ err, now }: Terminal, ledger: Ledger): Promise<number> {
  // Loaded when it is needed: no command that only asks or adds needs it.
  const { lookForNews } = await import('../alerts/index.ts');
  const found = await lookForNews({ ledger, linkKit: () => linkKitOf(ledger), now });
  const alerts = await ledger.alerts();
  const waiting =
    (await ledger.counts()).reports - Math.min(...alerts.map(({ looked }) => looked.statements));
  if (alerts.length > 0 && waiting > 0)
    await write(
      err,
      `onrecord: ${count(waiting, 'report')} not linked yet: the next onrecord add links them\n`,
    );
  return found;
}

/** Sends what waits for webhooks, and tells of each receiver that did not take it. Gives what came of it. */
export async function sendWaiting({ err, now }: Terminal, ledger: Ledger, signal?: AbortSignal) {
  const { sendNews } = await import('../alerts/index.ts');
  const told = await sendNews({ ledger, now, signal });
  for (const { alert, why, due } of told)
    if (why !== null)
      await write(
        err,
        `onrecord: alert "${printable(alert.name)}": ${printable(why)}${due === null ? '' : `; tried again from ${due} on`}\n`,
      );
  return told;
}
