import { html } from 'hono/html';
import type { FoundStatement } from '../../../ledger/index.ts';
import { decidedMark } from '../decided.ts';
import { contentWords, cueWords, howFound, inferredMark, whoWords } from '../note.ts';
import type { Html } from '../page.ts';
import { dateWords, reportPath, statementPath, titleOf } from '../words.ts';

/** So much of the text on either side says what the words stand among. */
const BESIDE = 90;
/** What closes the words themselves. */
const BEHIND = /^[^\p{L}\p{N}“‘«([]+/u;

/** What was found: the words, whose they are, and what they stand among, with what was looked for marked. */
export const foundList = (
  statements: readonly FoundStatement[],
  marked: (text: string) => (Html | string)[],
): Html => html`<ol class="list found">${statements.map((one) => line(one, marked))}</ol>`;

function line(
  { statement, decided, report }: FoundStatement,
  marked: (text: string) => (Html | string)[],
): Html {
  const { speaker, source, act, mode } = statement;
  const told = [report.outlet ?? 'outlet not known', dayOf(statement, report)].join(' · ');
  return html`<li><p class="said"><a href="${statementPath(statement.id)}">${marked(contentWords(statement))}</a></p>
<p class="over"><b>${marked(whoWords(speaker, source))}</b>${inferredMark(speaker)}${decidedMark(decided)} · <span class="act">${cueWords(statement)}</span>${act === 'say' ? '' : html` <span class="tag">${act}</span>`}${mode === 'held' ? html` <span class="tag">held</span>` : ''} · ${told}</p>
<p class="over context"><a href="${reportPath(report.id, statement.content[0])}">${titleOf(report)}</a>${contextOf(statement, report)}</p>
<div class="over">${howFound(statement)}</div></li>`;
}

/** When it was said, where the report dates it, else when it was published. */
function dayOf({ said }: FoundStatement['statement'], { published }: FoundStatement['report']): string {
  if (said !== null) return `said ${dateWords(said.value)}`;
  return published === null ? 'date not known' : dateWords(published);
}

/** The words of the paragraph around what was said, cut between words. */
function contextOf(
  { content }: FoundStatement['statement'],
  { text, blocks }: FoundStatement['report'],
): string {
  const [first] = content;
  const last = content.at(-1);
  const block = blocks.find(
    ({ start, end }) => first !== undefined && start <= first.start && first.start < end,
  );
  if (first === undefined || last === undefined || block === undefined) return '';
  const before = text.slice(Math.max(block.start, first.start - BESIDE), first.start);
  const after = text.slice(last.end, Math.max(last.end, Math.min(block.end, last.end + BESIDE)));
  const from = first.start - BESIDE > block.start ? before.replace(/^\S*\s/, '… ') : before;
  const to = last.end + BESIDE < block.end ? after.replace(/\s\S*$/, ' …') : after;
  const around = [from.trim(), to.replace(BEHIND, '').trim()].filter((part) => /[\p{L}\p{N}]/u.test(part));
  return around.length === 0 ? '' : ` · ${around.join(' … ')}`;
}
