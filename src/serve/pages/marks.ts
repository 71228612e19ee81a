import { html } from 'hono/html';
import type { Statement } from '../../record/index.ts';
import type { Range } from '../../text/index.ts';
import type { Html } from './page.ts';

const ROLES = [
  ['source', 's'],
  ['cue', 'c'],
  ['content', 'k'],
] as const;

interface Mark extends Range {
  readonly sign: 's' | 'c' | 'k' | 'f';
  readonly statement: string | null;
}

/**
 * A range of a report's text with its statements marked. Where marks overlap, the text is cut at every edge and each
 * part has all of its signs, outer statement first; what is flagged is a mark too. Every span is an anchor (`#120-188`), so that a permalink leads to it.
 */
export function marked(
  text: string,
  range: Range,
  statements: readonly Statement[],
  flagged: readonly Range[] = [],
): Html {
  const flags = flagged
    .filter(({ start, end }) => start < range.end && range.start < end)
    .map(({ start, end }): Mark => ({ start, end, sign: 'f', statement: null }));
  const marks = [...marksIn(range, statements), ...flags];
  const edges = [...new Set([range.start, range.end, ...marks.flatMap(({ start, end }) => [start, end])])]
    .filter((edge) => edge >= range.start && edge <= range.end)
    .toSorted((a, b) => a - b);
  const anchored = new Set<string>();
  const parts = edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? range.end;
    const here = marks.filter((mark) => mark.start < end && start < mark.end);
    const anchors = marks.filter((mark) => mark.start === start).map((mark) => `${mark.start}-${mark.end}`);
    const fresh = anchors.filter((anchor) => !anchored.has(anchor) && anchored.add(anchor));
    return html`${fresh.map((anchor) => html`<a class="at" id="${anchor}"></a>`)}${part(text.slice(start, end), here)}`;
  });
  return html`${parts}`;
}

function part(text: string, here: readonly Mark[]): Html {
  if (here.length === 0) return html`${text}`;
  const signs = [...new Set(here.map(({ sign }) => sign))].join(' ');
  const statements = [...new Set(here.flatMap(({ statement }) => statement ?? []))].join(' ');
  return statements === ''
    ? html`<span class="${signs}">${text}</span>`
    : html`<span class="${signs}" data-of="${statements}">${text}</span>`;
}

function marksIn(range: Range, statements: readonly Statement[]): Mark[] {
  return statements.flatMap((statement) =>
    ROLES.flatMap(([role, sign]) =>
      statement[role]
        .filter(({ start, end }) => start < range.end && range.start < end)
        .map(({ start, end }) => ({ start, end, sign, statement: statement.id })),
    ),
  );
}
