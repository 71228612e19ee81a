// Light between a note and its words, by mouse and by key.
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
