import { html } from 'hono/html';
import {
  type Checked,
  type CheckedQuotation,
  type Finding,
  type OnRecord,
  ranging,
} from '../../../check/index.ts';
import type { Range } from '../../../text/index.ts';
import type { Html } from '../page.ts';
import { count, dateWords, statementPath } from '../words.ts';
import { ruleWords } from './flags.ts';
import { RULE_REASONS } from './rule-reasons.ts';

/** What is told beside the words of a draft: a flag, or how a quotation stands against the record. */
export interface DraftRemark extends Range {
  /** What its words look like in the text, and where its note stands: what is flagged, or what the record has. */
  readonly sign: 'flag' | OnRecord['verdict'];
  readonly isFlagged: boolean;
  /** By what it is known again when the draft has changed around it. */
  readonly key: string;
  readonly note: Html;
}

/** The findings and the quotations of a draft in the order of its text; a quotation with the finding about it is one remark. */
export function remarksOn(text: string, { findings, quotations }: Checked): DraftRemark[] {
  const range = ranging(text);
  const isAbout = (one: CheckedQuotation) => (finding: Finding) =>
    AGAINST_RECORD.has(finding.rule) && finding.line === one.line && finding.column === one.column;
  const flags = findings.filter((finding) => !quotations.some((one) => isAbout(one)(finding)));
  return [
    ...flags.map((finding): DraftRemark => {
      const { start, end } = range(finding);
      const key = `${finding.rule} ${text.slice(start, end)}`;
      return { start, end, sign: 'flag', isFlagged: true, key, note: flagNote(finding, { start, end }) };
    }),
    ...quotations.map((one): DraftRemark => {
      const place = range(one);
      const finding = findings.find(isAbout(one));
      const isFlagged = finding !== undefined;
      const { verdict } = one.record;
      const note = quotationNote(one, finding, place);
      return { ...place, sign: verdict, isFlagged, key: `${verdict} ${one.text}`, note };
    }),
  ].toSorted((a, b) => a.start - b.start || b.end - a.end);
}

const AGAINST_RECORD: ReadonlySet<string> = new Set([
  'quotation-differs-from-record',
  'quotation-not-on-record',
] satisfies Finding['rule'][]);

/** The name of the words of a remark on their page. */
export const anchorOf = ({ start, end }: Range): string => `words-${start}-${end}`;

/** Leads to the words of a remark: on the page, or with script in the field where they are written. */
const lead = (place: Range, words: Html | string): Html =>
  html`<a class="lead" href="#${anchorOf(place)}">${words}</a>`;

function flagNote({ rule, line, message }: Finding, place: Range): Html {
  return html`<p class="over"><b class="flag">${ruleWords(rule)}</b> · ${lead(place, `line ${line}`)}</p>
<p class="record">${message}</p>
<div class="acts">${why(rule)}</div>`;
}

const why = (rule: Finding['rule']): Html =>
  html`<details class="how"><summary>why</summary><p>${RULE_REASONS[rule]}</p><p>In the file, a line before it silences the rule: <code>${`<!-- onrecord-ignore ${rule} -->`}</code></p></details>`;

function quotationNote(
  { text, by, line, record }: CheckedQuotation,
  finding: Finding | undefined,
  place: Range,
): Html {
  const verdict = verdictWords(record);
  return html`<p class="over">${finding === undefined ? html`<b>${verdict}</b>` : html`<b class="flag">${verdict}</b>`} · ${by ?? 'nobody named'} · ${lead(place, `line ${line}`)}</p>
<p class="record words">${shortened(text)}</p>
${record.verdict === 'absent' ? html`<p class="quiet">${absentWords(record.reports)}</p>` : told(record)}
${finding === undefined ? '' : html`<div class="acts">${why(finding.rule)}</div>`}`;
}

/** How a quotation stands against the record, in a word or two. */
function verdictWords(record: OnRecord): string {
  if (record.verdict === 'absent') return 'not on record';
  if (record.isAnothers) return record.isFirst ? 'first another’s words' : 'another’s words';
  const but = record.but.length === 0 ? 'near' : `exact but for ${record.but.join(', ')}`;
  const words = {
    exact: 'exact',
    near: but,
    altered: 'altered',
    indirect: 'on record without quotation marks',
  };
  return words[record.verdict];
}

const absentWords = (reports: number): string =>
  reports === 0
    ? 'The ledger has no report to look in.'
    : `Not in ${reports === 1 ? 'the one report' : `any of ${count(reports, 'report')}`} of the ledger.`;

/** What the record has, where the draft has it otherwise; whose words they are there, and where. */
function told(record: Exclude<OnRecord, { verdict: 'absent' }>): Html {
  const { verdict, isAnothers, difference, told: whole, permalink, outlet, published } = record;
  const words =
    difference.length > 0
      ? difference.map(({ kind, text }) => changed(kind, text))
      : verdict === 'indirect' || isAnothers
        ? whole
        : null;
  const where = [outlet ?? 'outlet not known', published === null ? null : dateWords(published)];
  return html`${words === null ? '' : html`<p class="record">${words}</p>`}
<p class="quiet">${speakerOnRecord(record)} · <a href="${permalink}">${where.filter((part) => part !== null).join(', ')}</a></p>`;
}

function speakerOnRecord({ by, statement, isInferred }: Exclude<OnRecord, { verdict: 'absent' }>): Html {
  const name = by ?? 'speaker not known';
  const sure = isInferred ? html` <span class="tag">inferred</span>` : '';
  return html`${statement === null ? name : html`<a href="${statementPath(statement)}">${name}</a>`}${sure}`;
}

/** A part of a difference: what the draft alone has is struck out, what the record alone has is put in. */
function changed(kind: 'same' | 'asked' | 'told', text: string): Html {
  if (kind === 'same') return html`${text} `;
  return kind === 'asked' ? html`<del>${text}</del> ` : html`<ins>${text}</ins> `;
}

const MOST = 90;
const shortened = (text: string): string => (text.length > MOST ? `${text.slice(0, MOST).trimEnd()}…` : text);
