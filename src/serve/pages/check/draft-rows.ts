import { html } from 'hono/html';
import type { Range } from '../../../text/index.ts';
import type { Html } from '../page.ts';
import { anchorOf, type DraftRemark } from './remark.ts';

/** A draft's paragraphs with what is remarked marked in them, each with its notes beside it. */
export function draftRows(text: string, remarks: readonly DraftRemark[]): Html {
  return html`${paragraphsOf(text).map((paragraph) => {
    const own = remarks.filter(({ start }) => start >= paragraph.start && start < paragraph.end);
    return html`<div class="draft-row"><p class="wrapped">${markedWords(text, paragraph, remarks)}</p><ol class="remarks">${own.map(remarkItem)}</ol></div>`;
  })}`;
}

function remarkItem({ start, end, sign, isFlagged, key, note }: DraftRemark): Html {
  return html`<li class="note remark ${sign === 'flag' ? 'flagged' : 'quoted'}" data-start="${start}" data-end="${end}" data-sign="${isFlagged ? 'flag' : sign}" data-key="${key}">${note}</li>`;
}

/** The paragraphs of a draft: what stands between blank lines, or where there is none each line. */
function paragraphsOf(text: string): Range[] {
  const body = text.trim();
  const ends = /\n[ \t\r]*\n/.test(body) ? /\n(?:[ \t\r]*\n)+/g : /\n/g;
  const breaks = [...text.matchAll(ends)].map(({ index, 0: { length } }) => ({
    from: index,
    to: index + length,
  }));
  return [{ to: 0 }, ...breaks].flatMap(({ to }, index) => {
    const end = breaks[index]?.from ?? text.length;
    return text.slice(to, end).trim() === '' ? [] : [{ start: to, end }];
  });
}

/** The words of a paragraph, cut at every edge of a remark; each part has the signs of all remarks on it. */
function markedWords(text: string, paragraph: Range, remarks: readonly DraftRemark[]): Html {
  const here = remarks.filter(({ start, end }) => start < paragraph.end && end > paragraph.start);
  const inside = ({ start, end }: Range) => [Math.max(start, paragraph.start), Math.min(end, paragraph.end)];
  const edges = [...new Set([paragraph, ...here].flatMap(inside))].toSorted((a, b) => a - b);
  return html`${edges.slice(0, -1).map((start, index) => {
    const end = edges[index + 1] ?? paragraph.end;
    const words = text.slice(start, end);
    const over = here.filter((one) => one.start <= start && one.end >= end);
    if (over.length === 0) return words;
    const signs = over.map(({ sign, isFlagged }) => (isFlagged ? 'f' : `on-record ${sign}`)).join(' ');
    const [first] = over.filter((one) => one.start === start);
    return html`<span class="${signs}" ${first === undefined ? '' : html`id="${anchorOf(first)}"`}>${words}</span>`;
  })}`;
}
