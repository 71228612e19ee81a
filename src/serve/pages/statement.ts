import { html } from 'hono/html';
import type { FoundStatement } from '../../ledger/index.ts';
import type { Utterance } from '../../record/index.ts';
import { overlaps } from '../../text/index.ts';
import { decidedList, decidedMark } from './decided.ts';
import { withFragment } from './fragment.ts';
import { marked } from './marks.ts';
import { cueWords, inferredMark, whoWords } from './note.ts';
import { type Html, page } from './page.ts';
import { actorPath, count, dateWords, reportPath, statementPath, titleOf, utterancePath } from './words.ts';

/** One statement: its words large, the evidence in its paragraph, what is known of it and how. */
export function statementPage(
  { statement, decided, report, added }: FoundStatement,
  utterances: readonly Utterance[],
): Html {
  const words = statement.content.map(({ text }) => text).join(' … ');
  const who = whoWords(statement.speaker, statement.source);
  const [place] = statement.content;
  const blocks = report.blocks.filter((block) =>
    [...statement.content, ...statement.cue].some((span) => overlaps(block, span)),
  );
  return page({
    title: `${who}: ${words.slice(0, 60)}`,
    here: 'elsewhere',
    data: `${statementPath(statement.id)}.json`,
    body: html`<p class="over"><b>${who}</b>${inferredMark(statement.speaker)}${decidedMark(decided)} · <span class="act">${cueWords(statement)}</span></p>
<h1 class="large">${words}</h1>
${decidedList(decided)}
<h2>Evidence</h2>
${blocks.map((block) => html`<blockquote class="evidence">${marked(report.text, block, [statement])}</blockquote>`)}
<p class="over"><a href="${reportPath(report.id, place)}">in ${titleOf(report)}</a>${report.url === null ? '' : html` · <a href="${withFragment(report.url, place?.text ?? '')}" rel="noreferrer">open at the source</a>`} · <a href="/review?${new URLSearchParams({ at: statement.id })}">decide on it</a></p>
<dl class="facts">
<dt>Source</dt><dd>${statement.source.map(({ text }) => text).join(' … ') || 'none in the text'}</dd>
<dt>Speaker</dt><dd>${speakerWords(statement.speaker, who)}</dd>
${howFound(statement.speaker)}
${'speaksFor' in statement.speaker && statement.speaker.speaksFor !== null ? html`<dt>Speaks for</dt><dd>${statement.speaker.speaksFor.name}, ${statement.speaker.speaksFor.how} by <code>${statement.speaker.speaksFor.by}</code></dd>` : ''}
${statement.to.length === 0 ? '' : html`<dt>To</dt><dd>${statement.to.map(({ name }) => name).join(', ')}</dd>`}
${statement.venue === null ? '' : html`<dt>Where</dt><dd>${statement.venue.text}</dd>`}
${saidWhen(statement)}
${statement.doubt === null ? '' : html`<dt>Doubt</dt><dd>${statement.doubt.text}</dd>`}
<dt>Way</dt><dd>${statement.chain.map(({ name }) => name).join(' → ') || 'not known'}</dd>
<dt>Act</dt><dd>${statement.act}${statement.negated ? ', negated' : ''}</dd>
<dt>Cue</dt><dd>${statement.cue.map(({ text }) => text).join(' … ') || 'none'}</dd>
<dt>Quoted</dt><dd>${{ direct: 'directly, all in quotation marks', indirect: 'indirectly, without quotation marks', mixed: 'partly in quotation marks' }[statement.kind]}</dd>
${utterances.map(({ id, outlets, root }) => html`<dt>Told by</dt><dd><a href="${utterancePath(id)}">${count(outlets, 'outlet')}, root source ${root.name}</a></dd>`)}
<dt>Mode</dt><dd>${statement.mode}</dd>
<dt>Reported</dt><dd>${report.outlet ?? 'outlet not known'}, ${report.published === null ? 'date of publication not known' : dateWords(report.published)}</dd>
<dt>Read</dt><dd>${dateWords(added)}</dd>
<dt>Confidence</dt><dd>${Math.round(statement.confidence * 100)} in 100</dd>
<dt>Permalink</dt><dd><a href="${reportPath(report.id, place)}"><code>${reportPath(report.id, place)}</code></a></dd>
</dl>
${decided?.status === 'rejected' ? '' : toCite({ statement, report }, words, who)}`,
  });
}

/** When it was said, from which words or by a decision. */
function saidWhen({ said }: FoundStatement['statement']): Html | string {
  if (said === null) return '';
  const told = said.span === null ? 'decided' : `from “${said.span.text}”`;
  return html`<dt>Said</dt><dd>${dateWords(said.value)}, ${told}</dd>`;
}

const toCite = (...told: Parameters<typeof citation>) =>
  html`<h2>To cite</h2>
<p class="cite">${citation(...told)}</p>`;

function speakerWords(speaker: FoundStatement['statement']['speaker'], who: string): Html | string {
  if (speaker.kind === 'unknown') return `not known: ${speaker.why}`;
  if (speaker.kind === 'described' || speaker.actor === null) return who;
  return html`<a href="${actorPath(speaker.actor)}">${who}</a>`;
}

/** Which rule found the speaker, and who else it could have been. */
function howFound(speaker: FoundStatement['statement']['speaker']): Html | string {
  const others = 'others' in speaker ? speaker.others : [];
  const rule =
    'by' in speaker ? html`<dt>Found by</dt><dd>${speaker.how} by <code>${speaker.by}</code></dd>` : '';
  if (others.length === 0) return rule;
  return html`${rule}
<dt>Or else</dt><dd>${others.map(({ name, why }) => `${name} (${why})`).join(', ')}</dd>`;
}

/** What others can look up; that a rule inferred the speaker, or somebody decided it, is part of it. */
function citation(
  { statement, report }: Pick<FoundStatement, 'statement' | 'report'>,
  words: string,
  who: string,
): string {
  const { speaker, source } = statement;
  const how = speaker.kind === 'unknown' || speaker.how === 'stated' ? null : speaker.how;
  const said = source.map(({ text }) => `“${text}”`).join(' … ') || 'no source';
  const parts = [
    `${who}${how === null ? '' : ` (${how}; the text has ${said})`}: ${words}`,
    titleOf(report),
    report.outlet,
    report.published,
    report.url,
    report.snapshot,
  ];
  return parts.filter((part) => part !== null).join('. ');
}
