import { html } from 'hono/html';
import type { KeptNews } from '../../ledger/index.ts';
import { type Alert, askedWords } from '../../record/index.ts';
import type { Html } from '../pages/page.ts';
import { newsAddress, newsBody, newsTitle } from './news.ts';

/** A digest as it is shown: what is new, by alert. */
export interface Shown {
  readonly since: string | null;
  readonly parts: readonly { readonly alert: Alert; readonly news: readonly KeptNews[] }[];
}

/** A digest as a page that stands by itself, without style sheet or script, as mail is read; `site` is where the pages are. */
export function digestPage({ since, parts }: Shown, site: string): Html {
  const head = since === null ? 'New since the last digest' : `New since ${since}`;
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1"><title>Onrecord: ${head}</title></head>
<body style="max-width: 42em; margin: 1em auto; padding: 0 1em; font: 16px/1.5 Georgia, serif">
<h1>${head}</h1>
${parts.length === 0 ? html`<p>Nothing.</p>` : parts.map((part) => section(part, site))}
</body>
</html>`;
}

const section = (
  { alert, news }: Shown['parts'][number],
  site: string,
): Html => html`<h2><a href="${site}/alerts/${alert.id}">${alert.name}</a></h2>
<p>${askedWords(alert).join('; ')}</p>
${news.map(
  ({ news: one }) => html`<h3><a href="${newsAddress(one, site)}">${newsTitle(one)}</a></h3>
${newsBody(one, site)}`,
)}`;
