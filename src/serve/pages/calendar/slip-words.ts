import { html } from 'hono/html';
import { dayWords, parseWhen, whenWords } from '../../../record/index.ts';
import type { Html } from '../page.ts';

/** A date that was given up, without its weekday and year where the last one is of the same year. */
function formerWords(when: string, last: string | null): string {
  const isOfYear = last !== null && when !== last && when.slice(0, 4) === last.slice(0, 4);
  return isOfYear ? dayWords(when) : whenWords(when);
}

/** What slipped, in a line: each former date struck out, with an arrow to the next, and the one that stands now last. */
export function slipWords(schedule: readonly { readonly when: string | null }[], now: string | null): Html {
  const dates = schedule.flatMap(({ when }) => (when === null || parseWhen(when) === null ? [] : when));
  const former = dates.filter((when, nth) => when !== now && when !== dates[nth - 1]);
  const last = now ?? dates.at(-1) ?? null;
  return html`${former.map((when) => html`<s>${formerWords(when, last)}</s> <span class="to" aria-hidden="true">→</span> `)}<b>${now === null ? 'date open' : whenWords(now)}</b>`;
}
