import { html } from 'hono/html';
import type { Statement } from '../../../record/index.ts';
import { whoWords } from '../note.ts';
import type { Html } from '../page.ts';
import { sureWords } from '../sure.ts';

/** One judgement in plain words: what about, what was judged, by which rule, and what came second. */
export interface Judgement {
  readonly about: string;
  readonly words: string;
  readonly rule: string | null;
  readonly second: readonly { readonly name: string; readonly why: string }[];
}

const MODES: Record<Statement['mode'], string> = {
  said: 'somebody said it',
  shown: 'a document says it',
  held: 'a belief, wish or plan that the report ascribes',
};

const KINDS: Record<Statement['kind'], string> = {
  direct: 'quoted directly, all in quotation marks',
  indirect: 'told indirectly, without quotation marks',
  mixed: 'quoted in part, the rest told',
};

const quoted = (spans: readonly { readonly text: string }[]) =>
  spans.map(({ text }) => `“${text}”`).join(' … ');

const one = (about: string, words: string, rule: string | null = null): Judgement => ({
  about,
  words,
  rule,
  second: [],
});

/** Every judgement that made a statement what it is, those that matter most first. */
export function judgementsOf(statement: Statement): Judgement[] {
  const { rules, mode, kind, act, negated, confidence, cue } = statement;
  return [
    ...ofSpeaker(statement),
    ...ofSaying(statement),
    one('What it does', `${act}${negated ? ', negated' : ''}`, rules?.act ?? null),
    one('How it is on record', `${MODES[mode]}, ${KINDS[kind]}`, rules?.mode ?? null),
    one(
      'That it is a statement',
      `${Math.round(confidence * 100)} in 100 sure; attributed by ${quoted(cue) || 'no words'}`,
      rules?.found.join(', ') ?? null,
    ),
  ];
}

/** Who speaks, and on whose behalf. */
function ofSpeaker(statement: Statement): Judgement[] {
  const { speaker, source } = statement;
  if (speaker.kind === 'unknown')
    return [{ about: 'Who speaks', words: `not known: ${speaker.why}`, rule: null, second: speaker.others }];
  const who: Judgement = {
    about: 'Who speaks',
    words: `${whoWords(speaker, source)}, ${sureWords(statement)}`,
    rule: speaker.by,
    second: speaker.kind === 'named' ? speaker.others : [],
  };
  const { speaksFor } = speaker;
  return speaksFor === null
    ? [who]
    : [who, one('For whom', `${speaksFor.name}, ${speaksFor.how}`, speaksFor.by)];
}

/** To whom and when it was said, what it points back to, and what the outlet thinks of it. */
function ofSaying({ to, said, refers, doubt }: Statement): Judgement[] {
  const day = said?.span == null ? 'decided by a person' : `from “${said.span.text}”`;
  return [
    ...(to.length === 0 ? [] : [one('To whom', to.map(({ name }) => name).join(', '), 'object-of-the-cue')]),
    ...(said === null ? [] : [one('When said', day, said.by)]),
    ...(refers === null ? [] : [one('What it points back to', quoted(refers.spans), refers.by)]),
    ...(doubt === null ? [] : [one('Doubt', `the outlet’s own word: “${doubt.text}”`)]),
  ];
}

/** The judgements as a list: plain words, the rule small, and what came second. */
export function judgementList(statement: Statement): Html {
  return html`<dl class="facts">${judgementsOf(statement).map(
    ({ about, words, rule, second }) =>
      html`<dt>${about}</dt><dd>${words}${rule === null ? '' : html` <code class="quiet">${rule}</code>`}${second.map(
        ({ name, why }) =>
          html`<br><span class="quiet">or else ${name}</span> <code class="quiet">${why}</code>`,
      )}</dd>`,
  )}</dl>`;
}
