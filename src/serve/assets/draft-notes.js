// The notes beside a draft: each at the height of its words, and which of them are silenced in this tab.

const GAP = 14;
const KEY = 'onrecord-silenced';

/** Puts every note at the height of its words, or below the one before it; where there is one column they follow each other. */
export function place(list, notes, topOf) {
  const lanes = Number(getComputedStyle(list).getPropertyValue('--lanes')) || 0;
  const bottoms = [0, 0];
  for (const note of notes) {
    if (lanes === 0) note.style.removeProperty('inset-block-start');
    else {
      const lane = lanes === 2 && note.classList.contains('quoted') ? 1 : 0;
      const top = Math.max(topOf(note) ?? bottoms[lane], bottoms[lane]);
      note.style.insetBlockStart = `${top}px`;
      if (!note.hidden) bottoms[lane] = top + note.offsetHeight + GAP;
    }
  }
  list.style.minBlockSize = lanes === 0 ? '' : `${Math.max(...bottoms)}px`;
}

/** What is silenced in this tab, by its keys; a browser that keeps nothing for pages forgets it with the page. */
export function silences() {
  const keys = new Set(stored());
  const keep = () => {
    try {
      sessionStorage.setItem(KEY, JSON.stringify([...keys]));
    } catch {}
  };
  return {
    has: (key) => keys.has(key),
    turn(key) {
      if (!keys.delete(key)) keys.add(key);
      keep();
    },
  };
}

function stored() {
  try {
    const kept = JSON.parse(sessionStorage.getItem(KEY) ?? '[]');
    return Array.isArray(kept) ? kept : [];
  } catch {
    return [];
  }
}
