// A draft is answered as it is typed; a finding leads to its place in the draft.
const form = document.querySelector('.draft');
const draft = form.elements.namedItem('text');
const published = form.elements.namedItem('published');
const status = document.querySelector('[data-status]');
const list = document.querySelector('[data-findings]');

const PAUSE = 350;
let waiting;
let asked = 0;

function offsetOf(line, column) {
  const lines = draft.value.split('\n');
  return lines.slice(0, line - 1).reduce((sum, words) => sum + words.length + 1, 0) + column - 1;
}

function element(name, className, text) {
  const made = document.createElement(name);
  if (className !== '') made.className = className;
  made.textContent = text;
  return made;
}

function item({ line, column, endLine, endColumn, rule, message }) {
  const made = document.createElement('li');
  const over = element('p', 'over', ` · line ${line}, column ${column}`);
  over.prepend(element('b', 'flag', rule.replaceAll('-', ' ')));
  const lead = element('button', 'lead', message);
  lead.type = 'button';
  lead.addEventListener('click', () => {
    draft.focus();
    draft.setSelectionRange(offsetOf(line, column), offsetOf(endLine, endColumn));
  });
  made.append(over, lead);
  return made;
}

function show(findings) {
  list.replaceChildren(...findings.map(item));
  status.textContent =
    findings.length === 0
      ? 'Nothing flagged'
      : `${findings.length} ${findings.length === 1 ? 'thing' : 'things'} to look at`;
}

async function check() {
  const number = ++asked;
  const answer = await fetch('/check.json', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ text: draft.value, published: published.value || null }),
  }).then(
    async (response) => ({ ok: response.ok, body: await response.json() }),
    () => ({ ok: false, body: { detail: 'The server does not answer' } }),
  );
  // An answer to what was typed before is of no use any more.
  if (number !== asked) return;
  if (answer.ok) show(answer.body.data.findings);
  else {
    list.replaceChildren();
    status.textContent = answer.body.detail;
  }
}

form.addEventListener('input', () => {
  clearTimeout(waiting);
  if (draft.value.trim() === '') return;
  waiting = setTimeout(check, PAUSE);
});
form.addEventListener('submit', (event) => {
  event.preventDefault();
  clearTimeout(waiting);
  check();
});
