import { html } from 'hono/html';
import type { FoundStatement } from '../../ledger/index.ts';
import { type Difference, differenceWords, type Utterance } from '../../record/index.ts';
import { contentWords } from './note.ts';
import { type Html, page } from './page.ts';
import { mergeLead } from './review/merge.ts';
import { count, dateWords, reportPath, statementPath, titleOf, utterancePath } from './words.ts';

export interface Rendered {
  readonly utterance: Utterance;
  /** The statements that render it, in the order of publication. */
  readonly renditions: readonly FoundStatement[];
}

/** One act of saying: who published it first, every report that renders it, and where one quotes it otherwise than another. */
export function utterancePage({ utterance, renditions }: Rendered): Html {
  const { id, speakers, words, root, said, outlets } = utterance;
  const who = speakers.map(({ name }) => name).join(', ') || 'Nobody named';
  return page({
    title: `${who}: ${words.slice(0, 60)}`,
    here: 'elsewhere',
    data: `${utterancePath(id)}.json`,
    body: html`<p class="over"><b>${who}</b>${said === null ? '' : ` · said ${dateWords(said)}`}</p>
<h1 class="large">${words}</h1>
<p class="over" role="status">${count(outlets, 'outlet')}, 1 utterance, 1 root source: <a href="/search?${new URLSearchParams({ root: root.name })}">${root.name}</a> <span class="quiet">${root.rule}</span></p>
<h2>Reports that render it</h2>
<ol class="list">${renditions.map((one) => renditionLine(utterance, one, renditions))}</ol>
${mergeLead(id)}`,
  });
}

function renditionLine(
  { differences, renditions: links }: Utterance,
  { statement, report }: FoundStatement,
  all: readonly FoundStatement[],
): Html {
  const link = links.find((one) => one.statement === statement.id)?.link;
  const own = differences.filter((one) => one.statement === statement.id);
  const outletOf = (id: string) =>
    all.find((other) => other.report.id === id)?.report.outlet ?? 'another report';
  return html`<li><p class="over">${report.outlet ?? 'outlet not known'}${report.published === null ? '' : ` · ${dateWords(report.published)}`}<span class="quiet">${link == null ? '' : ` · ${link.rule}, ${link.score}`}</span></p>
<p class="said"><a href="${statementPath(statement.id)}">${contentWords(statement)}</a></p>
<p class="over"><a href="${reportPath(report.id, statement.content[0])}">${titleOf(report)}</a></p>
${own.map((one) => differenceLine(one, outletOf(one.against.report)))}</li>`;
}

/** Where a rendition has other words, with both as their reports have them. */
const differenceLine = (one: Difference, outlet: string): Html =>
  html`<p class="over"><b class="flag">${differenceWords(one)}</b> · <a href="${reportPath(one.report, one.span)}">“${one.span.text}”</a>; ${outlet} has <a href="${reportPath(one.against.report, one.against.span)}">“${one.against.span.text}”</a></p>`;
