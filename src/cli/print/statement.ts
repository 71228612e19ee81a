import type { Report, Statement } from '../../record/index.ts';
import { paint, type Terminal, widthOf } from '../terminal.ts';
import { columns } from './columns.ts';
import { printable } from './printable.ts';
import { whoWords } from './speaker.ts';

/** A statement in three columns: who, the cue, what. */
export function statementLines({ out }: Terminal, statement: Statement): string {
  const { source, cue, content } = statement;
  const joined = (spans: Statement['source']) => spans.map(({ text }) => printable(text)).join(' … ');
  const who = Math.floor(widthOf(out) * 0.24);
  const how = Math.floor(widthOf(out) * 0.16);
  return columns(
    [whoWords(statement), joined(cue) || '—', joined(content)],
    [
      { width: who, style: (text) => paint(out, source.length > 0 ? 'magenta' : 'dim', text) },
      { width: how, style: (text) => paint(out, 'cyan', text) },
      { width: widthOf(out) - who - how - 6 },
    ],
  );
}

/** The line that says which report something is from; `place` is its id, or the permalink of a place in it. */
export function reportLine(
  { out }: Terminal,
  report: Pick<Report, 'outlet' | 'published' | 'path' | 'id'>,
  place: string = report.id,
): string {
  const known = [report.outlet, report.published, report.path, place].filter((part) => part !== null);
  return paint(out, 'dim', known.map(printable).join(' · '));
}

export function titleOf(report: Pick<Report, 'headline' | 'text'>): string {
  return printable(report.headline ?? `${report.text.trimStart().slice(0, 100)} …`);
}

export const count = (number: number, noun: string) => `${number} ${noun}${number === 1 ? '' : 's'}`;

/** What is said of a list that is cut short; nothing where all of it is shown. */
export const cutShort = (shown: number, total: number) =>
  shown < total ? `, ${shown} shown: --limit ${total} shows all` : '';
