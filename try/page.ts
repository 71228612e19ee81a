import type { Ask, Told } from './message.ts';

/** What of the page this script speaks with. */
const part = <T extends Element>(name: string, kind: new () => T): T => {
  const found = document.querySelector(`[data-${name}]`);
  if (!(found instanceof kind)) throw new Error(`expected a ${name} on the page`);
  return found;
};
const form = part('form', HTMLFormElement);
const text = part('text', HTMLTextAreaElement);
const status = part('status', HTMLElement);
const working = part('working', HTMLElement);
const bar = part('bar', HTMLProgressElement);
const bytes = part('bytes', HTMLElement);
const answer = part('answer', HTMLElement);
const read = part('read', HTMLButtonElement);

const root = document.documentElement;
root.classList.add('scripted');

/**
 * The worker begins in a script that is the page's own: so it has the page's policy, by which nothing can be asked for
 * elsewhere; a script that is fetched by its address would have none.
 */
function begin(): Worker {
  const address = new URL('worker.js', import.meta.url).href;
  const own = URL.createObjectURL(
    new Blob([`import ${JSON.stringify(address)};`], { type: 'text/javascript' }),
  );
  const begun = new Worker(own, { type: 'module' });
  begun.addEventListener('message', ({ data }: MessageEvent<Told>) => hear(data));
  begun.addEventListener('error', (event) => {
    event.preventDefault();
    end(`It broke: ${event.message || 'the script of the reader could not be loaded'}`);
  });
  return begun;
}

let worker: Worker | null = null;
let total = 1;

function ask(asked: Ask, size: number): void {
  worker ??= begin();
  total = size;
  bar.value = 0;
  bytes.textContent = '';
  working.hidden = false;
  read.disabled = true;
  answer.replaceChildren();
  say('Loading what reads');
  // A worker that is begun hears when it has loaded: what is sent before waits for it.
  worker.postMessage(asked);
}

const megabytes = (count: number) => (count / 1_000_000).toFixed(1);
const say = (words: string) => {
  status.textContent = words;
};

function hear(told: Told): void {
  if (told.kind === 'bytes') {
    bar.value = Math.min(1, told.done / total);
    bytes.textContent = `${megabytes(Math.min(told.done, total))} of ${megabytes(total)} MB`;
  } else if (told.kind === 'reading') {
    bar.removeAttribute('value');
    bytes.textContent = '';
    say('Reading');
  } else if (told.kind === 'refused') end(`It could not be read: ${told.why}.`, worker);
  else {
    show(told.markup);
    end(`Read: ${told.words}`, worker);
  }
}

/** All is over: a worker that broke or was stopped is no longer asked. */
function end(words: string, kept: Worker | null = null): void {
  if (kept === null) worker?.terminate();
  worker = kept;
  working.hidden = true;
  read.disabled = false;
  say(words);
}

/** The worker's own markup, in which every word of the text is escaped. */
function show(markup: string): void {
  const made = document.createElement('template');
  made.innerHTML = markup;
  answer.replaceChildren(made.content);
  const isBeside = answer.getBoundingClientRect().left > form.getBoundingClientRect().right;
  if (!isBeside) answer.scrollIntoView();
}

form.addEventListener('submit', (event) => {
  event.preventDefault();
  const given = new FormData(form);
  const tagger = given.get('tagger') === 'encoder' ? 'encoder' : 'linear';
  const published = `${given.get('published') ?? ''}`;
  const chosen = form.querySelector<HTMLInputElement>('input[name="tagger"]:checked');
  ask({ text: text.value, published: published || null, tagger }, Number(chosen?.dataset.size) || 1);
});
part('cancel', HTMLButtonElement).addEventListener('click', () => {
  end('Cancelled');
  read.focus();
});

for (const sample of document.querySelectorAll<HTMLButtonElement>('[data-sample]'))
  sample.addEventListener('click', async () => {
    const found = await fetch(new URL(`samples/${sample.dataset.sample}.txt`, import.meta.url)).catch(
      () => null,
    );
    if (found?.ok !== true) return say('The sample could not be loaded');
    text.value = (await found.text()).trim();
    const date = form.elements.namedItem('published');
    if (date instanceof HTMLInputElement) date.value = sample.dataset.published ?? '';
    text.focus();
    text.setSelectionRange(0, 0);
    text.scrollTop = 0;
  });

/** Pointing at words or at their note lights both. */
function light({ target }: Event): void {
  const one = target instanceof Element ? target : null;
  const id =
    one?.closest<HTMLElement>('[data-s]')?.dataset.s ??
    one?.closest<HTMLElement>('[data-of]')?.dataset.of?.split(' ').at(-1);
  for (const words of answer.querySelectorAll<HTMLElement>('[data-of]'))
    words.classList.toggle('lit', id !== undefined && (words.dataset.of ?? '').split(' ').includes(id));
  for (const note of answer.querySelectorAll<HTMLElement>('.note'))
    note.classList.toggle('lit', note.dataset.s === id);
}
for (const event of ['mouseover', 'focusin']) addEventListener(event, light);

part('theme-switch', HTMLButtonElement).addEventListener('click', () => {
  const now = root.dataset.theme ?? (matchMedia('(prefers-color-scheme: dark)').matches ? 'night' : 'paper');
  root.dataset.theme = now === 'night' ? 'paper' : 'night';
});
