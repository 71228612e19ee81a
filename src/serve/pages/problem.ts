import { html } from 'hono/html';
import { type Html, page } from './page.ts';

export function problemPage({ title, detail }: { title: string; detail: string }): Html {
  return page({
    title,
    here: 'elsewhere',
    data: null,
    body: html`<h1>${title}</h1><p>${detail}.</p><p><a href="/">Today</a> · <a href="/reports">all reports</a></p>`,
  });
}
