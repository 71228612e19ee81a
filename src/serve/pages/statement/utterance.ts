import { html } from 'hono/html';
import type { FoundStatement } from '../../../ledger/index.ts';
import { csvLine, type Utterance } from '../../../record/index.ts';
import { contentWords } from '../note.ts';
import { type Html, page } from '../page.ts';
import { mergeLead } from '../review/merge.ts';
import { count, dateWords, reportPath, statementPath, utterancePath } from '../words.ts';
import { renditionLine } from './rendition.ts';

export interface Rendered {
  readonly utterance: Utterance;
  /** The statements that render it, in the order of publication. */
  readonly renditions: readonly FoundStatement[];
}

const ROOTS: Record<Utterance['root']['kind'], string> = {
  speaker: 'the speaker: no medium had it alone',
  medium: 'the medium that had it alone',
  body: 'the body itself, by its own notice',
};

/** One act of saying: who published it first, every report that renders it, and where one quotes it otherwise than another. */
export function utterancePage({ utterance, renditions }: Rendered): Html {
  const { id, speakers, words, root, said, outlets } = utterance;
  const who = speakers.map(({ name }) => name).join(', ') || 'Nobody named';
  const path = utterancePath(id);
  return page({
    style: 'told',
    title: `${who}: ${words.slice(0, 60)}`,
    here: 'elsewhere',
    data: `${path}.json`,
    body: html`<p class="over"><b>${who}</b> · ${said === null ? 'day of saying not known' : `said ${dateWords(said)}`} · <span role="status">${count(outlets, 'outlet')} · 1 utterance · 1 root source</span> · <a href="${path}.csv">.csv</a> · <a href="${path}.json">.json</a></p>
<h1 class="large">${words}</h1>
<div class="beside">
<section><h2>${count(renditions.length, 'rendition')}, in the order of publication</h2>
<p class="quiet small">Beside the words above: <ins>only here</ins>, <del>not here</del>.</p>
<ol class="list renditions">${renditions.map((one) => renditionLine({ utterance, all: renditions, base: words }, one))}</ol></section>
<section><h2>Root source</h2>
<p><a href="/search?${new URLSearchParams({ root: root.name })}">${root.name}</a>, ${ROOTS[root.kind]} <code class="quiet">${root.rule}</code></p>
${firstWords(renditions)}
<h2>Permalink</h2>
<p><a href="${path}"><code>${path}</code></a></p>
${mergeLead(id)}</section>
</div>`,
  });
}

/** The outlets in the order in which they had it, day by day. */
function firstWords(renditions: readonly FoundStatement[]): Html {
  const days = Map.groupBy(renditions, ({ report }) => report.published?.slice(0, 10) ?? '');
  return html`<h2>Who had it when</h2>
<ol class="way days">${[...days].map(
    ([day, some]) =>
      html`<li><span><b>${day === '' ? 'Date not known' : dateWords(day)}</b> ${some.map(({ report, statement }) => html`<a href="${reportPath(report.id, statement.content[0])}">${report.outlet ?? 'outlet not known'}</a> `)}</span></li>`,
  )}</ol>`;
}

const COLUMNS = [
  'utterance',
  'statement',
  'report',
  'outlet',
  'published',
  'content',
  'rule',
  'score',
  'permalink',
];

/** A cell that a spreadsheet would run as a formula is quoted with an apostrophe. */
const cell = (text: string) => (/^[=+\-@\t\r]/.test(text) ? `'${text}` : text);

/** The renditions of an utterance as a table. */
export function renditionRows({ utterance, renditions }: Rendered): string {
  const rows = renditions.map(({ statement, report }) => {
    const link = utterance.renditions.find((one) => one.statement === statement.id)?.link;
    return [
      utterance.id,
      statement.id,
      report.id,
      report.outlet ?? '',
      report.published ?? '',
      contentWords(statement),
      link?.rule ?? '',
      link == null ? '' : String(link.score),
      statementPath(statement.id),
    ].map(cell);
  });
  return [COLUMNS, ...rows].map(csvLine).join('');
}
