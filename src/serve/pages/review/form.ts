import { html } from 'hono/html';
import {
  ACTOR_KINDS,
  ACTS,
  type Actor,
  type Issue,
  type Report,
  STANCES,
  type Statement,
} from '../../../record/index.ts';
import type { Range } from '../../../text/index.ts';
import { DECIDED } from '../../guard.ts';
import { MOST_NAME, MOST_WHY, NOBODY } from '../../review/verdict.ts';
import { type Word, wordsIn } from '../../review/words-in.ts';
import { whoWords } from '../note.ts';
import type { Html } from '../page.ts';

/** What was typed in a form that was not taken, by the names of its fields; of several fields of one name the values in order. */
export type Typed = Readonly<Record<string, string | readonly string[]>>;

const one = (typed: Typed, name: string): string => {
  const value = typed[name];
  return typeof value === 'string' ? value : (value?.[0] ?? '');
};
const nth = (typed: Typed, name: string, index: number): string | undefined => {
  const value = typed[name];
  return typeof value === 'string' ? (index === 0 ? value : undefined) : value?.[index];
};

/** Who decides: a name that is asked once, and shown from then on. */
export function whoField(by: string | null, typed: Typed = {}): Html {
  if (by !== null)
    return html`<p class="over who">You decide as <b>${by}</b> · <a href="${DECIDED.who}">somebody else</a></p>`;
  return html`<label>Your name, kept with each decision<input name="by" value="${one(typed, 'by')}" required maxlength="${MOST_NAME}" autocomplete="name"></label>`;
}

export interface Decidable {
  readonly statement: Statement;
  readonly seen: string | null;
  readonly report: Report;
  readonly actors: readonly Actor[];
  readonly issues: readonly Issue[];
  readonly by: string | null;
  /** The address to go back to with the next statement: the queue with its filter. */
  readonly queue: string;
  readonly typed: Typed;
}

/** Accept, reject, somebody else said it, or what else was misread: one form, which no key but a button sends. */
export function verdictFormOf(item: Decidable): Html {
  const { statement, seen, by, queue, typed } = item;
  return html`<form class="verdict" method="post" action="${DECIDED.decide}">
<button disabled hidden></button>
<input type="hidden" name="statement" value="${statement.id}"><input type="hidden" name="seen" value="${seen ?? ''}"><input type="hidden" name="queue" value="${queue}">
${whoField(by, typed)}
<label>Why, if you like<input name="why" value="${one(typed, 'why')}" maxlength="${MOST_WHY}" autocomplete="off"></label>
<p class="verdicts"><button name="what" value="accept" aria-keyshortcuts="a">Accept${key('a')}</button> <button name="what" value="reject" aria-keyshortcuts="x">Reject${key('x')}</button></p>
${candidates(item)}
${correcting(item)}
</form>`;
}

export const key = (letter: string): Html => html` <kbd class="script" aria-hidden="true">${letter}</kbd>`;

/** Who else it could have been: each a decision of its own. */
function candidates({ statement: { speaker } }: Decidable): Html | string {
  const others = 'others' in speaker ? speaker.others : [];
  if (others.length === 0) return '';
  return html`<fieldset class="candidates"><legend>Or it was${key('p')}</legend>
<ul>${others.map(
    ({ actor, name, why }) =>
      html`<li><button name="what" value="speaker:${actor ?? name}" data-candidate>${name}</button> <span class="quiet">${why}</span></li>`,
  )}</ul></fieldset>`;
}

function correcting(item: Decidable): Html {
  const { statement, actors, issues, typed } = item;
  const open = one(typed, 'what') === 'correct';
  return html`<details class="correcting" ${open ? html`open` : ''}><summary aria-keyshortcuts="e">Correct what was misread${key('e')}</summary>
<div class="fields">
<label>Who says it${speakerChoice(statement, actors, typed)}</label>
<div class="pair"><label>Or a name that stands in the report<input name="typed" value="${one(typed, 'typed')}" maxlength="200" autocomplete="off"></label>
<label>who is, if on no record<select name="sort"><option value="">–</option>${ACTOR_KINDS.map((kind) => option(kind, kind, one(typed, 'sort')))}</select></label></div>
<div class="pair"><label>Act<select name="act">${ACTS.map((act) => option(act, act, one(typed, 'act') || statement.act))}</select></label>
<label>Said on<input name="said" value="${one(typed, 'said') || (statement.said?.value ?? '')}" maxlength="60" placeholder="2031-05-12" autocomplete="off"></label></div>
${stanceFields(issues, typed)}
${contentFields(item)}
<p><button name="what" value="correct">Keep the correction</button></p>
</div></details>`;
}

const option = (value: string, label: string, chosen: string): Html =>
  html`<option value="${value}" ${value === chosen ? html`selected` : ''}>${label}</option>`;

function speakerChoice({ speaker, source }: Statement, actors: readonly Actor[], typed: Typed): Html {
  const chosen = one(typed, 'speaker');
  const own = speaker.kind === 'named' ? speaker.actor : null;
  return html`<select name="speaker"><option value="">${whoWords(speaker, source)}, as it stands</option>
${actors.flatMap(({ actor, name }) => (actor === own ? [] : option(actor, name, chosen)))}
${speaker.kind === 'unknown' ? '' : option(NOBODY, 'the report does not tell', chosen)}</select>`;
}

function stanceFields(issues: readonly Issue[], typed: Typed): Html | string {
  if (issues.length === 0) return '';
  return html`<div class="pair"><label>Issue<select name="issue"><option value="">–</option>${issues.map(({ id, proposition }) => option(id, proposition, one(typed, 'issue')))}</select></label>
<label>Stance<select name="stance"><option value="">–</option>${[...STANCES, 'none'].map((stance) => option(stance, stance === 'none' ? 'takes no position' : stance, one(typed, 'stance')))}</select></label></div>`;
}

/** The first and the last word of each piece of what is said, of the words of its paragraphs. */
function contentFields({ statement, report, typed }: Decidable): Html | string {
  const { content } = statement;
  if (content.length === 0) return '';
  const blocks = blocksOf(report, statement);
  const edges = content.flatMap(({ start, end }) => [start, end]);
  const words = wordsIn(report.text, blocks, edges);
  return html`<fieldset class="pieces" data-pieces><legend>What is said</legend>
${content.map((piece, index) => {
  const from = nth(typed, 'from', index) ?? String(piece.start);
  const to = nth(typed, 'to', index) ?? String(piece.end);
  const which = content.length === 1 ? '' : ` of piece ${index + 1}`;
  return html`<div class="pair"><label>First word${which}<select name="from">${content.length === 1 ? '' : html`<option value="">left out</option>`}${words.map((word, place) => wordOption(word, { value: word.start, label: between(report.text, word, words[Math.min(words.length - 1, place + AROUND)]), chosen: from }))}</select></label>
<label>Last word${which}<select name="to">${content.length === 1 ? '' : html`<option value="">left out</option>`}${words.map((word, place) => wordOption(word, { value: word.end, label: between(report.text, words[Math.max(0, place - AROUND)], word), chosen: to }))}</select></label></div>`;
})}</fieldset>`;
}

const wordOption = (
  { text }: Word,
  { value, label, chosen }: { value: number; label: string; chosen: string },
): Html =>
  html`<option value="${String(value)}" data-word="${text}" ${String(value) === chosen ? html`selected` : ''}>${label}</option>`;

/** A word with those around it, so that one “the” is told from another. */
const AROUND = 3;
const between = (text: string, first: Word | undefined, last: Word | undefined) =>
  text.slice(first?.start ?? 0, last?.end ?? 0).replace(/\s+/g, ' ');

/** The blocks in which a statement stands. */
export const blocksOf = ({ blocks }: Report, { content, cue }: Statement): Report['blocks'] =>
  blocks.filter((block) => [...content, ...cue].some((span) => touch(block, span)));

const touch = (a: Range, b: Range) => a.start < b.end && b.start < a.end;
