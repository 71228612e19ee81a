import type { Renditions } from '../../ledger/index.ts';

/** How often an outlet was the first to have what somebody said, of how many that it has. */
export interface FirstOutlet {
  readonly outlet: string;
  readonly first: number;
  readonly has: number;
}

/**
 * Outlets by how often each alone was the first of several to publish an utterance. Where two have it on the same day, or the
 * day of one is not known, nobody is known to be first.
 */
export function firstOutlets(utterances: readonly Renditions[]): readonly FirstOutlet[] {
  const counts = new Map<string, FirstOutlet>();
  const add = (outlet: string, first: number, has: number) => {
    const now = counts.get(outlet) ?? { outlet, first: 0, has: 0 };
    counts.set(outlet, { outlet, first: now.first + first, has: now.has + has });
  };
  for (const { in: renditions } of utterances) {
    for (const outlet of new Set(renditions.flatMap((one) => one.outlet ?? []))) add(outlet, 0, 1);
    const first = firstOf(renditions);
    if (first !== null) add(first, 1, 0);
  }
  return [...counts.values()].toSorted(
    (a, b) => b.first - a.first || b.has - a.has || a.outlet.localeCompare(b.outlet),
  );
}

function firstOf(renditions: Renditions['in']): string | null {
  if (renditions.some(({ published }) => published === null)) return null;
  const [earliest] = renditions.map(({ published }) => published ?? '').toSorted();
  const outlets = new Set(
    renditions.filter(({ published }) => published === earliest).map(({ outlet }) => outlet),
  );
  const [only] = outlets;
  return outlets.size === 1 ? (only ?? null) : null;
}
