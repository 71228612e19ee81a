import { html } from 'hono/html';
import type { AlsoTelling, KeptReport, Kin, Stood, Visit } from '../../../ledger/index.ts';
import type { LinkedFlag, Utterance } from '../../../record/index.ts';
import type { Range } from '../../../text/index.ts';
import { decidedAside } from '../decided.ts';
import { type Html, page } from '../page.ts';
import { isInferred, isUnsure } from '../sure.ts';
import { count, dateWords, reportPath, snapshotPath, titleOf, versionsPath } from '../words.ts';
import { datesOf } from './dates.ts';
import { kinWords } from './kin.ts';
import { byKind, flagNote, type Margin, rowsOf } from './report-row.ts';
import { storyList } from './story.ts';
import { fate, standingWords } from './versions.ts';

/** A report with all that its page tells of it. */
export interface ReportView {
  readonly kept: KeptReport;
  readonly stood: readonly Stood[];
  readonly visits: readonly Visit[];
  readonly kin: readonly Kin[];
  /** The acts of saying that its statements render. */
  readonly utterances: readonly Utterance[];
  /** What an editor should look at in it beside other reports. */
  readonly linkedFlags: readonly LinkedFlag[];
  readonly others: readonly AlsoTelling[];
  /** Whether what is held is shown too. */
  readonly held: boolean;
}

/** One report: its text with statements marked, notes beside their blocks, its dates, and who else tells of the same. */
export function reportPage(view: ReportView): Html {
  const { kept, stood, visits, kin, others } = view;
  const { report } = kept;
  const margin = marginOf(view);
  const headed = report.blocks[0]?.kind === 'headline';
  const rows = rowsOf(kept, margin);
  return page({
    title: titleOf(report),
    here: 'reports',
    data: `${reportPath(report.id)}.json`,
    script: ['/-/places.js', '/-/margin.js'],
    keys: [['i', 'how everything was found']],
    body: html`<article class="report">
${overLine(kept)}
${standingWords(stood, report.id)}${fate(visits)}${kinWords(kin)}
${headed ? rows.slice(0, 1) : html`<h1>${titleOf(report)}</h1>`}
${unplaced(kept, margin)}
${legend(view, margin)}
${rows.slice(headed ? 1 : 0)}
</article>
<div class="after">
${datesOf(kept)}
${storyList(others)}
</div>
${decidedAside(kept)}
<p class="over">snapshot <code>${report.snapshot.slice(0, 19)}…</code> · permalink <a href="${reportPath(report.id)}"><code>${report.id}</code></a></p>`,
  });
}

function marginOf({ kept, utterances, linkedFlags, held }: ReportView): Margin {
  const flags = [...kept.flags, ...linkedFlags];
  const shared = utterances.filter(({ outlets }) => outlets > 1);
  return {
    statements: kept.statements.filter(({ mode }) => held || mode !== 'held'),
    flags,
    utterances: new Map(
      shared.flatMap((one) => one.renditions.map(({ statement }) => [statement, one] as const)),
    ),
    marks: { flagged: flags.flatMap(({ spans }) => spans), places: placesOf(kept), noted: true },
  };
}

/** Where it is from, and where else it is to be had. */
function overLine(kept: KeptReport): Html {
  const { report, added } = kept;
  const { id, url } = report;
  return html`<p class="over"><b>${report.outlet ?? 'Outlet not known'}</b>${credit(report)} · ${report.published === null ? 'date of publication not known' : html`published ${dateWords(report.published)}`} · read ${dateWords(added)}${versionWords(kept)}${url === null ? '' : html` · <a href="${url}" rel="noreferrer">open at the source</a>`} · <a href="${snapshotPath(id)}">snapshot</a>${kept.versions > 1 ? '' : html` · <a href="${versionsPath(id)}">versions</a>`} · <a href="${reportPath(id)}.json">.json</a></p>`;
}

/** What the marks mean, of those that there are, and how much there is of it. */
function legend({ kept, held }: ReportView, { statements, flags }: Margin): Html {
  const hidden = kept.statements.length - statements.length;
  const path = reportPath(kept.report.id);
  const toggle = held
    ? html`<a href="${path}">hide what is held</a>`
    : html`<a href="${path}?held=1">and ${hidden} held</a>`;
  const [first] = flags.flatMap(({ spans }) => spans);
  return html`<p class="legend"><span class="s">source</span>${statements.some(isInferred) ? html`<span class="s inferred">speaker inferred</span>` : ''}<span class="c">cue</span><span class="k">content</span>${statements.some(isUnsure) ? html`<span class="k unsure">perhaps</span>` : ''}<span>${count(statements.length, 'statement')}</span>${hidden > 0 || held ? toggle : ''}${first === undefined ? '' : html`<a class="flag" href="${reportPath(kept.report.id, first)}">${count(flags.length, 'flag')}</a>`}</p>`;
}

/** Flags that name no place in a block stand before the text. */
function unplaced({ report }: KeptReport, { flags }: Margin): Html | string {
  const isPlaced = (start: number) =>
    report.blocks.some((block) => start >= block.start && start < block.end);
  const loose = flags.filter(({ spans: [place] }) => place === undefined || !isPlaced(place.start));
  if (loose.length === 0) return '';
  return html`<ul class="flags" aria-label="Flags">${byKind(loose).map((some) => flagNote(report.id, some, true))}</ul>`;
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
