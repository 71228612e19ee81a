import { html } from 'hono/html';
import { DECIDED } from '../../guard.ts';
import { MOST_NAME } from '../../review/verdict.ts';
import { type Html, page } from '../page.ts';

/** Who decides at this browser. */
export function whoPage({ by, wrong }: { by: string | null; wrong: string | null }): Html {
  return page({
    style: 'review',
    title: 'Who decides',
    here: 'review',
    data: null,
    body: html`<p class="over"><b>Review</b> · <a href="/review">the queue</a></p>
<h1>Who decides?</h1>
<p class="quiet">The name is kept with each decision, and in a cookie of this browser. There is no login: whoever sits at this machine decides.</p>
${wrong === null ? '' : html`<p class="wrong" role="alert"><b class="flag">Not kept</b> ${wrong}.</p>`}
<form class="verdict" method="post" action="${DECIDED.who}"><label>Your name<input name="by" value="${by ?? ''}" required maxlength="${MOST_NAME}" autocomplete="name"></label>
<p><button>Keep the name</button></p></form>`,
  });
}
