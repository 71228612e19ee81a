import { wrapAnsi } from 'fast-wrap-ansi';
import type { KeptNews } from '../../ledger/index.ts';
import {
  type Alert,
  askedWords,
  type Evidence,
  type News,
  newsPath,
  newsWords,
  permalinkOf,
} from '../../record/index.ts';
import { paint, type Terminal, widthOf } from '../terminal.ts';
import { printable } from './printable.ts';

/** What is new for one alert, in lines; `site` is where the pages are. */
export function digestLines(
  terminal: Terminal,
  { alert, news }: { readonly alert: Alert; readonly news: readonly KeptNews[] },
  site: string,
): string {
  const { out } = terminal;
  const asked = askedWords(alert).map(printable).join('; ');
  const head = `${paint(out, 'bold', printable(alert.name))} ${paint(out, 'dim', `· ${news.length} new · ${asked}`)}`;
  return `${head}\n\n${news.map((one) => newsLines(terminal, one.news, site)).join('')}`;
}

function newsLines(terminal: Terminal, news: News, site: string): string {
  const { out } = terminal;
  const stance = news.kind === 'statement' && news.stance !== null ? ` (${news.stance})` : '';
  const title = indented(`${printable(newsWords(news))}${stance}`, 2, widthOf(out));
  const lines = news.kind === 'statement' ? [] : evidenceLines(terminal, 'now:', news.from, site);
  const before = news.kind === 'position' ? evidenceLines(terminal, 'before:', news.before.from, site) : [];
  const source = news.kind === 'statement' ? [`  ${sourceLine(terminal, news.from, site)}`] : [];
  const page = paint(out, 'dim', `  ${site}${newsPath(news)}`);
  return `${[title, ...before, ...lines, ...source, page].join('\n')}\n\n`;
}

const evidenceLines = (terminal: Terminal, label: string, from: Evidence, site: string): string[] => [
  indented(`${label} ${printable(from.words)}`, 4, widthOf(terminal.out)),
  `    ${sourceLine(terminal, from, site)}`,
];

/** The line that says where the words stand. */
function sourceLine(
  { out }: Terminal,
  { outlet, published, report, start, end }: Evidence,
  site: string,
): string {
  const parts = [outlet, published, `${site}${permalinkOf(report, { start, end })}`];
  return paint(out, 'dim', parts.flatMap((part) => (part === null ? [] : [printable(part)])).join(' · '));
}

function indented(text: string, by: number, width: number): string {
  const space = ' '.repeat(by);
  return wrapAnsi(text, width - by).replaceAll(/^/gm, space);
}
