import { html } from 'hono/html';
import type { FoundStatement } from '../../../ledger/index.ts';
import { type Difference, differenceWords, type Utterance } from '../../../record/index.ts';
import { contentWords } from '../note.ts';
import type { Html } from '../page.ts';
import { dateWords, reportPath, statementPath, titleOf } from '../words.ts';
import { isOtherwise, stretchesBeside } from './beside.ts';

/** Words of one text beside those of another: what only one has is marked, and said to who listens. */
export function wordsBeside(base: string, words: string): Html {
  return html`${stretchesBeside(base, words).map(({ kind, text }) =>
    kind === 'same'
      ? html`${text} `
      : kind === 'removed'
        ? html`<del><span class="unseen">left out: </span>${text}</del> `
        : html`<ins><span class="unseen">has: </span>${text}</ins> `,
  )}`;
}

export interface Rendering {
  readonly utterance: Utterance;
  /** All that render it, in the order of publication. */
  readonly all: readonly FoundStatement[];
  /** The words beside which each is shown. */
  readonly base: string;
}

/** One rendition of an utterance: who has it, in which words beside those that give most, and where. */
export function renditionLine(
  { utterance, all, base }: Rendering,
  { statement, report }: FoundStatement,
): Html {
  const link = utterance.renditions.find((one) => one.statement === statement.id)?.link;
  const own = utterance.differences.filter((one) => one.statement === statement.id);
  const words = contentWords(statement);
  const isWhole = words === base;
  const far = !isWhole && isOtherwise(base, words);
  const isFirst = all[0]?.statement.id === statement.id && report.published !== null;
  const outletOf = (id: string) =>
    all.find((other) => other.report.id === id)?.report.outlet ?? 'another report';
  return html`<li><p class="over"><b>${report.outlet ?? 'Outlet not known'}</b> · ${report.published === null ? 'date not known' : dateWords(report.published)}${isFirst ? html` · <span class="tag">first</span>` : ''}${words === utterance.words ? ' · gives most of it' : ''}${isWhole && words !== utterance.words ? ' · the same words' : ''}${far ? ' · in other words' : ''}</p>
<p class="said">${isWhole || far ? words : wordsBeside(base, words)}</p>
<p class="over"><a href="${statementPath(statement.id)}">statement</a> · <a href="${reportPath(report.id, statement.content[0])}">in ${titleOf(report)}</a>${link == null ? '' : html` · taken for the same by <code>${link.rule}</code>, ${Math.round(link.score * 100)} in 100`}</p>
${own.map((one) => differenceLine(one, outletOf(one.against.report)))}</li>`;
}

/** Where a rendition has other words, with both as their reports have them. */
const differenceLine = (one: Difference, outlet: string): Html =>
  html`<p class="over"><b class="flag">${differenceWords(one)}</b> · <a href="${reportPath(one.report, one.span)}">“${one.span.text}”</a>; ${outlet} has <a href="${reportPath(one.against.report, one.against.span)}">“${one.against.span.text}”</a></p>`;
