import { html } from 'hono/html';
import type { KeptReport } from '../../../ledger/index.ts';
import type { Choice, Origin, Segment } from '../../../record/index.ts';
import { type Html, page } from '../page.ts';
import { count, dateWords, reportPath, snapshotPath, titleOf } from '../words.ts';

/** A stretch of a source that gave no text and is longer than this is told by its length alone. */
const LONGEST_GAP = 600;
const EDGE = 200;
/** So much of what stands before the first mark is shown: the element that it is in. */
const LEAD = 60;
/** A source is shown up to here: the rest is in the bytes. */
const MOST_SHOWN = 400_000;

/** The source of a report with what was read of it, and the numbers of bytes. */
export interface SnapshotView {
  readonly kept: KeptReport;
  readonly origin: Origin | null;
  readonly source: string;
  readonly size: number;
  /** The byte of every place in the source, and of its end. */
  readonly places: Uint32Array;
}

/** The bytes that a report was read from: every word of it marked where it stands, and who said what of its fields. */
export function snapshotPage({ kept, origin, source, size, places }: SnapshotView): Html {
  const { report, added, format } = kept;
  const { id } = report;
  return page({
    title: `Snapshot: ${titleOf(report)}`,
    here: 'reports',
    data: `${snapshotPath(id)}.json`,
    body: html`<p class="over"><a href="${reportPath(id)}">${titleOf(report)}</a></p>
<h1>Snapshot</h1>
<dl class="facts">
<dt>Name</dt><dd><code>${report.snapshot}</code></dd>
<dt>Bytes</dt><dd>${count(size, 'byte')}, read ${dateWords(added)}; <a href="${snapshotPath(id)}.bytes">as they are</a></dd>
<dt>Read as</dt><dd>${format}${origin === null ? '' : `, ${origin.encoding}`}</dd>
${origin?.address == null ? '' : html`<dt>Fetched from</dt><dd><code>${origin.address}</code></dd>`}
</dl>
<h2>Source</h2>
<p class="quiet">What is marked was read as the report’s text, character for character; it begins where the first of it stands.</p>
<pre class="source" tabindex="0" aria-label="Source">${marked(source, origin?.segments ?? null, places)}</pre>
${origin === null || origin.choices.length === 0 ? '' : choices(origin.choices)}`,
  });
}

/** What the page says of its report in several places, which was taken, by which rule. */
function choices(all: readonly Choice[]): Html {
  return html`<h2>What the page says of itself</h2><div class="wide" tabindex="0" role="region" aria-label="Fields"><table class="plain"><thead><tr><th scope="col">Field</th><th scope="col">Taken</th><th scope="col">From</th><th scope="col">Otherwise</th></tr></thead><tbody>${all.map(
    ({ field, value, rule, others }) =>
      html`<tr><th scope="row">${field}</th><td>${value}</td><td><code>${rule}</code></td><td>${others.map(({ value: other, rule: from }) => html`<div>${other} <code>${from}</code></div>`)}</td></tr>`,
  )}</tbody></table></div>`;
}

function marked(source: string, segments: readonly Segment[] | null, places: Uint32Array): Html {
  if (segments === null) return html`${source.slice(0, MOST_SHOWN)}${cut(source.length)}`;
  const parts: Html[] = [];
  let at = 0;
  for (const { from, to } of inOrder(segments)) {
    if (to > MOST_SHOWN) break;
    if (from > at) parts.push(at === 0 ? lead(source.slice(0, from)) : gap(source.slice(at, from)));
    parts.push(
      html`<mark title="bytes ${places[from] ?? 0}–${places[to] ?? 0}">${source.slice(from, to)}</mark>`,
    );
    at = Math.max(at, to);
  }
  return html`${parts}${gap(source.slice(at, Math.max(at, MOST_SHOWN)))}${cut(source.length)}`;
}

/** The segments in the order of the source, those that follow on each other as one. */
function inOrder(segments: readonly Segment[]): { from: number; to: number }[] {
  const joined: { from: number; to: number }[] = [];
  for (const { from, to } of segments.toSorted((a, b) => a.from - b.from)) {
    const last = joined.at(-1);
    if (last !== undefined && last.to >= from) last.to = Math.max(last.to, to);
    else joined.push({ from, to });
  }
  return joined;
}

/** What stands before the first mark, of which nothing was read: its end, so that the mark is in view at once. */
function lead(text: string): Html {
  if (text.length <= LEAD) return html`${text}`;
  return html`<span class="gap">${count(text.length - LEAD, 'character')} before … </span>${text.slice(-LEAD)}`;
}

function gap(text: string): Html {
  if (text.length <= LONGEST_GAP) return html`${text}`;
  const left = text.length - 2 * EDGE;
  return html`${text.slice(0, EDGE)}<span class="gap"> … ${count(left, 'character')} … </span>${text.slice(-EDGE)}`;
}

const cut = (length: number) =>
  length > MOST_SHOWN
    ? html`<span class="gap"> … ${count(length - MOST_SHOWN, 'character')} more</span>`
    : '';
