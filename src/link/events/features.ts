import { overlapOf } from '../words.ts';
import type { ToldEvent } from './told-event.ts';

/** What is compared of two events of two reports, in the order of the weights. */
export const EVENT_FEATURES = [
  'one occasion',
  'another occasion',
  'words',
  'shared words',
  'parties',
  'other parties',
  'same place',
  'another place',
  'one date',
  'dates in common',
  'no date in common',
  'mark in common',
  'marks differ',
  'set apart in one',
  'reports alike',
  'later one tells of what is known',
  'announced both',
  'told first in both',
  'told first in one',
  'told first in both of alike reports',
  'sentences',
  'told first in both, leads alike',
  'likeness of the sentences',
  'likeness of the names',
] as const;

/** How alike two events are by the sentence model: the sentences that name them, and the names. */
export interface Alike {
  readonly sentences: number;
  readonly names: number;
}

/** Of the sentence model what has little in common lies about here. */
const LITTLE = 0.8;

/** Two events in figures; how alike they are by the model counts nothing where it was not asked. */
export function eventFeatures(a: ToldEvent, b: ToldEvent, alike: Alike | null): number[] {
  const families = overlapOf(a.families, b.families).shared;
  const all = (one: ToldEvent) => new Set([...one.stems, ...one.parties, ...one.place]);
  const words = overlapOf(all(a), all(b));
  const marks = overlapOf(a.marks, b.marks).shared;
  const dates = datesOf(a, b);
  const names = overlapOf(a.report.names, b.report.names).contained;
  const around = overlapOf(a.around, b.around);
  const lead = overlapOf(a.report.lead, b.report.lead).contained;
  const isLead = a.isLead && b.isLead;
  const told = [
    families > 0,
    families === 0 && haveBoth(a.families, b.families),
    words.contained,
    Math.log1p(words.shared),
    overlapOf(a.parties, b.parties).contained,
    isDisjoint(a.parties, b.parties),
    overlapOf(a.place, b.place).shared > 0,
    isDisjoint(a.place, b.place),
    dates === 'one',
    dates === 'common',
    dates === 'none',
    marks > 0,
    marks === 0 && haveBoth(a.marks, b.marks),
    a.asides.size > 0 !== b.asides.size > 0,
    names,
    isSequel(a, b),
    a.event.time !== 'past' && b.event.time !== 'past',
    isLead,
    a.isLead !== b.isLead,
    isLead && names,
    around.contained,
    isLead && lead,
    alike === null ? 0 : alike.sentences - LITTLE,
    alike === null ? 0 : alike.names - LITTLE,
  ];
  return told.map(Number);
}

const haveBoth = (a: ReadonlySet<string>, b: ReadonlySet<string>) => a.size > 0 && b.size > 0;
const isDisjoint = (a: ReadonlySet<string>, b: ReadonlySet<string>) => haveBoth(a, b) && a.isDisjointFrom(b);
const KNOWN = new Set(['postponed', 'rescheduled', 'cancelled', 'confirmed', 'held', 'under way']);
const isSequel = (a: ToldEvent, b: ToldEvent) =>
  KNOWN.has(((a.report.published ?? '') <= (b.report.published ?? '') ? b : a).event.status);

/** Whether two have the same day, or days in common, of those that stand and those that were given up; null where one has none. */
function datesOf(a: ToldEvent, b: ToldEvent): 'one' | 'common' | 'none' | null {
  if (a.dates.length === 0 || b.dates.length === 0) return null;
  const pairs = a.dates.flatMap((one) => b.dates.map((other) => [one, other] as const));
  if (pairs.some(([one, other]) => one[0] === other[0])) return 'one';
  return pairs.some(([one, other]) => one[0] <= other[1] && other[0] <= one[1]) ? 'common' : 'none';
}
