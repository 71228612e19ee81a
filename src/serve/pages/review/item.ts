import { html } from 'hono/html';
import type { FoundStatement, KeptReport } from '../../../ledger/index.ts';
import type { Utterance } from '../../../record/index.ts';
import { decidedList } from '../decided.ts';
import { inferredMark, wayWords, whoWords } from '../note.ts';
import type { Html } from '../page.ts';
import { marked } from '../report/marks.ts';
import { actorPath, dateWords, reportPath, statementPath, titleOf } from '../words.ts';
import { doubtSentences, stakeSentences } from './doubt-words.ts';
import { blocksOf } from './form.ts';

export interface Item {
  readonly found: FoundStatement;
  readonly kept: KeptReport;
  readonly utterance: Utterance | undefined;
}

/** What is asked of whoever looks at a statement, or what was decided on it. */
export function questionOf({ found: { statement, decided } }: Item): string {
  const { speaker, source, mode } = statement;
  if (decided !== null)
    return { accepted: 'Accepted', corrected: 'Corrected', rejected: 'Rejected' }[decided.status];
  if (speaker.kind === 'unknown') return 'Who said this?';
  const who = whoWords(speaker, source);
  const name = who.charAt(0).toUpperCase() + who.slice(1);
  if (mode === 'held') return `${name}: is this read rightly?`;
  const asked = speaker.kind === 'named' ? who : `“${who}”`;
  return mode === 'shown' ? `Does ${asked} show this?` : `Did ${asked} say this?`;
}

/** A statement to be decided on: its words in their paragraph, what is known of it, and why it waits. */
export function itemOf({ found, kept, utterance }: Item): Html {
  const { statement, decided } = found;
  const { report } = kept;
  const blocks = blocksOf(report, statement);
  const [first] = blocks;
  const before = first === undefined ? undefined : report.blocks[report.blocks.indexOf(first) - 1];
  const [place] = [...statement.content, ...statement.cue];
  const way = wayWords(statement);
  return html`<p class="over">${report.outlet ?? 'Outlet not known'} · ${report.published === null ? 'date of publication not known' : dateWords(report.published)} · <a href="${reportPath(report.id, place)}">${titleOf(report)}</a></p>
<div class="paragraphs">
${before === undefined ? '' : html`<p class="quiet before">${report.text.slice(before.start, before.end)}</p>`}
${blocks.map((block) => html`<p>${marked(report.text, block, [statement])}</p>`)}
</div>
<p class="legend"><span class="s">source</span><span class="c">cue</span><span class="k">content</span></p>
<dl class="facts">
<dt>Speaker</dt><dd>${speakerOf(statement)}${inferredMark(statement.speaker)}</dd>
<dt>Act</dt><dd>${statement.act}${statement.negated ? ', negated' : ''}, ${statement.kind}</dd>
<dt>Said</dt><dd>${statement.said === null ? 'date not known' : dateWords(statement.said.value)}</dd>
<dt>On the word of</dt><dd>${way === '' ? (report.outlet ?? 'an outlet that is not known') : way}</dd>
${decided === null ? reasons('Why look', doubtSentences(statement, kept)) : ''}
${reasons('What hangs on it', stakeSentences(statement, kept, utterance))}
</dl>
${decidedList(decided)}
<p class="over"><a href="${statementPath(statement.id)}">all that is known of it</a></p>`;
}

const reasons = (name: string, sentences: readonly Html[]): Html | string =>
  sentences.length === 0
    ? ''
    : html`<dt>${name}</dt><dd><ul class="reasons">${sentences.map((one) => html`<li>${one}</li>`)}</ul></dd>`;

function speakerOf({ speaker, source }: FoundStatement['statement']): Html | string {
  const who = whoWords(speaker, source);
  if (speaker.kind === 'named' && speaker.actor !== null)
    return html`<a href="${actorPath(speaker.actor)}">${who}</a>`;
  return who;
}
