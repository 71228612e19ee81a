// What came since the last visit: a mark that this browser keeps, and tells nobody.
const KEPT = 'onrecord-visits';
/** Whoever comes back sooner has not been away. */
const AWAY = 30 * 60 * 1000;

function visits() {
  try {
    const { before, latest } = JSON.parse(localStorage.getItem(KEPT) ?? '{}');
    const isMoment = (one) => typeof one === 'string' && !Number.isNaN(Date.parse(one));
    return { before: isMoment(before) ? before : null, latest: isMoment(latest) ? latest : null };
  } catch {
    return { before: null, latest: null };
  }
}

const now = new Date();
const { before, latest } = visits();
const last = latest !== null && now - Date.parse(latest) > AWAY ? latest : before;
localStorage.setItem(KEPT, JSON.stringify({ before: last, latest: now.toISOString() }));

const line = document.querySelector('[data-visit]');
if (last !== null && line !== null) {
  const fresh = [...document.querySelectorAll('[data-came]')].filter(({ dataset }) => dataset.came > last);
  for (const entry of fresh) {
    const tag = document.createElement('span');
    tag.className = 'tag';
    tag.textContent = 'new';
    entry.querySelector('.over')?.append(' ', tag);
  }
  const when = new Intl.DateTimeFormat('en-GB', { dateStyle: 'full', timeStyle: 'short' });
  line.append(`Since your last visit, ${when.format(new Date(last))}: `);
  if (fresh.length === 0) line.append('nothing new here');
  else {
    const link = document.createElement('a');
    link.href = `/?since=${encodeURIComponent(last)}`;
    link.textContent = `${fresh.length} new here, show only what came since`;
    line.append(link);
  }
  line.hidden = false;
}
