import { html } from 'hono/html';
import type { KeptReport, Kin, Stood, Visit } from '../../ledger/index.ts';
import { type Block, isScheduled, type Statement, whenWords } from '../../record/index.ts';
import type { Range } from '../../text/index.ts';
import { decidedAside, decidedById, decidedNote } from './decided.ts';
import { ruleWords } from './flags.ts';
import { kinWords } from './kin.ts';
import { type Beside, marked } from './marks.ts';
import { note } from './note.ts';
import { type Html, page } from './page.ts';
import { slip } from './slip.ts';
import { statusMark } from './status.ts';
import { fate, standingWords } from './versions.ts';
import { count, dateWords, eventPath, reportPath, snapshotPath, titleOf, versionsPath } from './words.ts';

/** One report: its text with statements marked, notes beside their blocks. Held attitudes show when asked for. */
export function reportPage({
  kept,
  stood,
  visits,
  kin,
  held,
}: {
  kept: KeptReport;
  stood: readonly Stood[];
  visits: readonly Visit[];
  kin: readonly Kin[];
  held: boolean;
}): Html {
  const { report, added } = kept;
  const shown = kept.statements.filter(({ mode }) => held || mode !== 'held');
  const hidden = kept.statements.length - shown.length;
  const headed = report.blocks[0]?.kind === 'headline';
  const toggle = held
    ? html`<a href="${reportPath(report.id)}">hide what is held</a>`
    : html`<a href="${reportPath(report.id)}?held=1">and ${hidden} held</a>`;
  const { blocks } = report;
  const flagged = kept.flags.flatMap(({ spans }) => spans);
  const places = placesOf(kept);
  const decided = decidedById(kept);
  const show = (block: Block) => row(report.text, block, { statements: shown, decided, flagged, places });
  return page({
    title: titleOf(report),
    here: 'reports',
    data: `${reportPath(report.id)}.json`,
    script: '/-/places.js',
    keys: [['i', 'how everything was found']],
    body: html`<article>
<p class="over"><b>${report.outlet ?? 'Outlet not known'}</b>${credit(report)} · ${report.published === null ? 'date of publication not known' : html`published ${dateWords(report.published)}`} · read ${dateWords(added)}${versionWords(kept)}</p>
${standingWords(stood, report.id)}${fate(visits)}${kinWords(kin)}
${headed ? blocks.slice(0, 1).map(show) : html`<h1>${titleOf(report)}</h1>`}
${flagsOf(kept)}
<p class="legend"><span class="s">source</span><span class="c">cue</span><span class="k">content</span><span>${count(shown.length, 'statement')}</span>${hidden > 0 || held ? toggle : ''}</p>
${blocks.slice(headed ? 1 : 0).map(show)}
</article>
${datesOf(kept)}
${decidedAside(kept)}
<p class="over">${report.url === null ? '' : html`<a href="${report.url}" rel="noreferrer">open at the source</a> · `}<a href="${snapshotPath(report.id)}">snapshot</a> <code>${report.snapshot.slice(0, 19)}…</code> · <a href="${versionsPath(report.id)}">versions</a> · <code>${report.id}</code></p>`,
  });
}

/** What permalinks may name, shown or not: all spans of the record. */
function placesOf({ statements, decided, orphaned, events, actors }: KeptReport): Range[] {
  return [
    ...decided.flatMap(({ found }) => [...found.cue, ...found.content]),
    ...orphaned.flatMap(({ on }) => [...on.cue, ...on.content]),
    ...statements.flatMap(({ source, cue, content }) => [...source, ...cue, ...content]),
    ...events.flatMap(({ spans, schedule }) => [...spans, ...schedule.map(({ span }) => span)]),
    ...actors.flatMap(({ mentions, offices }) => [...mentions, ...offices.map(({ span }) => span)]),
  ];
}

/** What an item may begin with by itself. */
const SIGN = /[•‣▪●◦]/;

/** The words of a block are its anchor (`#0-31`), and say where its characters stand in the report's text. */
function row(
  text: string,
  block: Block,
  {
    statements,
    decided,
    ...beside
  }: Required<Beside> & { statements: readonly Statement[]; decided: ReturnType<typeof decidedById> },
): Html {
  const words = marked(text, block, statements, beside);
  const own = statements.filter(
    (statement) => startOf(statement) >= block.start && startOf(statement) < block.end,
  );
  const body =
    block.kind === 'headline'
      ? html`<h1>${words}</h1>`
      : block.kind === 'subhead'
        ? html`<h2>${words}</h2>`
        : block.kind === 'pullquote' || block.kind === 'post' || block.kind === 'quotation'
          ? html`<blockquote>${words}</blockquote>`
          : html`<p>${words}</p>`;
  const sign = block.kind === 'item' && SIGN.test(text.charAt(block.start)) ? ' signed' : '';
  return html`<div class="row ${block.kind}${sign}" id="${block.start}-${block.end}">${body}<ul class="notes" aria-label="Notes">${own.map((one) => note(one, decidedNote(decided.get(one.id))))}</ul></div>\n`;
}

/** A statement's note stands beside the block in which its content begins. */
function startOf({ content, cue }: Statement): number {
  return (content[0] ?? cue[0])?.start ?? 0;
}

/** What an editor should look at, before the text; each leads to its place. */
function flagsOf({ flags, report }: KeptReport): Html | string {
  if (flags.length === 0) return '';
  return html`<ul class="flags" aria-label="Flags">${flags.map(
    ({ kind, message, spans: [place] }) =>
      html`<li><b class="flag">${ruleWords(kind)}</b> <a href="${reportPath(report.id, place)}">${message}</a></li>`,
  )}</ul>`;
}

/** What the report announces for which date. */
function datesOf({ events }: KeptReport): Html | string {
  const dated = events.filter(isScheduled);
  if (dated.length === 0) return '';
  return html`<h2>Dates</h2><ul class="list">${dated.map(
    (event) =>
      html`<li><p class="over"><b>${event.when === null ? 'No date' : whenWords(event.when)}</b> · ${statusMark(event.status)}</p><a href="${eventPath(event.id)}">${event.what}</a>${slip(event.schedule)}</li>`,
  )}</ul>`;
}

function versionWords({ report, version, versions }: KeptReport): Html | string {
  return versions > 1
    ? html` · version ${version} of ${versions}, <a href="${versionsPath(report.id)}">what changed</a>`
    : '';
}

/** Who wrote it and whose copy it is, as the report credits them. */
function credit({ byline, agency, outlet }: KeptReport['report']): string {
  const parts = [
    byline === null ? null : `by ${byline}`,
    agency === null || agency === outlet ? null : `copy of ${agency}`,
  ];
  return parts.map((part) => (part === null ? '' : ` · ${part}`)).join('');
}
