import { html } from 'hono/html';
import { classOf, type OwnStyle } from '../styles.ts';
import type { Html } from './html.ts';
import { type KeyLine, keysDialog, keyTo } from './keys.ts';

export type { Html } from './html.ts';

/** The rooms that lead to all else, as every page names them, in their order. */
const ROOMS = {
  today: ['/', 'Today'],
  reports: ['/reports', 'Reports'],
  actors: ['/actors', 'Actors'],
  issues: ['/issues', 'Issues'],
  calendar: ['/calendar', 'Calendar'],
  sources: ['/sources', 'Sources'],
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
  /** A feed of a page whose data is no feed. */
  readonly atom?: { readonly title: string; readonly address: string };
  readonly query?: string;
  /** The part of the style sheet that holds on this page alone. */
  readonly style?: OwnStyle;
  /** The addresses of scripts of the page's own, modules. */
  readonly script?: string | readonly string[];
  /** Keys that the page has beside those of every page. */
  readonly keys?: readonly KeyLine[];
  /** What else stands in the head of the page: when it is loaded again. */
  readonly head?: Html;
  readonly body: Html;
}

export function page({
  title,
  here,
  data,
  feeds,
  atom,
  query = '',
  style,
  head,
  script,
  keys = [],
  body,
}: Page): Html {
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
${atom === undefined ? '' : html`<link rel="alternate" type="application/atom+xml" title="${atom.title}" href="${atom.address}">`}
${head ?? ''}
<script src="/-/theme.js"></script>
<script src="/-/keys.js" type="module"></script>
${[script ?? []].flat().map((address) => html`<script src="${address}" type="module"></script>`)}
</head>
<body${style === undefined ? '' : html` class="${classOf(style)}"`}>
<a class="skip" href="#main">Skip to the text</a>
<header class="mast">
<b><a href="/">On<i>record</i></a></b>
<nav aria-label="Main">${Object.entries(ROOMS).map(([room, [path, name]]) => html`<a href="${path}" ${keyTo(room) === undefined ? '' : html`data-go="${keyTo(room)}"`} ${room === here ? html`aria-current="page"` : ''}>${name}</a>`)}</nav>
<form action="/search" role="search" aria-label="Everywhere"><input type="search" name="q" aria-label="Search statements" placeholder="Who said what …  /" value="${query}" maxlength="1000"></form>
</header>
<main id="main">
${body}
<footer>
<a href="/search">search</a>
<a href="/alerts">alerts</a>
<a href="/flags">flags</a>
<a href="/-/coverage">coverage</a>
${data === null ? '' : html`<a href="${data}">this page as data</a>`}
<span class="script"><button class="plainly" type="button" data-keys aria-haspopup="dialog">keys</button> <button class="plainly" type="button" data-theme-switch>paper or night</button></span>
</footer>
</main>
${keysDialog(
  Object.entries(ROOMS).map(([room, [, name]]) => [room, name]),
  keys,
)}
</body>
</html>`;
}
