// What a page can do with a script that it does without: keys, light between a note and its words, the other theme.
const root = document.documentElement;
root.classList.add('scripted');

const THEME = 'onrecord-theme';
const kept = localStorage.getItem(THEME);
if (kept === 'paper' || kept === 'night') root.dataset.theme = kept;

function switchTheme() {
  const dark = root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'night' : 'paper');
  root.dataset.theme = dark === 'night' ? 'paper' : 'night';
  localStorage.setItem(THEME, root.dataset.theme);
}

const notes = [...document.querySelectorAll('.note[data-s]')];
const words = [...document.querySelectorAll('[data-of]')];

function light(id) {
  for (const word of words)
    word.classList.toggle('lit', id !== undefined && word.dataset.of.split(' ').includes(id));
  for (const note of notes) note.classList.toggle('lit', note.dataset.s === id);
}

const statementOf = (target) =>
  target.closest?.('[data-s]')?.dataset.s ?? target.closest?.('[data-of]')?.dataset.of.split(' ').at(-1);

for (const event of ['mouseover', 'focusin'])
  addEventListener(event, ({ target }) => light(statementOf(target)));

function step(by) {
  const links = notes.map((note) => note.querySelector('a'));
  const items = links.length > 0 ? links : [...document.querySelectorAll('.list h2 a, .list .said a')];
  const next = items[Math.min(items.length - 1, Math.max(0, items.indexOf(document.activeElement) + by))];
  next?.closest('.rest details')?.setAttribute('open', '');
  next?.focus();
  next?.scrollIntoView({ block: 'center' });
}

/** How each speaker and each link was found, and who else it could have been: all notes at once. */
function showHow() {
  const all = [...document.querySelectorAll('.how')];
  const open = all.some((one) => !one.open);
  for (const one of all) one.open = open;
}

const search = document.querySelector('.mast input');
const KEYS = {
  j: () => step(1),
  k: () => step(-1),
  '/': () => search?.focus(),
  t: switchTheme,
  i: showHow,
};

addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.target.matches('input, textarea, select'))
    return;
  const act = KEYS[event.key];
  if (act === undefined) return;
  event.preventDefault();
  act();
});
document.querySelector('[data-theme-switch]')?.addEventListener('click', switchTheme);
