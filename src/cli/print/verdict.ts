import { speakerHow, type Utterance } from '../../record/index.ts';
import { hadByAnother, type Place, type Verdict } from '../../verify/index.ts';
import { paint, type Style, type Terminal } from '../terminal.ts';
import { printable } from './printable.ts';
import { speakerLine } from './speaker.ts';
import { count, reportLine } from './statement.ts';

const MOST_PLACES = 5;

const WORDS: Record<Verdict['verdict'], { style: Style; says: string }> = {
  exact: { style: 'green', says: 'exact' },
  near: { style: 'green', says: 'exact but for' },
  altered: { style: 'yellow', says: 'altered' },
  indirect: { style: 'yellow', says: 'only indirect: the report has the words outside quotation marks' },
  absent: { style: 'red', says: 'not on record' },
};

export function verdictLines(terminal: Terminal, verdict: Verdict, utterance: Utterance | null): string {
  const { out } = terminal;
  const [best] = verdict.places;
  const { style, says } = WORDS[verdict.verdict];
  const but = best === undefined || best.but.length === 0 ? '' : ` ${best.but.join(', ')}`;
  if (best === undefined) return `${paint(out, style, says)}: not in ${count(verdict.reports, 'report')}\n`;
  const another = hadByAnother(verdict);
  const shown = verdict.places.slice(0, MOST_PLACES);
  const more = verdict.places.length - shown.length;
  return [
    paint(out, style, `${says}${but}`) + byLine(best, verdict.by),
    ...(another === null ? [] : [anotherLine(terminal, another)]),
    ...shown.map((place) => placeLines(terminal, place, verdict)),
    ...(more > 0 ? [`  and in ${count(more, 'more report')}`] : []),
    ...(utterance === null ? [] : utteranceLines(utterance)),
    paint(out, 'dim', `found in ${verdict.places.length} of ${count(verdict.reports, 'report')}`),
    '',
  ].join('\n');
}

/** All that render the same act of saying, where there is more than one. */
function utteranceLines({ id, renditions, outlets, root }: Utterance): string[] {
  const [first] = renditions;
  if (first === undefined || renditions.length < 2) return [];
  const told = [first.outlet, first.published].filter((part) => part !== null).join(', ');
  return [
    `one utterance: ${count(renditions.length, 'rendition')} in ${count(outlets, 'outlet')}, first told by ${printable(told)}; root source ${printable(root.name)}`,
    `  onrecord said ${id}`,
  ];
}

function byLine({ by, statement }: Place, name: string | null): string {
  if (by === null || name === null) return '';
  const who = printable(by.source ?? 'somebody');
  const how = statement === null ? '' : printable(speakerHow(statement.speaker));
  if (by.answer === 'matches') return `, and said by ${who} (${how})`;
  if (by.answer === 'differs') return `, but said by ${who}, not ${printable(name)} (${how})`;
  if (by.source === null) return '; the text does not name who says it';
  return `; the text does not name who says it: ${who} (${how})`;
}

function anotherLine({ out }: Terminal, { by, report, permalink }: Place): string {
  const where = [report.outlet, report.published, permalink].filter((part) => part !== null);
  return `${paint(out, 'yellow', 'first on record as words of another')}: ${printable(by?.source ?? '')}, ${where.map(printable).join(' · ')}`;
}

function placeLines(terminal: Terminal, place: Place, verdict: Verdict): string {
  const { out } = terminal;
  const { report, statement, permalink } = place;
  const label = place.verdict === verdict.places[0]?.verdict ? '' : `${place.verdict}: `;
  return [
    `  ${label}${wholeLine(terminal, place)}`,
    ...(place.difference.length > 0 ? [`  ${differenceLine(terminal, place)}`] : []),
    ...(statement === null ? [] : [`  ${speakerLine(terminal, statement)}`]),
    `  ${reportLine(terminal, report, permalink)}${paint(out, 'bold', orderWords(place, verdict))}`,
    '',
  ].join('\n');
}

/** Of several places the earliest, with --by of that person's, and the first of all where that is another. */
function orderWords(place: Place, { earliest, first, places }: Verdict): string {
  if (places.length === 1) return '';
  return place === earliest ? ' (earliest)' : place === first ? ' (first on record)' : '';
}

/** The record's whole words, with those that were asked for marked, and dots where the paragraph has more. */
function wholeLine({ out }: Terminal, { report, span, whole }: Place): string {
  const before = oneLine(report.text.slice(whole.start, span.start)).trimStart();
  const after = oneLine(report.text.slice(span.end, whole.end)).trimEnd();
  const [lead, trail] = [report.blocks.some(isCutAt(whole.start)), report.blocks.some(isCutAt(whole.end))];
  const words = printable(span.text);
  const painted = paint(out, 'underline', words);
  const isAll = before === '' && after === '';
  const shown = painted !== words || isAll ? painted : `[=${words}=]`;
  return `${lead ? paint(out, 'dim', '… ') : ''}${before}${shown}${after}${trail ? paint(out, 'dim', ' …') : ''}`;
}

const isCutAt =
  (offset: number) =>
  ({ start, end }: { start: number; end: number }) =>
    start < offset && offset < end;

/** Printable, with the space at its ends: the words beside a place touch it as they do in the report. */
function oneLine(text: string): string {
  const [, head = '', , tail = ''] = /^(\s*)([\s\S]*?)(\s*)$/.exec(text) ?? [];
  return `${head && ' '}${printable(text)}${tail && ' '}`;
}

/** Words asked for that the record has not, and words that it has instead; with signs, since colour is never the only one. */
function differenceLine({ out }: Terminal, { difference }: Place): string {
  return difference
    .map(({ kind, text }) => {
      if (kind === 'asked') return paint(out, 'red', `[-${printable(text)}-]`);
      return kind === 'told' ? paint(out, 'green', `{+${printable(text)}+}`) : printable(text);
    })
    .join(' ');
}

/** What stands beside a verdict: the utterance that was found, or what most likely says the same in other words. */
interface Beside {
  readonly utterance: Utterance | null;
  readonly likely: readonly object[];
}

/** The verdict as JSON, each report by its fields without text and blocks, with what stands beside it. */
export function verdictJson(verdict: Verdict, { utterance, likely }: Beside): string {
  const lean = (place: Place) => {
    const { text: _, blocks: __, ...report } = place.report;
    return { ...place, report };
  };
  const { earliest, first } = verdict;
  const body = {
    ...verdict,
    places: verdict.places.map(lean),
    earliest: earliest === null ? null : lean(earliest),
    first: first === null ? null : lean(first),
    utterance,
    likely,
  };
  return `${JSON.stringify(body)}\n`;
}
