// What the queue can do with a script that it does without: keys, and words that are chosen in the text itself.
// Nothing here decides: a key presses a button or follows a link that is on the page.
import { areOn, isOpen } from './all-keys.js';

const correcting = document.querySelector('.correcting');

const shortcut = (key) => document.querySelector(`[aria-keyshortcuts="${key}"]`);

function correct() {
  if (correcting === null) return;
  correcting.open = true;
  correcting.querySelector('select')?.focus();
}

function pick() {
  const candidate = document.querySelector('[data-candidate]');
  if (candidate === null) correct();
  else candidate.focus();
}

/** So long a `g` waits for the letter of a room, in milliseconds: that letter is none of a decision. */
const PATIENCE = 1500;
let going = 0;

function press(key) {
  const isRoom = Date.now() - going < PATIENCE;
  going = key === 'g' ? Date.now() : 0;
  if (isRoom) return false;
  if (key === 'e') correct();
  else if (key === 'p') pick();
  else if (['j', 'k', 'n', 'a', 'x', 'u'].includes(key)) shortcut(key)?.click();
  else return false;
  return true;
}

// Before the keys of every page, which would step through its notes.
addEventListener(
  'keydown',
  (event) => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
    if (isOpen() || !areOn()) return;
    if (event.target.matches('input, textarea, select, [data-words]')) return;
    if (!press(event.key)) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  },
  { capture: true },
);

/** The words between the first and the last that are chosen, lit, and moved by arrows or by the mouse. */
function wordsOf(pair) {
  const [from, to] = pair.querySelectorAll('select');
  const options = (select) => [...select.options].filter(({ value }) => value !== '');
  const starts = options(from);
  const ends = options(to);
  const words = document.createElement('p');
  words.className = 'words';
  words.dataset.words = '';
  words.tabIndex = 0;
  words.setAttribute('role', 'group');
  words.setAttribute(
    'aria-label',
    'What is said: arrows move its first word, with shift its last; or select it',
  );
  const spans = starts.map((option, place) => {
    const isApart = ends[place].value !== starts[place + 1]?.value;
    const span = document.createElement('span');
    span.textContent = option.dataset.word + (isApart ? ' ' : '');
    words.append(span);
    return span;
  });

  const placeOf = (some, select) => some.indexOf(select.selectedOptions[0]);
  const first = () => placeOf(starts, from);
  const last = () => placeOf(ends, to);
  const clamp = (place, least, most) => Math.min(most, Math.max(least, place));

  function show() {
    for (const [place, span] of spans.entries())
      span.classList.toggle('chosen', place >= first() && place <= last());
  }
  function choose(start, end) {
    from.value = starts[start].value;
    to.value = ends[end].value;
    show();
  }

  words.addEventListener('keydown', (event) => {
    const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
    if (by === undefined || event.ctrlKey || event.metaKey || event.altKey) return;
    event.preventDefault();
    if (event.shiftKey) choose(first(), clamp(last() + by, first(), ends.length - 1));
    else choose(clamp(first() + by, 0, last()), last());
  });
  words.addEventListener('mouseup', () => {
    const selection = getSelection();
    if (selection === null || selection.isCollapsed) return;
    const places = [selection.anchorNode, selection.focusNode].map((node) =>
      spans.findIndex((span) => span.contains(node)),
    );
    if (places.includes(-1)) return;
    choose(Math.min(...places), Math.max(...places));
    selection.removeAllRanges();
  });
  for (const select of [from, to]) select.addEventListener('change', show);
  pair.before(words);
  show();
}
for (const pair of document.querySelectorAll('[data-pieces] .pair')) wordsOf(pair);
