// Notes beside the text, measured where the server could only estimate: what has room is shown, what has none is folded.
const WIDE = matchMedia('(min-width: 52.01rem)');
document.documentElement.dataset.measured = '';
const lists = [...document.querySelectorAll('.notes')];

/** Puts what a note tells behind its line, or before it. */
function fold(note, isFolded) {
  const about = note.querySelector('.about');
  const how = note.querySelector('.how');
  if (about === null || how === null || note.classList.contains('folded') === isFolded) return;
  note.classList.toggle('folded', isFolded);
  if (isFolded) how.querySelector('summary').after(about);
  else how.before(about);
  how.querySelector('summary').textContent = isFolded ? 'more' : 'how found';
}

/** A flag's sentences are shown, or behind its name. */
function foldFlag(details, isFolded) {
  details.classList.toggle('folded', isFolded);
  details.open = !isFolded;
}

/** Where the next notes begin, or the text ends: no note may reach below. */
function floorOf(list) {
  const next = lists[lists.indexOf(list) + 1];
  const end = next?.closest('.row') ?? document.querySelector('.report');
  const { top, bottom } = end.getBoundingClientRect();
  return next === undefined ? bottom : top;
}

const fits = (list) => list.lastElementChild.getBoundingClientRect().bottom <= floorOf(list);

function settle() {
  for (const list of lists) {
    const notes = [...list.querySelectorAll(':scope > .note')];
    // On a narrow screen notes stand between the paragraphs: a line each. What somebody opened stays open.
    if (list.querySelector('.how[open], .rest [open], .folded[open]') !== null) continue;
    if (!WIDE.matches) {
      for (const note of notes) fold(note, true);
      continue;
    }
    list.classList.add('hangs');
    const flags = [...list.querySelectorAll('.flagged details')];
    for (const note of notes) fold(note, false);
    for (const flag of flags) foldFlag(flag, false);
    for (const note of notes.toReversed()) if (!fits(list)) fold(note, true);
    for (const flag of flags) if (!fits(list)) foldFlag(flag, true);
    list.classList.toggle('hangs', fits(list));
  }
}

document.fonts.ready.then(settle);
WIDE.addEventListener('change', settle);
addEventListener('resize', settle);

// The words lead to their note as it does to them: a click or Enter goes there, and the Tab key or the caret (F7) lights it.
function toNote(target) {
  const id = target.closest('[data-of]')?.dataset.of.split(' ').at(-1);
  const note = id && document.querySelector(`.note[data-s="${CSS.escape(id)}"]`);
  if (!note) return;
  note.closest('.rest details')?.setAttribute('open', '');
  note.querySelector('a').focus({ preventScroll: WIDE.matches });
}
const report = document.querySelector('.report');
report?.addEventListener('click', ({ target }) => {
  if (getSelection()?.isCollapsed !== false) toNote(target);
});
report?.addEventListener('keydown', ({ key, target }) => {
  if (key === 'Enter' && target.matches('[data-of]')) toNote(target);
});
document.addEventListener('selectionchange', () => {
  const words = getSelection()?.focusNode?.parentElement?.closest('.report [data-of]');
  words?.dispatchEvent(new FocusEvent('focusin', { bubbles: true }));
});
