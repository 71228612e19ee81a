import type { Ledger, NewEntry } from '../../src/ledger/index.ts';
import type { LinkKit } from '../../src/link/index.ts';
import { linkNew } from '../../src/pipeline/index.ts';

/** Reports around the 100th, the 1,000th and the 10,000th, by which it is told whether a report costs more in a large ledger. */
const WINDOWS = [
  { name: 'the 100th', from: 51, to: 150 },
  { name: 'the 1,000th', from: 951, to: 1_050 },
  { name: 'the 10,000th', from: 9_951, to: 10_050 },
] as const;

/** What one report costs: milliseconds of the processor to write it, and to link it. */
interface Cost {
  readonly written: number;
  readonly linked: number;
}

/** Adds and links reports one by one, as `add` does with one at a time, and keeps what those of the windows cost. */
export function addingWithLinks(ledger: Ledger, kit: LinkKit) {
  const costs = new Map<string, Cost[]>(WINDOWS.map(({ name }) => [name, []]));
  const linker = { name: 'bench/1', load: async () => kit };
  let number: number | null = null;
  return {
    async add(entry: NewEntry): Promise<void> {
      number ??= (await ledger.counts()).reports;
      number++;
      const written = await spent(() => ledger.add(entry));
      const linked = await spent(() => linkNew(ledger, linker));
      for (const { name, from, to } of WINDOWS)
        if (number >= from && number <= to) costs.get(name)?.push({ written, linked });
    },
    /** Of each window that was come through: the median of what was written, linked and both. */
    told: () =>
      [...costs].flatMap(([name, all]) =>
        all.length === 0
          ? []
          : [
              {
                name,
                written: median(all.map((one) => one.written)),
                linked: median(all.map((one) => one.linked)),
                both: median(all.map((one) => one.written + one.linked)),
              },
            ],
      ),
  };
}

async function spent(work: () => Promise<unknown>): Promise<number> {
  const before = process.cpuUsage();
  await work();
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

const median = (figures: readonly number[]) =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
