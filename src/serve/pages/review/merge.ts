import { html } from 'hono/html';
import type { DecidedLink, JoinedMember, JoinedWhole } from '../../../ledger/index.ts';
import { decidedWords, inPath, type JoinedKind } from '../../../record/index.ts';
import { DECIDED } from '../../guard.ts';
import type { Candidate } from '../../review/joining.ts';
import { MOST_WHY } from '../../review/verdict.ts';
import { type Html, page } from '../page.ts';
import { dateWords, eventPath, reportPath, statementPath, titleOf, utterancePath } from '../words.ts';
import { whoField } from './form.ts';

export interface Merging {
  readonly whole: JoinedWhole;
  readonly candidates: readonly Candidate[];
  readonly decisions: readonly DecidedLink[];
  /** The words by which others are looked for. */
  readonly words: string;
  readonly by: string | null;
  readonly isOpen: boolean;
  readonly typed: { readonly by: string; readonly why: string; readonly other: string };
  readonly wrong: string | null;
}

const NOUNS: Readonly<Record<JoinedKind, string>> = {
  actor: 'Actor',
  utterance: 'Utterance',
  event: 'Event',
};
/** What others are looked for by. */
const SEARCHED: Readonly<Record<JoinedKind, string>> = {
  actor: 'Names',
  utterance: 'Words that are said',
  event: 'Words of its name',
};

/** The address where something is joined with others, or parted. */
export const mergePath = (id: string): string => `/review/merge?${new URLSearchParams({ of: id })}`;

/** The way there from the page of an actor, an utterance or an event. */
export const mergeLead = (id: string): Html =>
  html`<form class="search" action="/review/merge"><input type="hidden" name="of" value="${id}"><label>The same as<input name="with" maxlength="200"></label><button>Look</button> <a href="${mergePath(id)}">or several taken for one</a></form>`;

/** Whether two are one, or one of several is none of the others: what the index says, and what somebody decides. */
export function mergePage(merging: Merging): Html {
  const { whole, decisions, wrong, by, isOpen } = merging;
  return page({
    style: 'review',
    title: `One, or not: ${whole.name}`,
    here: 'review',
    data: `/review/merge.json?${new URLSearchParams({ of: whole.id })}`,
    script: '/-/review.js',
    body: html`<p class="over"><b>${NOUNS[whole.kind]}</b> · ${pathOf(whole) === null ? html`<code>${whole.id}</code>` : html`<a href="${pathOf(whole)}">${whole.id}</a>`} · <a href="/review">review</a> · <a href="/review/decisions">decisions</a></p>
<h1 class="${whole.kind === 'actor' ? '' : 'large'}">${whole.name}</h1>
${wrong === null ? '' : html`<p class="wrong" role="alert"><b class="flag">Not kept</b> ${wrong}.</p>`}
${isOpen ? '' : html`<p class="quiet">This server shows the record and takes no decisions.</p>`}
<div class="review">
<section aria-labelledby="others"><h2 id="others">One with it?</h2>${lookFor(merging)}${othersOf(merging)}</section>
<section aria-labelledby="members"><h2 id="members">One so far</h2>${membersOf(merging)}</section>
<section class="coming" aria-labelledby="decided"><h2 id="decided">Decided</h2>${
      decisions.length === 0
        ? html`<p class="quiet">Nothing yet: so it is by the rules alone.</p>`
        : html`<ul class="list">${decisions.map((one) => decidedLine(one, { whole, canUndo: isOpen && by !== null }))}</ul>`
    }</section>
</div>`,
  });
}

const pathOf = ({ kind, id }: JoinedWhole): string | null => {
  if (kind === 'actor') return null;
  return kind === 'event' ? eventPath(id) : utterancePath(id);
};

const lookFor = ({ whole, words }: Merging): Html =>
  html`<form class="filter" action="/review/merge"><input type="hidden" name="of" value="${whole.id}"><label>${SEARCHED[whole.kind]}<input type="search" name="with" value="${words}" maxlength="200"></label><button>Look</button></form>`;

function othersOf({ whole, candidates, by, isOpen, typed }: Merging): Html {
  const list =
    candidates.length === 0
      ? html`<p class="quiet">Nothing lies near it${whole.kind === 'event' ? '' : ': look for words'}.</p>`
      : html`<ul class="list compact">${candidates.map(
          ({ id, name, why }) =>
            html`<li><span><a href="${mergePath(id)}">${name}</a><br><span class="quiet">${why}</span></span>${isOpen ? html` <button name="other" value="${id}" aria-label="One with ${name}">One</button>` : ''}</li>`,
        )}</ul>`;
  if (!isOpen) return list;
  return html`<form class="joining" method="post" action="${DECIDED.merge}"><button disabled hidden></button><input type="hidden" name="of" value="${whole.id}">
${list}
<div class="verdict">${whoField(by, typed)}${whyField(typed)}
<label>Or by its id<input name="id" value="${typed.other}" maxlength="100" autocomplete="off" placeholder="${whole.id.split(':')[0]}:…"></label><p><button name="other" value="">One with that id</button></p></div></form>`;
}

const whyField = ({ why }: Merging['typed']): Html =>
  html`<label>Why, if you like<input name="why" value="${why}" maxlength="${MOST_WHY}" autocomplete="off"></label>`;

function membersOf({ whole, by, isOpen, typed }: Merging): Html {
  const { members, isMore } = whole;
  const canPart = isOpen && members.length > 1;
  const list = html`<ul class="list compact">${members.map(
    (member) =>
      html`<li><span>${memberLine(whole.kind, member)}</span>${canPart ? html` <button name="member" value="${whole.kind === 'actor' ? member.report.id : member.id}" aria-label="${member.words} in ${member.report.id} is not one with the others">Not one</button>` : ''}</li>`,
  )}</ul>${isMore ? html`<p class="quiet">The latest of them; there are more.</p>` : ''}`;
  if (members.length === 1)
    return html`<p class="quiet">One report alone has it, so there is nothing to part.</p>${list}`;
  if (!canPart) return list;
  return html`<form class="joining" method="post" action="${DECIDED.split}"><button disabled hidden></button><input type="hidden" name="group" value="${whole.id}">
${list}
<div class="verdict">${whoField(by, typed)}${whyField(typed)}</div></form>`;
}

function memberLine(kind: JoinedKind, { id, words, report, tie }: JoinedMember): Html {
  const path =
    kind === 'utterance' ? statementPath(id) : kind === 'event' ? `/e/${inPath(id)}` : reportPath(report.id);
  const how = tie === null ? '' : ` · ${tie.rule}, ${Math.round(tie.score * 100)} of 100`;
  return html`<a href="${path}">${words}</a><br><span class="quiet">${report.outlet ?? 'outlet not known'}${report.published === null ? '' : ` · ${dateWords(report.published)}`} · ${titleOf({ headline: report.headline, text: report.opening })}${how}</span>`;
}

function decidedLine(
  { decision, state }: DecidedLink,
  { whole, canUndo }: { whole: JoinedWhole; canUndo: boolean },
): Html {
  return html`<li>${decidedWords(decision)}${state === 'in force' ? '' : html` <span class="tag">${state}</span>`}
${canUndo && state !== 'undone' ? html`<form class="undo" method="post" action="${DECIDED.undo}"><input type="hidden" name="decision" value="${decision.id}"><input type="hidden" name="queue" value="${mergePath(whole.id)}"><button aria-label="Undo ${decision.id}">Undo</button></form>` : ''}</li>`;
}
