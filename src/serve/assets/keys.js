// What a page can do with a script that it does without: keys, light between a note and its words, the other theme.
import { areOn, isOpen, toggleKeys } from './all-keys.js';
import './light.js';
import { showHow, step } from './steps.js';

const root = document.documentElement;

function switchTheme() {
  const now = root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'night' : 'paper');
  root.dataset.theme = now === 'night' ? 'paper' : 'night';
  localStorage.setItem('onrecord-theme', root.dataset.theme);
}

/** So long a `g` waits for the letter of a room. */
const PATIENCE = 1500;
let went = Number.NEGATIVE_INFINITY;

/** Goes to a room where its letter follows a `g`; whether it did. */
function goTo(key, at) {
  const isBehind = at - went < PATIENCE;
  went = Number.NEGATIVE_INFINITY;
  const link = isBehind ? document.querySelector(`[data-go="${CSS.escape(key)}"]`) : null;
  link?.click();
  return link !== null;
}

const search = document.querySelector('.mast input');
const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  '/': () => search?.focus(),
  t: switchTheme,
  i: showHow,
  '?': toggleKeys,
  g: ({ timeStamp }) => {
    went = timeStamp;
  },
};
/** What works while the list of keys is open. */
const IN_THE_LIST = new Set(['?', 't']);

// What a page has for itself goes first: it prevents the default.
addEventListener('keydown', (event) => {
  if (event.defaultPrevented || event.isComposing || event.ctrlKey || event.metaKey || event.altKey) return;
  if (event.target.matches?.('input, textarea, select, [contenteditable]') || !areOn()) return;
  if (isOpen() && !IN_THE_LIST.has(event.key)) return;
  if (goTo(event.key, event.timeStamp)) return event.preventDefault();
  const act = Object.hasOwn(KEYS, event.key) ? KEYS[event.key] : undefined;
  if (act === undefined) return;
  event.preventDefault();
  act(event);
});
document.querySelector('[data-theme-switch]')?.addEventListener('click', switchTheme);
// Where not all rooms fit beside each other, the one that is open comes into sight.
document.querySelector('.mast [aria-current]')?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
