import type { Range } from '../../src/text/index.ts';

/** What words are for an event: they name it, give its date or the one it had, the place, or who takes part. */
export const PARTS = { '=': 'names', c: 'current', f: 'former', p: 'place', w: 'who' } as const;
/** Dates that are no event's: of something else, and of the day on which somebody spoke. */
const FREE = { o: 'other', s: 'said' } as const;

export const STATUSES = [
  'planned',
  'confirmed',
  'postponed',
  'rescheduled',
  'cancelled',
  'held',
  'under way',
  'possible',
] as const;

type Part = (typeof PARTS)[keyof typeof PARTS] | (typeof FREE)[keyof typeof FREE];

export interface Mark extends Range {
  readonly part: Part;
  /** The event by its number, or null. */
  readonly event: number | null;
}

export interface MarkedEvent {
  readonly number: number;
  readonly when: string | null;
  readonly status: (typeof STATUSES)[number];
}

/** A report with its marks; the headline is its first paragraph. */
export interface MarkedReport {
  readonly chain: string;
  readonly item: number;
  readonly published: string;
  readonly outlet: string;
  readonly text: string;
  readonly marks: readonly Mark[];
  readonly events: readonly MarkedEvent[];
}

/**
 * The reports of a file of `hands/` (hands/README.md says how they are written).
 * @throws Error that names the report and what is wrong with it.
 */
export function readMarked(source: string): MarkedReport[] {
  const reports: MarkedReport[] = [];
  let chain = '';
  let item = 0;
  for (const part of source.replaceAll('\r', '').split(/^(?=[#@] )/m)) {
    if (part.startsWith('# ')) {
      chain = /^# (\S+)/.exec(part)?.[1] ?? '';
      item = 0;
    } else if (part.startsWith('@ ')) reports.push(reportOf(part, chain, ++item));
  }
  return reports;
}

function reportOf(source: string, chain: string, item: number): MarkedReport {
  const wrong = (what: string) => new Error(`${chain}/${item}: ${what}`);
  const [first = '', ...lines] = source.trimEnd().split('\n');
  const [published = '', outlet = '', ...headline] = first.slice(2).split(' | ');
  if (!/^\d{4}-\d\d-\d\d$/.test(published)) throw wrong(`expected a day, found "${published}"`);
  const told = lines.filter((line) => line.startsWith('= '));
  const body = lines.filter((line) => !line.startsWith('= ')).join('\n');
  const { text, marks } = unmarked(`${headline.join(' | ')}\n\n${body.trim()}`, wrong);
  const events = told.map((line) => eventOf(line, wrong));
  for (const { event, part } of marks)
    if (event !== null && !events.some(({ number }) => number === event))
      throw wrong(`${part} of event ${event}, which has no line of its own`);
  for (const { number, when, status } of events) {
    const has = (part: Part) => marks.some((mark) => mark.event === number && mark.part === part);
    if (!has('names')) throw wrong(`event ${number} is named nowhere`);
    const isOff = status === 'postponed' || status === 'cancelled';
    if (isOff && when !== null) throw wrong(`event ${number} is ${status} and has a date`);
    if (when !== null && !has('current')) throw wrong(`event ${number} has a date that no words give`);
    if (isOff && has('current'))
      throw wrong(`event ${number} is ${status} and words give its date: they are former`);
  }
  return { chain, item, published, outlet, text, marks, events };
}

function eventOf(line: string, wrong: (what: string) => Error): MarkedEvent {
  const [, number, when, status] = /^= (\d) \| (\S+) \| ([a-z ]+?)\s*$/.exec(line) ?? [];
  const known = STATUSES.find((one) => one === status);
  if (number === undefined || when === undefined || known === undefined)
    throw wrong(`expected "= 1 | 2031-05-02 | planned", found "${line}"`);
  return { number: Number(number), when: when === 'null' ? null : when, status: known };
}

/** A text without its marks, and where they stood. */
function unmarked(source: string, wrong: (what: string) => Error): { text: string; marks: Mark[] } {
  const marks: Mark[] = [];
  let text = '';
  let at = 0;
  for (const found of source.matchAll(/\[(\d?)([=cfpwos]) ([^[\]]+)\]/g)) {
    text += source.slice(at, found.index);
    at = found.index + found[0].length;
    const [, number = '', letter = '', words = ''] = found;
    const part = { ...PARTS, ...FREE }[letter as keyof typeof PARTS | keyof typeof FREE];
    if (letter in FREE !== (number === '')) throw wrong(`no number fits "${found[0]}"`);
    marks.push({
      part,
      event: number === '' ? null : Number(number),
      start: text.length,
      end: text.length + words.length,
    });
    text += words;
  }
  text += source.slice(at);
  const stray = /[[\]]/.exec(text);
  if (stray !== null)
    throw wrong(`a bracket that marks nothing: "${text.slice(stray.index, stray.index + 30)}"`);
  return { text, marks };
}
