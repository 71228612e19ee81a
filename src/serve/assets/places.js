// A permalink may name any range of the text, such as one that an earlier analyser found: its words are lit, and shown.
const rows = [...document.querySelectorAll('.row[id]')].map((row) => {
  const [start, end] = row.id.split('-').map(Number);
  return { start, end, words: row.firstElementChild };
});

/** Where a character of a block stands on the page. */
function pointAt(words, offset) {
  const texts = document.createTreeWalker(words, NodeFilter.SHOW_TEXT);
  let left = offset;
  let last = null;
  for (let text = texts.nextNode(); text !== null; text = texts.nextNode()) {
    if (left <= text.length) return [text, left];
    left -= text.length;
    last = text;
  }
  return last === null ? [words, 0] : [last, last.length];
}

function rangesOf(from, to) {
  return rows
    .filter(({ start, end }) => start < to && from < end)
    .map(({ start, end, words }) => {
      words.classList.add('here');
      const range = document.createRange();
      range.setStart(...pointAt(words, Math.max(from, start) - start));
      range.setEnd(...pointAt(words, Math.min(to, end) - start));
      return range;
    });
}

function show() {
  CSS.highlights?.delete('place');
  for (const { words } of rows) words.classList.remove('here');
  const [, from, to] = /^#(\d+)-(\d+)$/.exec(location.hash) ?? [];
  if (to === undefined) return;
  const ranges = rangesOf(Number(from), Number(to));
  if (ranges.length === 0) return;
  if (CSS.highlights) CSS.highlights.set('place', new Highlight(...ranges));
  if (document.getElementById(location.hash.slice(1)) === null)
    scrollBy({ top: ranges[0].getBoundingClientRect().top - innerHeight / 3, behavior: 'instant' });
}

addEventListener('hashchange', show);
// Fonts move the words: what is looked for is looked for again where they stand.
document.fonts.ready.then(show);
