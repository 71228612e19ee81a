// From entry to entry: the notes of a report, else whatever a page lists.
const LISTED = 'main .list > li, main tbody tr';

function entries() {
  const notes = [...document.querySelectorAll('.note[data-s]')];
  return notes.length > 0 ? notes : [...document.querySelectorAll(LISTED)];
}

/** Where an entry leads: its title or its words, else its first link. */
const linkOf = (entry) => entry.querySelector('h2 a[href], .said a[href]') ?? entry.querySelector('a[href]');

/** Goes by a number of entries from the one that has the focus. */
export function step(by) {
  const all = entries().filter((entry) => linkOf(entry)?.checkVisibility() || entry.closest('.rest'));
  const here = all.findIndex((entry) => entry.contains(document.activeElement));
  const next = all[Math.min(all.length - 1, Math.max(0, here + by))];
  if (next === undefined) return;
  next.closest('.rest details')?.setAttribute('open', '');
  const link = linkOf(next);
  link.focus();
  link.scrollIntoView({ block: 'center' });
}

/** How each speaker and each link was found, and who else it could have been: all notes at once. */
export function showHow() {
  const all = [...document.querySelectorAll('.how')];
  const open = all.some((one) => !one.open);
  for (const one of all) one.open = open;
}
