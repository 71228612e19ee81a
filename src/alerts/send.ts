import type { Delivery, KeptAlert, KeptNews, Ledger } from '../ledger/index.ts';
import type { Alert, News } from '../record/index.ts';
import { type Posted, post } from './post.ts';
import { type Message, signed } from './sign.ts';

/** What sending takes. */
export interface Sending {
  readonly ledger: Ledger;
  readonly now: () => Date;
  /** Milliseconds that a receiver is waited for. */
  readonly patience?: number;
  readonly signal?: AbortSignal | undefined;
}

/** What came of an alert's news: how much arrived, why the next could not be sent, and when that is tried again. */
export interface Sent {
  readonly alert: Alert;
  readonly sent: number;
  readonly why: string | null;
  readonly due: string | null;
}

const MINUTE = 60_000;
/** After a failure so long nothing is sent, which doubles with each in a row, up to a day. */
const FIRST_WAIT = MINUTE;
const LONGEST_WAIT = 1440 * MINUTE;
/** For so long one process alone sends an alert's news; one that was killed holds nobody up for longer. */
const CLAIM = 10 * MINUTE;
const TOGETHER = 20;

/**
 * Sends all news that waits to the webhooks of its alerts, in the order of finding, each until its receiver has taken it.
 * How far that came and when a receiver that failed is asked again stands in the ledger.
 */
export async function sendNews(sending: Sending): Promise<Sent[]> {
  const { ledger, now, signal } = sending;
  const told: Sent[] = [];
  for (const kept of await ledger.alerts()) {
    if (kept.waiting === 0 || signal?.aborted) continue;
    const from = now();
    const until = new Date(from.getTime() + CLAIM);
    if (await ledger.claim(kept.alert.id, from.toISOString(), until.toISOString()))
      told.push(await sendFor(kept, until, sending));
  }
  return told;
}

async function sendFor({ alert, delivery }: KeptAlert, until: Date, sending: Sending): Promise<Sent> {
  const { ledger, now } = sending;
  let sent = 0;
  let then = delivery;
  try {
    for await (const posted of posting(alert, until, sending)) {
      if (posted.kind === 'taken') sent++;
      then = deliveryAfter(posted, then.failures, now());
    }
  } finally {
    await ledger.release(alert.id, then);
  }
  return { alert, sent, why: then.why, due: then.due };
}

/** Sends one after the other, and ends with the first that is not taken, or while there is time for another. */
async function* posting(alert: Alert, until: Date, sending: Sending): AsyncGenerator<Posted> {
  const { ledger, now, patience, signal } = sending;
  const { webhook } = alert;
  const secret = await ledger.secretOf(alert.id);
  if (webhook === null || secret === null) return;
  // Loaded when there is something to send.
  const { agentFor, isPublic, isPublicOrPrivate } = await import('../ingest/fetch/reach.ts');
  const agent = agentFor(webhook.allowPrivate ? isPublicOrPrivate : isPublic);
  const isTimeOver = () => signal?.aborted === true || now().getTime() + MINUTE > until.getTime();
  try {
    for await (const { news } of waitingFor(alert, ledger)) {
      if (isTimeOver()) return;
      const message = messageOf(alert, news, now());
      const headers = signed(message, secret);
      const posted = await post({ url: webhook.url, headers, body: message.body }, { agent, now, patience });
      if (posted.kind === 'taken') await ledger.sent(alert.id, news.id, now().toISOString());
      yield posted;
      if (posted.kind !== 'taken') return;
    }
  } finally {
    await agent.destroy();
  }
}

/** What is to be sent, some at a time, while each is sent before the next is asked for. */
async function* waitingFor({ id }: Alert, ledger: Ledger): AsyncGenerator<KeptNews> {
  for (;;) {
    const batch = await ledger.toSend(id, TOGETHER);
    if (batch.length === 0) return;
    yield* batch;
  }
}

/** News as it is sent: `type`, `timestamp` and `data`, as Standard Webhooks has them. */
function messageOf({ id, name }: Alert, news: News, now: Date): Message {
  const body = { type: `news.${news.kind}`, timestamp: news.at, data: { alert: { id, name }, news } };
  return { id: news.id, timestamp: Math.floor(now.getTime() / 1000), body: JSON.stringify(body) };
}

function deliveryAfter(last: Posted, failures: number, now: Date): Delivery {
  if (last.kind === 'taken') return { failures: 0, due: null, why: null, isOver: false };
  if (last.kind === 'gone')
    return { failures: failures + 1, due: null, why: 'status 410: nothing more is sent', isOver: true };
  const wait = Math.min(Math.max(FIRST_WAIT * 2 ** Math.min(failures, 20), last.wait), LONGEST_WAIT);
  const due = new Date(now.getTime() + wait).toISOString();
  return { failures: failures + 1, due, why: last.why, isOver: false };
}
