import { html } from 'hono/html';
import type { Statement } from '../../../record/index.ts';
import type { Range } from '../../../text/index.ts';
import type { Html } from '../page.ts';
import { isInferred, isUnsure } from '../sure.ts';

const ROLES = [
  ['source', 's'],
  ['cue', 'c'],
  ['content', 'k'],
] as const;

interface Mark extends Range {
  readonly sign: 's' | 'c' | 'k' | 'f';
  readonly statement: string | null;
  /** Whether a statement's content begins with it, and the page has its note. */
  readonly opens: boolean;
  /** How a mark differs from one that the text states: another line beneath. */
  readonly how: 'inferred' | 'unsure' | null;
}

/** What else a range of text shows: ranges that are flagged, and ranges that a permalink may name without being marked. */
export interface Beside {
  readonly flagged?: readonly Range[];
  readonly places?: readonly Range[];
  /** Whether each statement has a note on the page: its words are then a stop of the Tab key, which its note describes. */
  readonly noted?: boolean;
}

/** The id of the note of a statement. */
export const noteId = (statement: string): string => `note-${statement}`;

/**
 * A range of a report's text with its statements marked. Where marks overlap, the text is cut at every edge and each
 * part has all of its signs, outer statement first; what is flagged is a mark too, and so is content within content (`deep`). Every span and place is an anchor
 * around its words (`#120-188`), so that a permalink leads to them and lights them without script.
 */
export function marked(
  text: string,
  range: Range,
  statements: readonly Statement[],
  { flagged = [], places = [], noted = false }: Beside = {},
): Html {
  const flags = within(range, flagged).map(
    ({ start, end }): Mark => ({ start, end, sign: 'f', statement: null, opens: false, how: null }),
  );
  const marks = [...marksIn(range, statements, { noted }), ...flags].toSorted((a, b) => a.start - b.start);
  const anchors = anchorsIn(range, [...marks, ...places]);
  const edges = [range, ...marks, ...anchors]
    .flatMap(({ start, end }) => [start, end])
    .filter((edge) => edge >= range.start && edge <= range.end)
    .toSorted((a, b) => a - b);
  const cuts = edges.filter((edge, index) => edge !== edges[index - 1]);
  const out: Html[] = [];
  const open: number[] = [];
  let here: Mark[] = [];
  let nextMark = 0;
  let nextAnchor = 0;
  for (const [index, start] of cuts.entries()) {
    for (; open.at(-1) === start; open.pop()) out.push(html`</span>`);
    for (let anchor = anchors[nextAnchor]; anchor?.start === start; anchor = anchors[++nextAnchor]) {
      out.push(html`<span class="at" id="${anchor.id}">`);
      open.push(Math.min(anchor.end, open.at(-1) ?? range.end));
    }
    here = here.filter(({ end }) => end > start);
    for (let mark = marks[nextMark]; mark !== undefined && mark.start <= start; mark = marks[++nextMark])
      if (mark.end > start) here.push(mark);
    const end = cuts[index + 1];
    if (end !== undefined) out.push(part(text.slice(start, end), here, openedAt(start, here)));
  }
  return html`${out}`;
}

const within = (range: Range, ranges: readonly Range[]) =>
  ranges.filter(({ start, end }) => start < range.end && range.start < end);

/** The anchors that begin in a range, the longer of two first; one that reaches out of another ends with it. */
function anchorsIn(range: Range, ranges: readonly Range[]): (Range & { id: string })[] {
  const byId = new Map<string, Range & { id: string }>();
  for (const { start, end } of ranges) {
    const id = `${start}-${end}`;
    const isBlock = start === range.start && end === range.end;
    if (start >= range.start && start < range.end && start < end && !isBlock)
      byId.set(id, { start, end, id });
  }
  return [...byId.values()].toSorted((a, b) => a.start - b.start || b.end - a.end);
}

/** The statements whose content begins here. */
const openedAt = (start: number, here: readonly Mark[]): string[] =>
  here.flatMap((mark) => (mark.opens && mark.start === start ? (mark.statement ?? []) : []));

function part(text: string, here: readonly Mark[], opened: readonly string[]): Html {
  if (here.length === 0) return html`${written(text)}`;
  const contents = new Set(here.filter(({ sign }) => sign === 'k').map(({ statement }) => statement));
  const signs = [
    ...new Set(here.flatMap(({ sign, how }) => (how === null ? [sign] : [sign, how]))),
    ...(contents.size > 1 ? ['deep'] : []),
  ].join(' ');
  // Whoever stops here is led to what begins here: light and Enter take the last.
  const all = here.flatMap(({ statement }) => statement ?? []);
  const statements = [...new Set(all).difference(new Set(opened)), ...opened].join(' ');
  if (statements === '') return html`<span class="${signs}">${written(text)}</span>`;
  const stop =
    opened.length === 0
      ? ''
      : html` tabindex="0" role="mark" aria-describedby="${opened.map(noteId).join(' ')}"`;
  return html`<span class="${signs}" data-of="${statements}"${stop}>${written(text)}</span>`;
}

/** A carriage return is read as a line feed in a page, or left out before one: written as a reference it keeps its place. */
function written(text: string): string | Html[] {
  if (!text.includes('\r')) return text;
  return text.split('\r').map((piece, index) => (index === 0 ? html`${piece}` : html`&#13;${piece}`));
}

/** A source whose speaker the text does not state, and a content of which the tagger is not sure. */
function howOf(sign: Mark['sign'], statement: Statement): Mark['how'] {
  if (sign === 's') return isInferred(statement) ? 'inferred' : null;
  return sign === 'k' && isUnsure(statement) ? 'unsure' : null;
}

function marksIn(
  range: Range,
  statements: readonly Statement[],
  { noted }: Required<Pick<Beside, 'noted'>>,
): Mark[] {
  return statements.flatMap((statement) =>
    ROLES.flatMap(([role, sign]) =>
      within(range, statement[role]).map(({ start, end }) => ({
        start,
        end,
        sign,
        statement: statement.id,
        opens: noted && role === 'content' && start === statement.content[0]?.start,
        how: howOf(sign, statement),
      })),
    ),
  );
}
