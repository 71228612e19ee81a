import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import type { Kit } from '../../src/analyse/index.ts';
import { daysOf, type Event, parseWhen } from '../../src/record/index.ts';
import { foldedWords } from '../../src/text/index.ts';
import { reportOf } from '../../test/reports.ts';
import { analyse } from '../analyse.ts';
import type { Outcome } from '../outcome.ts';

const item = z.object({
  chain: z.string(),
  item: z.number(),
  published: z.string(),
  outlet: z.string().nullable(),
  headline: z.string().nullable(),
  text: z.string(),
  gold: z.object({
    event: z.string(),
    place: z.string().nullable(),
    when: z.string().nullable(),
    status: z.string(),
    by: z.string().nullable(),
    stale: z.boolean().optional(),
  }),
});

export type Announcement = z.infer<typeof item>;

/** Forty chains of our own serve as dev where the folder has none. */
const OWN = fileURLToPath(new URL('chains.dev.jsonl', import.meta.url));

export async function readChains(data: string, split: string): Promise<Announcement[]> {
  const given = join(data, `revisions/chains.${split}.jsonl`);
  const lines = (await readFile(split === 'dev' && !existsSync(given) ? OWN : given, 'utf8'))
    .trim()
    .split('\n');
  return lines
    .map((line) => JSON.parse(line) as object)
    .flatMap((line) => ('gold' in line ? [item.parse(line)] : []));
}

/**
 * Chains of announcements, each report read by itself with its date of publication. Of its events the one is taken whose words
 * are most like the gold event's. Reports that only repeat a date given up are left out, since alone they cannot tell.
 */
export async function evaluateRevisions(data: string, split: string, kit: Kit): Promise<Outcome> {
  const items = (await readChains(data, split)).filter(({ gold }) => gold.stale !== true);
  const right = { found: 0, when: 0, dated: 0, status: 0, place: 0 };
  const all = { dated: 0, place: 0 };
  for (const one of items) {
    const event = likest(await eventsOf(one, kit), one.gold.event);
    const { when, status, place } = one.gold;
    const isRight = event !== null && sameDays(event.when, when);
    if (event !== null) right.found++;
    if (isRight) right.when++;
    if (when !== null) all.dated++;
    if (when !== null && isRight) right.dated++;
    if (event !== null && sameStatus(event.status, status)) right.status++;
    if (place !== null) all.place++;
    if (place !== null && event?.place != null && shares(event.place.name, place)) right.place++;
  }
  const share = (part: number, whole: number) => (100 * part) / whole;
  return {
    set: 'revisions',
    split,
    items: items.length,
    figures: {
      found: share(right.found, items.length),
      when: share(right.when, items.length),
      whenDated: share(right.dated, all.dated),
      status: share(right.status, items.length),
      place: share(right.place, all.place),
    },
  };
}

export async function eventsOf(
  { headline, text, published, outlet }: Announcement,
  kit: Kit,
): Promise<readonly Event[]> {
  const whole = headline !== null && !text.startsWith(headline) ? `${headline}\n\n${text}` : text;
  const [record] = await analyse([reportOf(whole, { published, outlet })], kit);
  return record?.events ?? [];
}

export function sameDays(given: string | null, wanted: string | null): boolean {
  return given === null || wanted === null ? given === wanted : daysFrom(given) === daysFrom(wanted);
}

/** The first and last day of a date, whatever its unit and hour; the value itself where it has none. */
export function daysFrom(value: string): string {
  const when = parseWhen(value);
  const days = when === null ? null : daysOf(when);
  return days === null ? value : `${days.first?.at ?? '..'}/${days.last?.at ?? '..'}`;
}

const sameStatus = (given: string, wanted: string) =>
  (given === 'under way' ? 'held' : given) === (wanted === 'under way' ? 'held' : wanted);

const formsOf = (text: string) => foldedWords(text).map(({ form }) => form.replace(/(?:s|ed|ing)$/, ''));
const shares = (a: string, b: string) => {
  const own = new Set(formsOf(a));
  return formsOf(b).some((form) => own.has(form) && form.length > 2);
};

/** The event whose words are most like these: its name first, then all the words that name it; the one with most dates of equals. */
export function likest(events: readonly Event[], wanted: string): Event | null {
  const forms = new Set(formsOf(wanted));
  const overlap = (text: string) => formsOf(text).filter((form) => forms.has(form)).length;
  const scored = events
    .map((event) => ({
      event,
      score:
        2 * overlap(event.what) +
        Math.max(...event.spans.map(({ text }) => overlap(text))) +
        Math.min(event.schedule.length, 1) / 2 +
        (event.type === null ? 0 : 0.1),
    }))
    .filter(({ score }) => score >= 1)
    .toSorted((a, b) => b.score - a.score);
  return scored[0]?.event ?? null;
}
