import { createHash } from 'node:crypto';
import { reportIdOf } from '../../src/read/report-id.ts';
import { type ReportRecord, reportRecord } from '../../src/record/index.ts';
import { inventedWord, randomOf, zipf } from './random.ts';

/** A record with the address, outlet and day of its own that a variant of it gets. */
export interface Given {
  readonly url: string;
  readonly outlet: string;
  /** Days by which all of its dates are moved. */
  readonly later: number;
}

/** How many names of one shape there are, how many words, and how many of a report's words are other ones. */
const NAMES = 2600;
const WORDS = 60_000;
const OTHER_WORDS = 0.9;
const SHORTEST = 4;

const anyName = zipf(NAMES);
const anyWord = zipf(WORDS);

/**
 * A record as another report would have given it: other names and words of the same lengths, other dates, its own ids.
 * Since every length stays, each span stands where it stood, with the characters that are there now.
 */
export function vary(template: ReportRecord, { url, outlet, later }: Given, seed: number): ReportRecord {
  const random = randomOf(seed);
  const names = otherNames(template, random);
  const { report } = template;
  const text = report.text.replace(/\p{L}+/gu, (word) => names.get(word) ?? otherWord(word, random));
  const id = reportIdOf(url, text);
  const snapshot = `sha256:${createHash('sha256').update(text).digest('hex')}`;
  const [former, own] = [report.id, id].map((one) => one.slice('report:'.length));
  const renamed = (value: string) =>
    value
      .replaceAll(former ?? '', own ?? '')
      .replace(/\p{L}+/gu, (word) => names.get(word) ?? lowered(names, word) ?? word);
  const varied = rebuilt(template, (value, key) =>
    key === 'when' || key === 'value' || key === 'published' ? moved(value, later) : renamed(value),
  );
  function rebuilt(value: unknown, string: (value: string, key: string) => string, key = ''): unknown {
    if (typeof value === 'string') return string(value, key);
    if (Array.isArray(value)) return value.map((one) => rebuilt(one, string, key));
    if (typeof value !== 'object' || value === null) return value;
    const fields = Object.entries(value).map(([name, one]) => [name, rebuilt(one, string, name)]);
    const made: Record<string, unknown> = Object.fromEntries(fields);
    if (typeof made.start === 'number' && typeof made.end === 'number' && 'text' in made)
      made.text = text.slice(made.start, made.end);
    return made;
  }
  const { headline } = report;
  const start = headline === null ? -1 : report.text.indexOf(headline);
  const whole = varied as ReportRecord;
  return reportRecord.parse({
    ...whole,
    report: {
      ...whole.report,
      id,
      url,
      outlet,
      text,
      snapshot,
      headline: headline === null || start < 0 ? headline : text.slice(start, start + headline.length),
    },
  }) as ReportRecord;
}

/** For every word of an actor's name another of its length; those of the first rank keep theirs, and so are the most frequent. */
function otherNames({ actors }: ReportRecord, random: () => number): ReadonlyMap<string, string> {
  const names = new Map<string, string>();
  const taken = new Set<string>();
  for (const { name, kind } of actors) {
    const rank = anyName(random());
    const words = name.match(/\p{Lu}\p{L}{2,}/gu) ?? [];
    const own = kind === 'person' ? words : words.slice(0, 1);
    for (const [place, word] of own.entries()) {
      if (names.has(word)) continue;
      // Two of a report that got one name would be one by their ids.
      let at = rank * 7 + place;
      while (rank > 0 && taken.has(inventedWord(word.length, at))) at += NAMES * 7;
      const other = rank === 0 ? word.toLowerCase() : inventedWord(word.length, at);
      taken.add(other);
      names.set(word, rank === 0 ? word : `${other[0]?.toUpperCase()}${other.slice(1)}`);
    }
  }
  return names;
}

/** Ids have names in small letters. */
function lowered(names: ReadonlyMap<string, string>, word: string): string | undefined {
  return names.get(`${word[0]?.toUpperCase()}${word.slice(1)}`)?.toLowerCase();
}

function otherWord(word: string, random: () => number): string {
  if (word.length < SHORTEST || !/^[a-z]+$/.test(word) || random() > OTHER_WORDS) return word;
  return inventedWord(word.length, 1_000_000 + anyWord(random()));
}

/** The days and months of an EDTF value, so many days later. */
function moved(value: string, days: number): string {
  return value
    .replace(/\b\d{4}-\d\d-\d\d/g, (day) => shifted(`${day}T00:00:00Z`, days).slice(0, 10))
    .replace(/(?<![\d-])(\d{4}-(?:0[1-9]|1[0-2]))(?![\d-])/g, (month) =>
      shifted(`${month}-15T00:00:00Z`, days).slice(0, 7),
    );
}

function shifted(moment: string, days: number): string {
  return new Date(Date.parse(moment) + days * 86_400_000).toISOString();
}
