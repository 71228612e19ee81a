import { html } from 'hono/html';
import type { KeptReport } from '../../../ledger/index.ts';
import type { Block, Flag, LinkedFlag, Statement, Utterance } from '../../../record/index.ts';
import { ruleWords } from '../check/flags.ts';
import { decidedById, decidedNote } from '../decided.ts';
import type { Html } from '../page.ts';
import { reportPath, utterancePath } from '../words.ts';
import { type Fit, fitNotes } from './fit.ts';
import { linesOf, type Noted, note } from './margin-note.ts';
import { type Beside, marked } from './marks.ts';

/** What is beside the blocks of a report. */
export interface Margin {
  readonly statements: readonly Statement[];
  readonly flags: readonly (Flag | LinkedFlag)[];
  /** The acts of saying that several statements render, by the statements that do. */
  readonly utterances: ReadonlyMap<string, Utterance>;
  readonly marks: Required<Beside>;
}

interface Row {
  readonly block: Block;
  readonly flags: readonly (Flag | LinkedFlag)[];
  readonly notes: readonly Noted[];
}

/** The blocks of a report with what is beside each: its flags, then its notes, as far as there is room for them. */
export function rowsOf(kept: KeptReport, margin: Margin): Html[] {
  const { report } = kept;
  const decided = decidedById(kept);
  const kinds = new Map<string, Noted['actor']>(kept.actors.map(({ actor, kind }) => [actor, kind]));
  const rows = report.blocks.map((block): Row => {
    const begins = (start: number) => start >= block.start && start < block.end;
    const own = margin.statements.filter((statement) => begins(startOf(statement)));
    return {
      block,
      flags: margin.flags.filter(({ spans: [place] }) => place !== undefined && begins(place.start)),
      notes: inOrder(own).map(({ statement, depth }) => ({
        statement,
        depth,
        actor: 'actor' in statement.speaker ? kinds.get(statement.speaker.actor ?? '') : undefined,
        utterance: margin.utterances.get(statement.id),
        decided: decidedNote(decided.get(statement.id)),
      })),
    };
  });
  const fits = fitNotes(
    rows.map(({ block, flags, notes }) => ({
      kind: block.kind,
      characters: block.end - block.start,
      flags: byKind(flags).map(flagLines),
      notes: notes.map(linesOf),
    })),
  );
  return rows.map((row, index) => rowOf(kept, row, { fit: fits[index] ?? WHOLE, margin }));
}

const WHOLE: Fit = { flags: [], notes: [], shown: Number.POSITIVE_INFINITY, hangs: false };

/** A statement's note stands beside the block in which its content begins. */
const startOf = ({ content, cue }: Statement): number => (content[0] ?? cue[0])?.start ?? 0;

/** Statements in the order of the text, each before those that stand in it. */
function inOrder(
  statements: readonly Statement[],
  within: string | null = null,
  depth = 0,
): Pick<Noted, 'statement' | 'depth'>[] {
  const ids = new Set<string>(statements.map(({ id }) => id));
  const outer = (one: Statement) => (one.within !== null && ids.has(one.within) ? one.within : null);
  return statements
    .filter((one) => outer(one) === within)
    .flatMap((statement) => [
      // What stands in a statement of another block is indented all the same.
      { statement, depth: depth + (depth === 0 && statement.within !== null ? 1 : 0) },
      ...inOrder(statements, statement.id, depth + 1),
    ]);
}

/** What an item may begin with by itself. */
const SIGN = /[•‣▪●◦]/;

/** The words of a block are its anchor (`#0-31`), and say where its characters stand in the report's text. */
function rowOf(
  { report }: KeptReport,
  { block, flags, notes }: Row,
  { fit, margin }: { fit: Fit; margin: Margin },
): Html {
  const { text } = report;
  const words = marked(text, block, margin.statements, margin.marks);
  const sign = block.kind === 'item' && SIGN.test(text.charAt(block.start)) ? ' signed' : '';
  const shown = notes.map((one, at) => note(one, fit.notes[at] !== false));
  const rest = shown.slice(fit.shown);
  const items = [
    ...byKind(flags).map((some, at) => flagNote(report.id, some, fit.flags[at] !== false)),
    ...shown.slice(0, fit.shown),
    ...(rest.length === 0
      ? []
      : [
          html`<li class="rest"><details><summary>${rest.length} more here</summary><ul>${rest}</ul></details></li>`,
        ]),
  ];
  return html`<div class="row ${block.kind}${sign}" id="${block.start}-${block.end}">${bodyOf(block, words)}${items.length === 0 ? '' : html`<ul class="notes${fit.hangs ? ' hangs' : ''}" aria-label="Notes">${items}</ul>`}</div>\n`;
}

function bodyOf({ kind }: Block, words: Html): Html {
  switch (kind) {
    case 'headline':
      return html`<h1>${words}</h1>`;
    case 'subhead':
      return html`<h2>${words}</h2>`;
    case 'pullquote':
    case 'post':
    case 'quotation':
      return html`<blockquote>${words}</blockquote>`;
    default:
      return html`<p>${words}</p>`;
  }
}

type AnyFlag = Flag | LinkedFlag;

/** Flags of one rule are told together. */
export const byKind = (flags: readonly AnyFlag[]): AnyFlag[][] => [
  ...Map.groupBy(flags, ({ kind }) => kind).values(),
];

const FLAG_LINE = 54;
const COMPARE = 'compare';
const flagLines = (flags: readonly AnyFlag[]): number =>
  flags.reduce((sum, { message }) => sum + Math.ceil((message.length + COMPARE.length) / FLAG_LINE), 1);

/** What an editor should look at, beside its place, each with its sentence; one beside another report leads there too. */
export function flagNote(report: string, flags: readonly AnyFlag[], isWhole: boolean): Html {
  const kind = ruleWords(flags[0]?.kind ?? '');
  const sentences = flags.map((flag) => html`<p>${sentence(report, flag)}</p>`);
  return html`<li class="flagged"><details class="${isWhole ? '' : 'folded'}"${isWhole ? html` open` : ''}><summary><b class="flag">${kind}</b></summary>${sentences}</details></li>`;
}

function sentence(report: string, flag: AnyFlag): Html {
  const { message, spans } = flag;
  if ('against' in flag)
    return html`<a href="${reportPath(flag.against.report, flag.against.span)}">${message}</a> <a class="quiet" href="${utterancePath(flag.utterance)}">${COMPARE}</a>`;
  return spans[0] === undefined
    ? html`${message}`
    : html`<a href="${reportPath(report, spans[0])}">${message}</a>`;
}
