import { html } from 'hono/html';
import { citationsOf } from '../../../export/index.ts';
import type { FoundStatement } from '../../../ledger/index.ts';
import type { Block, Utterance } from '../../../record/index.ts';
import { overlaps } from '../../../text/index.ts';
import { decidedList, decidedMark } from '../decided.ts';
import { contentWords, cueWords, inferredMark, whoWords } from '../note.ts';
import { type Html, page } from '../page.ts';
import { marked } from '../report/marks.ts';
import { isUnsure } from '../sure.ts';
import { actorPath, count, dateWords, reportPath, statementPath, titleOf, utterancePath } from '../words.ts';
import { chainLine } from './chain.ts';
import { withFragment } from './fragment.ts';
import { judgementList } from './judgements.ts';
import { renditionLine } from './rendition.ts';

/** A statement with all that its page tells of it. */
export interface StatementView {
  readonly found: FoundStatement;
  /** The act of saying that it renders, where that is known. */
  readonly utterance: Utterance | null;
  /** Other statements that render it, in the order of publication. */
  readonly elsewhere: readonly FoundStatement[];
}

/** One statement: its words large, the evidence among its paragraphs, who else has it, and how each judgement was made. */
export function statementPage({ found, utterance, elsewhere }: StatementView): Html {
  const { statement, decided, report } = found;
  const words = statement.content.map(({ text }) => text).join(' … ');
  const who = whoWords(statement.speaker, statement.source);
  const [place] = statement.content;
  const path = statementPath(statement.id);
  return page({
    style: 'told',
    title: `${who}: ${words.slice(0, 60)}`,
    here: 'elsewhere',
    data: `${path}.json`,
    script: '/-/copy.js',
    body: html`<p class="over"><b>${speakerName(statement, who)}</b>${inferredMark(statement.speaker)}${decidedMark(decided)} · <span class="act">${cueWords(statement)}</span>${isUnsure(statement) ? ' · perhaps' : ''} · ${saidWhen(statement, utterance)} · ${report.outlet ?? 'outlet not known'}, ${report.published === null ? 'date of publication not known' : `published ${dateWords(report.published)}`} · <a href="${path}.json">.json</a></p>
<h1 class="large">${words}</h1>
${decidedList(decided)}
<h2>On whose word</h2>
${chainLine(statement)}
<div class="beside">
<section><h2>Evidence</h2>
${evidence(found)}
<p class="over"><a href="${reportPath(report.id, place)}">in ${titleOf(report)}</a>${report.url === null ? '' : html` · <a href="${withFragment(report.url, place?.text ?? '')}" rel="noreferrer">open at the source</a>`} · <a href="/review?${new URLSearchParams({ at: statement.id })}">decide on it</a></p>
${sameWords(utterance, found, elsewhere)}</section>
<section><h2>How it was judged</h2>
${judgementList(statement)}
${facts(found, utterance)}
${decided?.status === 'rejected' ? '' : toCite(found)}</section>
</div>`,
  });
}

function speakerName({ speaker }: FoundStatement['statement'], who: string): Html | string {
  return speaker.kind === 'named' && speaker.actor !== null
    ? html`<a href="${actorPath(speaker.actor)}">${who}</a>`
    : who;
}

/** When it was said, by this report or else by another that has the same. */
function saidWhen({ said }: FoundStatement['statement'], utterance: Utterance | null): string {
  if (said !== null) return `said ${dateWords(said.value)}`;
  return utterance?.said == null
    ? 'day of saying not told'
    : `said ${dateWords(utterance.said)}, as another report dates it`;
}

/** The paragraphs that it stands in, marked, with the one before and the one after, quieter. */
function evidence({ report, statement }: FoundStatement): Html {
  const isOwn = (block: Block) =>
    [...statement.content, ...statement.cue].some((span) => overlaps(block, span));
  const own = report.blocks.flatMap((block, at) => (isOwn(block) ? [at] : []));
  const around = new Set(own.flatMap((at) => [at - 1, at, at + 1]));
  const shown = report.blocks.filter((_, at) => around.has(at));
  return html`${shown.map((block) =>
    isOwn(block)
      ? html`<blockquote class="evidence">${marked(report.text, block, [statement])}</blockquote>`
      : html`<p class="around">${report.text.slice(block.start, block.end)}</p>`,
  )}`;
}

/** The same words in other reports, beside those that give most of them. */
function sameWords(
  utterance: Utterance | null,
  found: FoundStatement,
  elsewhere: readonly FoundStatement[],
): Html | string {
  if (utterance === null || elsewhere.length === 0) return '';
  const all = [...elsewhere, found].toSorted((a, b) => orderOf(utterance, a) - orderOf(utterance, b));
  return html`<h2>The same words elsewhere</h2>
<p class="over"><a href="${utterancePath(utterance.id)}">${count(utterance.outlets, 'outlet')} · 1 utterance · 1 root source</a>: ${utterance.root.name}. Beside the words above: <ins>only there</ins>, <del>not there</del>.</p>
<ol class="list renditions">${elsewhere.map((one) => renditionLine({ utterance, all, base: contentWords(found.statement) }, one))}</ol>`;
}

const orderOf = ({ renditions }: Utterance, { statement }: FoundStatement): number =>
  renditions.findIndex((one) => one.statement === statement.id);

/** What else is on record of it. */
function facts({ statement, report, added }: FoundStatement, utterance: Utterance | null): Html {
  const place = reportPath(report.id, statement.content[0]);
  return html`<dl class="facts">
${statement.venue === null ? '' : html`<dt>Where</dt><dd>${statement.venue.text}</dd>`}
${statement.within === null ? '' : html`<dt>Within</dt><dd><a href="${statementPath(statement.within)}">another statement</a></dd>`}
${utterance === null ? '' : html`<dt>Utterance</dt><dd><a href="${utterancePath(utterance.id)}">${count(utterance.outlets, 'outlet')}, root source ${utterance.root.name}</a></dd>`}
<dt>Read</dt><dd>${dateWords(added)}</dd>
<dt>Permalink</dt><dd><a href="${statementPath(statement.id)}"><code>${statementPath(statement.id)}</code></a><br><a href="${place}"><code>${place}</code></a></dd>
</dl>`;
}

/** The words to cite in several styles: each can be selected as a whole, and copied where there is a script. */
function toCite(found: FoundStatement): Html {
  return html`<h2>To cite</h2>
${citationsOf(found).map(
  ({ id, style, text }) =>
    html`<div class="citation"><h3>${style} <button class="script" type="button" data-copy="cite-${id}" aria-label="Copy: ${style}">copy</button></h3><p class="${id === 'bibtex' ? 'cite code' : 'cite'}" id="cite-${id}">${text}</p></div>`,
)}
<p class="over">CSL-JSON for programs that keep references: <code>citation</code> in <a href="${statementPath(found.statement.id)}.json">.json</a></p>`;
}
