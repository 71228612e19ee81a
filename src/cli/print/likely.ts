import type { Likely } from '../../verify/index.ts';
import { paint, type Terminal } from '../terminal.ts';
import { printable } from './printable.ts';
import { speakerLine } from './speaker.ts';
import { reportLine } from './statement.ts';

const MOST = 3;

/** What most likely says the same in other words, the likeliest first; nothing where there is none. */
export function likelyLines(terminal: Terminal, likely: readonly Likely[]): string {
  if (likely.length === 0) return '';
  const { out } = terminal;
  return [
    paint(out, 'yellow', 'likeliest in other words, which may say something else:'),
    ...likely.slice(0, MOST).map((one) => passageLines(terminal, one)),
    '',
  ].join('\n');
}

function passageLines(terminal: Terminal, { span, statement, report, permalink }: Likely): string {
  return [
    `  ${printable(span.text)}`,
    ...(statement === null ? [] : [`  ${speakerLine(terminal, statement)}`]),
    `  ${reportLine(terminal, report, permalink)}`,
  ].join('\n');
}

/** The same for JSON, each report by its fields without text and blocks. */
export function likelyJson(likely: readonly Likely[]): object[] {
  return likely.slice(0, MOST).map(({ span, statement, permalink, score, report }) => {
    const { text: _, blocks: __, ...lean } = report;
    return { span, statement, permalink, score: Math.round(score * 100) / 100, report: lean };
  });
}
