// A draft is answered as it is written: the server's own notes stand beside their words, and pointing at one lights the other.
import { place, silences } from './draft-notes.js';
import { draftIn, moved, partsOf } from './draft-text.js';

const form = document.querySelector('form.draft');
const draft = document.querySelector('#draft');
const sheet = document.querySelector('.sheet');
const mirror = document.querySelector('[data-mirror]');
const list = document.querySelector('[data-remarks]');
const status = document.querySelector('[data-status]');
const tally = document.querySelector('[data-silenced]');
const PAUSE = 350;

const silenced = silences();
/** The notes with where their words are now; null where the words were changed since. */
let notes = [];
let ranges = [];
let written = draft.value;
let isShown = false;
let waiting;
let asking = new AbortController();

const isSilent = (note) => silenced.has(note.dataset.key);

function paint() {
  const parts = partsOf(draft.value, ranges).map(({ text, of }) => {
    const over = of.filter((number) => !isSilent(notes[number]));
    if (over.length === 0) return text;
    const words = document.createElement('span');
    words.dataset.of = over.join(' ');
    for (const number of over) {
      const { sign } = notes[number].dataset;
      words.classList.add(...(sign === 'flag' ? ['f'] : ['on-record', sign]));
    }
    words.textContent = text;
    return words;
  });
  // A last line without words has its height too.
  mirror.replaceChildren(...parts, '\n');
  place(list, notes, topOf);
}

const wordsOf = (number) =>
  [...mirror.querySelectorAll('[data-of]')].filter(({ dataset }) =>
    dataset.of.split(' ').includes(`${number}`),
  );

function topOf(note) {
  const [words] = wordsOf(notes.indexOf(note));
  return words === undefined ? null : words.getBoundingClientRect().top - list.getBoundingClientRect().top;
}

function light(lit) {
  for (const [number, note] of notes.entries()) note.classList.toggle('lit', number === lit);
  for (const words of mirror.querySelectorAll('[data-of]'))
    words.classList.toggle('lit', words.dataset.of.split(' ').includes(`${lit}`));
}

/** The smallest range that holds a place, of those whose note is not silenced. */
function rangeAt(offset) {
  const size = (number) => ranges[number].end - ranges[number].start;
  const around = [...ranges.keys()].filter((number) => {
    const range = ranges[number];
    return range !== null && range.start <= offset && offset <= range.end && !isSilent(notes[number]);
  });
  return around.sort((a, b) => size(a) - size(b))[0];
}

/** What is flagged and not silenced, and how much is. */
function count() {
  const silent = notes.filter(isSilent);
  for (const note of notes) note.hidden = isSilent(note) && !isShown;
  const things = document.querySelector('[data-things]');
  const flagged = notes.filter((note) => note.dataset.sign === 'flag' && !isSilent(note)).length;
  if (things !== null)
    things.textContent =
      flagged === 0 ? 'Nothing flagged' : `${flagged} ${flagged === 1 ? 'thing' : 'things'} to look at`;
  tally.hidden = silent.length === 0;
  tally.replaceChildren(
    `silenced: ${silent.length}, `,
    made('button', isShown ? 'hide' : 'show', () => {
      isShown = !isShown;
      count();
      tally.querySelector('button')?.focus();
    }),
  );
  paint();
}

function made(name, text, act) {
  const one = document.createElement(name);
  one.textContent = text;
  if (name === 'button') one.type = 'button';
  one.className = 'quiet-button';
  one.addEventListener('click', act);
  return one;
}

/** A note of the server's, with what it does here: it leads to its words, and can be silenced. */
function taken(item) {
  const note = document.importNode(item, true);
  const number = () => notes.indexOf(note);
  note.querySelector('.lead').addEventListener('click', (event) => {
    event.preventDefault();
    const range = ranges[number()];
    draft.focus();
    if (range !== null) draft.setSelectionRange(range.start, range.end);
  });
  for (const event of ['mouseenter', 'focusin']) note.addEventListener(event, () => light(number()));
  for (const event of ['mouseleave', 'focusout']) note.addEventListener(event, () => light(-1));
  note.querySelector('details')?.addEventListener('toggle', () => place(list, notes, topOf));
  const turn = made('button', '', () => {
    silenced.turn(note.dataset.key);
    name();
    count();
    if (note.hidden) (tally.querySelector('button') ?? draft).focus();
  });
  const name = () => {
    turn.textContent = isSilent(note) ? 'no longer silence' : 'silence';
    note.classList.toggle('silent', isSilent(note));
  };
  name();
  note.querySelector('.acts')?.append(turn);
  return note;
}

function show(answer) {
  const page = new DOMParser().parseFromString(answer, 'text/html');
  notes = [...page.querySelectorAll('[data-answer] .remark')].map(taken);
  ranges = notes.map(({ dataset }) => ({ start: Number(dataset.start), end: Number(dataset.end) }));
  list.replaceChildren(...notes);
  say(...page.querySelector('[data-status]').cloneNode(true).childNodes);
  count();
}

const say = (...words) => status.replaceChildren(...words);

/** What is no draft, or an answer that did not come: the notes of an earlier text are of no use any more. */
function empty(words) {
  notes = [];
  ranges = [];
  list.replaceChildren();
  say(words);
  count();
}

async function check() {
  clearTimeout(waiting);
  asking.abort();
  if (draft.value.trim() === '') return empty('Nothing checked yet');
  const own = new AbortController();
  asking = own;
  try {
    const answer = await fetch('/check', { method: 'POST', body: new FormData(form), signal: own.signal });
    const told = answer.ok ? await answer.text() : (await answer.json()).detail;
    if (own.signal.aborted) return;
    if (answer.ok) show(told);
    else empty(told);
  } catch {
    if (!own.signal.aborted) empty('The server does not answer');
  }
}

async function open(file) {
  if (file === undefined) return;
  const opened = await draftIn(file);
  if ('refused' in opened) return empty(opened.refused);
  draft.value = opened.text;
  form.elements.namedItem('format').value = opened.format;
  changed();
  draft.focus();
  draft.setSelectionRange(0, 0);
}

function changed() {
  ranges = moved(ranges, written, draft.value);
  for (const [number, note] of notes.entries()) note.classList.toggle('stale', ranges[number] === null);
  written = draft.value;
  paint();
  clearTimeout(waiting);
  waiting = setTimeout(check, PAUSE);
}

form.addEventListener('input', changed);
form.addEventListener('submit', (event) => {
  event.preventDefault();
  check();
});
document.addEventListener('selectionchange', () => {
  if (document.activeElement === draft) light(rangeAt(draft.selectionStart));
});
draft.addEventListener('mousemove', ({ clientX: x, clientY: y }) => {
  const under = [...mirror.querySelectorAll('[data-of]')].find((words) =>
    [...words.getClientRects()].some(
      (box) => x >= box.left && x <= box.right && y >= box.top && y <= box.bottom,
    ),
  );
  light(under === undefined ? -1 : Number(under.dataset.of.split(' ').at(-1)));
});

const file = document.querySelector('[data-open]');
file.addEventListener('change', () => open(file.files[0]));
for (const event of ['dragover', 'dragleave', 'drop'])
  sheet.addEventListener(event, (dragged) => {
    if (event !== 'dragleave') dragged.preventDefault();
    sheet.classList.toggle('open', event === 'dragover');
    if (event === 'drop') open(dragged.dataTransfer.files[0]);
  });

new ResizeObserver(() => place(list, notes, topOf)).observe(sheet);
document.fonts.ready.then(paint);
// What the server answered without script is answered again, beside the words; so is what a browser kept of a draft.
document.querySelector('[data-answer]')?.remove();
if (draft.value.trim() !== '') check();
