import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { codesOf, type Kit } from '../../src/analyse/index.ts';
import { parseWhen } from '../../src/record/index.ts';
import type { Outcome } from '../outcome.ts';

const asked = z.object({
  phrase: z.string(),
  country: z.string().nullable(),
  sector: z.string().nullable(),
  queryDate: z.string().nullable(),
  context: z.string().optional(),
});

/**
 * Phrases for actors, coded by the function that `read` asks: country and sector right, each over the phrases for which the
 * set asks it, and both. An empty code in the set says that none may be given.
 */
export async function evaluateActorCodes(data: string, split: string, kit: Kit): Promise<Outcome> {
  const lines = (await readFile(join(data, `events/actor_codes.${split}.jsonl`), 'utf8')).trim().split('\n');
  const items = lines.map((line) => asked.parse(JSON.parse(line)));
  const sum = { country: [0, 0], sector: [0, 0], both: [0, 0] } as Record<
    'country' | 'sector' | 'both',
    [number, number]
  >;
  const judge = (what: keyof typeof sum, isRight: boolean) => {
    sum[what][1]++;
    if (isRight) sum[what][0]++;
  };
  for (const { phrase, country, sector, queryDate, context } of items) {
    const given = codesOf(
      context === undefined ? phrase : `${phrase}, ${context}`,
      parseWhen(queryDate),
      kit.words,
    );
    const isCountry = (given.country ?? '') === country;
    const isSector = (given.sector ?? '') === sector;
    if (country !== null) judge('country', isCountry);
    if (sector !== null) judge('sector', isSector);
    if (country !== null && sector !== null) judge('both', isCountry && isSector);
  }
  const share = ([right, all]: [number, number]) => (all === 0 ? 0 : (100 * right) / all);
  return {
    set: 'actor_codes',
    split,
    items: items.length,
    figures: { country: share(sum.country), sector: share(sum.sector), both: share(sum.both) },
  };
}
