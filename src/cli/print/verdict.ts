import type { Place, Verdict } from '../../verify/index.ts';
import { paint, type Style, type Terminal } from '../terminal.ts';
import { printable } from './printable.ts';
import { count, reportLine } from './statement.ts';

const MOST_PLACES = 5;
const AROUND = 60;

const WORDS: Record<Verdict['verdict'], { style: Style; says: string }> = {
  exact: { style: 'green', says: 'exact' },
  near: { style: 'green', says: 'exact but for' },
  altered: { style: 'yellow', says: 'altered' },
  indirect: { style: 'yellow', says: 'only indirect: the report has the words outside quotation marks' },
  absent: { style: 'red', says: 'not on record' },
};

export function verdictLines(terminal: Terminal, verdict: Verdict): string {
  const { out } = terminal;
  const [best] = verdict.places;
  const { style, says } = WORDS[verdict.verdict];
  const but = best === undefined || best.but.length === 0 ? '' : ` ${best.but.join(', ')}`;
  if (best === undefined) return `${paint(out, style, says)}: not in ${count(verdict.reports, 'report')}\n`;
  const shown = verdict.places.slice(0, MOST_PLACES);
  const more = verdict.places.length - shown.length;
  return [
    paint(out, style, `${says}${but}`) + byLine(best, verdict.by),
    ...shown.map((place) => placeLines(terminal, place, verdict)),
    ...(more > 0 ? [`  and in ${count(more, 'more report')}`] : []),
    paint(out, 'dim', `found in ${verdict.places.length} of ${count(verdict.reports, 'report')}`),
    '',
  ].join('\n');
}

function byLine({ by }: Place, name: string | null): string {
  if (by === null || name === null) return '';
  if (by.answer === 'matches') return `, and said by ${printable(by.source ?? name)}`;
  if (by.answer === 'differs')
    return `, but said by ${printable(by.source ?? 'somebody else')}, not ${printable(name)}`;
  return `; whether ${printable(name)} said it, the report does not tell in so many words`;
}

function placeLines(terminal: Terminal, place: Place, { earliest, places }: Verdict): string {
  const { out } = terminal;
  const { report, span, verdict } = place;
  const before = oneLine(report.text.slice(Math.max(0, span.start - AROUND), span.start)).trimStart();
  const after = oneLine(report.text.slice(span.end, span.end + AROUND)).trimEnd();
  const label = verdict === places[0]?.verdict ? '' : `${verdict}: `;
  const first = place === earliest && places.length > 1 ? paint(out, 'bold', ' (earliest)') : '';
  return [
    `  ${label}${paint(out, 'dim', `…${before}`)}${paint(out, 'underline', printable(span.text))}${paint(out, 'dim', `${after}…`)}`,
    ...(place.difference.length > 0 ? [`  ${differenceLine(terminal, place)}`] : []),
    `  ${reportLine(terminal, report)} #${span.start}-${span.end}${first}`,
    '',
  ].join('\n');
}

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

/** The verdict as JSON, each report by its fields without text and blocks. */
export function verdictJson(verdict: Verdict): string {
  const lean = (place: Place) => {
    const { text: _, blocks: __, ...report } = place.report;
    return { ...place, report };
  };
  const { earliest } = verdict;
  const body = {
    ...verdict,
    places: verdict.places.map(lean),
    earliest: earliest === null ? null : lean(earliest),
  };
  return `${JSON.stringify(body)}\n`;
}
