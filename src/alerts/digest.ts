import type { KeptNews, Ledger } from '../ledger/index.ts';
import type { Alert, News } from '../record/index.ts';

/** What is new for one alert. */
export interface DigestPart {
  readonly alert: Alert;
  readonly news: readonly KeptNews[];
}

/** What is new, by alert; those without news are left out. */
export interface Digest {
  /** Since when, ISO 8601; null for since the last digest. */
  readonly since: string | null;
  readonly parts: readonly DigestPart[];
}

/** In this order a digest tells them: what changed first. */
export const NEWS_KINDS = ['event', 'position', 'statement'] as const satisfies readonly News['kind'][];

export async function digestOf(ledger: Ledger, since: string | null): Promise<Digest> {
  const parts: DigestPart[] = [];
  for (const { alert } of await ledger.alerts()) {
    const found = await ledger.newsSince(alert.id, since);
    const news = NEWS_KINDS.flatMap((kind) => found.filter((one) => one.news.kind === kind));
    if (news.length > 0) parts.push({ alert, news });
  }
  return { since, parts };
}

/** Tells that somebody has read a digest: the next one has what comes after it. */
export async function digestRead(ledger: Ledger, { since, parts }: Digest): Promise<void> {
  if (since !== null) return;
  for (const { alert, news } of parts)
    await ledger.digested(alert.id, Math.max(...news.map(({ number }) => number)));
}
