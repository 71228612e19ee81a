import { html } from 'hono/html';

export type Html = ReturnType<typeof html>;

/** The rooms that lead to all else, as every page names them, in their order. */
const ROOMS = {
  reports: ['/reports', 'Reports'],
  actors: ['/actors', 'Actors'],
  issues: ['/issues', 'Issues'],
  calendar: ['/calendar', 'Calendar'],
  check: ['/check', 'Check'],
  review: ['/review', 'Review'],
} as const;
type Room = keyof typeof ROOMS;

/** What stands around every page. */
export interface Page {
  readonly title: string;
  readonly here: Room | 'elsewhere';
  /** The address of the page's data. */
  readonly data: string | null;
  /** The feeds of a page: their title, and the address before `.atom` and `.json`. */
  readonly feeds?: { readonly title: string; readonly address: string };
  readonly query?: string;
  /** The address of a script of the page's own. */
  readonly script?: string;
  readonly body: Html;
}

export function page({ title, here, data, feeds, query = '', script, body }: Page): Html {
  return html`<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${title} · Onrecord</title>
<link rel="stylesheet" href="/-/fonts/inter/index.css">
<link rel="stylesheet" href="/-/fonts/source-serif-4/index.css">
<link rel="stylesheet" href="/-/style.css">
<link rel="icon" href="/-/icon.svg">
${data === null ? '' : html`<link rel="alternate" type="application/json" href="${data}">`}
${
  feeds === undefined
    ? ''
    : html`<link rel="alternate" type="application/atom+xml" title="${feeds.title}" href="${feeds.address}.atom">
<link rel="alternate" type="application/feed+json" title="${feeds.title}" href="${feeds.address}.json">`
}
<script src="/-/keys.js" defer></script>
${script === undefined ? '' : html`<script src="${script}" defer></script>`}
</head>
<body>
<a class="skip" href="#main">Skip to the text</a>
<header class="mast">
<b><a href="/">On<i>record</i></a></b>
<nav aria-label="Main">${Object.entries(ROOMS).map(([room, [path, name]]) => html`<a href="${path}" ${room === here ? html`aria-current="page"` : ''}>${name}</a>`)}</nav>
<form action="/search" role="search" aria-label="Everywhere"><input type="search" name="q" aria-label="Search statements" placeholder="Who said what …  /" value="${query}" maxlength="1000"></form>
</header>
<main id="main">
${body}
<footer>
${data === null ? '' : html`<a href="${data}">this page as data</a>`}
<a href="/search">search</a>
<a href="/alerts">alerts</a>
<a href="/flags">flags</a>
<a href="/-/coverage">coverage</a>
<span class="script"><kbd>j</kbd> <kbd>k</kbd> next, previous</span>
<span class="script"><kbd>/</kbd> search</span>
<span class="script"><kbd>i</kbd> how it was found</span>
<button class="script" type="button" data-theme-switch>paper or night <kbd>t</kbd></button>
</footer>
</main>
</body>
</html>`;
}
