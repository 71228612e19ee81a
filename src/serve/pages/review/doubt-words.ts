import { html } from 'hono/html';
import { type Doubt, flaggedIn, headlineEnd, type KeptReport, reasonsIn } from '../../../ledger/index.ts';
import { type Statement, sideOf, type Utterance } from '../../../record/index.ts';
import { ruleWords } from '../check/flags.ts';
import type { Html } from '../page.ts';
import { count, utterancePath } from '../words.ts';

/** The kinds of doubt as a filter names them. */
export const DOUBT_NAMES: Readonly<Record<Doubt, string>> = {
  reading: 'the reading',
  speaker: 'an inferred speaker',
  'runner-up': 'a close second speaker',
  'no-speaker': 'no speaker found',
  flag: 'a flag on it',
};

/** Why a statement waits, the weightiest reason first, each as a sentence. */
export function doubtSentences(statement: Statement, { report, flags }: KeptReport): Html[] {
  const beside = { flagged: flaggedIn(flags), headline: headlineEnd(report.blocks) };
  return reasonsIn(statement, beside).map(({ kind }) => sentence(kind, statement, flags));
}

function sentence(kind: Doubt, { speaker, source, confidence }: Statement, flags: KeptReport['flags']): Html {
  const words = source.map(({ text }) => `“${text}”`).join(' … ');
  switch (kind) {
    case 'reading':
      return html`Of 100 statements read as surely as this one, ${String(Math.round(confidence * 100))} are right.`;
    case 'speaker':
      return html`The speaker is inferred${words === '' ? ': the text names nobody' : html` from ${words}`}${'by' in speaker ? html`, by <code>${speaker.by}</code>` : ''}.`;
    case 'runner-up':
      return html`The speaker is inferred${words === '' ? '' : html` from ${words}`}, and somebody else came close.`;
    case 'no-speaker':
      return html`No speaker was found${speaker.kind === 'unknown' ? `: ${speaker.why}` : ''}.`;
    case 'flag':
      return html`Flagged: ${[...new Set(flags.map((flag) => ruleWords(flag.kind)))].join(', ')}.`;
  }
}

/** What hangs on a statement, each as a sentence. */
export function stakeSentences(
  statement: Statement,
  { report }: KeptReport,
  utterance: Utterance | undefined,
): Html[] {
  const isInHeadline = [...statement.content, ...statement.cue].some(
    ({ start }) => start < headlineEnd(report.blocks),
  );
  const renditions = utterance?.renditions.length ?? 1;
  return [
    ...(utterance !== undefined && renditions > 1
      ? [
          html`<a href="${utterancePath(utterance.id)}">${count(renditions, 'statement')} in ${count(utterance.outlets, 'outlet')}</a> render it.`,
        ]
      : []),
    ...(isInHeadline ? [html`It stands in the headline.`] : []),
    ...(sideOf(statement) === null ? [] : [html`It takes a side.`]),
  ];
}
