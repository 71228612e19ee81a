// The notes beside a draft: each at the height of its words, and which of them are silenced in this tab.

const GAP = 14;
const KEY = 'onrecord-silenced';

/**
 * Puts every note at the height of its words: in the first lane that is free there, else below what ends first. Where there
 * is no lane beside the text they follow each other.
 */
export function place(list, notes, topOf) {
  const lanes = Number(getComputedStyle(list).getPropertyValue('--lanes')) || 0;
  const bottoms = Array(lanes).fill(0);
  for (const note of notes) {
    if (lanes === 0 || note.hidden) {
      note.style.removeProperty('inset-block-start');
      continue;
    }
    const wanted = topOf(note) ?? Math.min(...bottoms);
    const free = bottoms.findIndex((bottom) => bottom <= wanted);
    const lane = free >= 0 ? free : bottoms.indexOf(Math.min(...bottoms));
    const top = Math.max(wanted, bottoms[lane]);
    note.dataset.lane = lane;
    note.style.insetBlockStart = `${top}px`;
    bottoms[lane] = top + note.offsetHeight + GAP;
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
