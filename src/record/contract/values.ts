import { parseWhen } from '../edtf/index.ts';
import { HELD_ACTS } from '../lists.ts';
import type { ReportRecord } from '../record.ts';
import { type ContractRule, shown } from './rule.ts';

export const valuesAreTimes: ContractRule = {
  name: 'values-are-times',
  promise:
    'When something was said or takes place is a date in EDTF or an ISO 8601 week; an expression of time may also be worth a time of day, a duration, or PRESENT, PAST or FUTURE.',
  brokenIn: (record) =>
    [...values(record)]
      .filter(({ value, isTime }) => !isDate(value) && !(isTime && MORE.test(value)))
      .map(({ path, value }) => ({ path, found: shown(value) })),
};

interface Value {
  readonly path: string;
  readonly value: string;
  /** Whether it is the value of an expression of time. */
  readonly isTime: boolean;
}

function* values({ statements, events, times }: ReportRecord): Generator<Value> {
  for (const [index, { said }] of statements.entries())
    if (said !== null) yield { path: `statements[${index}].said.value`, value: said.value, isTime: false };
  for (const [index, { when, schedule }] of events.entries()) {
    if (when !== null) yield { path: `events[${index}].when`, value: when, isTime: false };
    for (const [at, revision] of schedule.entries())
      if (revision.when !== null)
        yield { path: `events[${index}].schedule[${at}].when`, value: revision.when, isTime: false };
  }
  for (const [index, { value }] of times.entries())
    yield { path: `times[${index}].value`, value, isTime: true };
}

/** What an expression of time may be worth besides a date: a length, of several units or not known, or a side of now. */
const MORE =
  /^(?:PRESENT|PAST|FUTURE|PX[YMWD]|P(?:\d+(?:\.\d+)?[YMWD])*(?:T(?:(?:\d+(?:\.\d+)?|X)[HMS])+)?)$/;

const isDate = (value: string) => parseWhen(value) !== null;

export const actsFitModes: ContractRule = {
  name: 'acts-fit-modes',
  promise: 'What is held has an act of holding, what is said or shown one of saying.',
  brokenIn: ({ statements }) =>
    statements.flatMap(({ mode, act }, index) =>
      HELD.has(act) === (mode === 'held')
        ? []
        : [{ path: `statements[${index}].act`, found: `${act} of what is ${mode}` }],
    ),
};

const HELD: ReadonlySet<string> = new Set(HELD_ACTS);
