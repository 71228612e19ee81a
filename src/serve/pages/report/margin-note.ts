import { html } from 'hono/html';
import type { Actor, Statement, Utterance } from '../../../record/index.ts';
import { cueWords, howList, officeWords, wayWords, whoWords } from '../note.ts';
import type { Html } from '../page.ts';
import { isInferred, isUnsure, sureWords } from '../sure.ts';
import { count, statementPath, utterancePath } from '../words.ts';
import { noteId } from './marks.ts';

/** What a note is made of: the statement, what others have of it, and how it stands beside its block. */
export interface Noted {
  readonly statement: Statement;
  /** What sort of actor the speaker is, where that is known. */
  readonly actor: Actor['kind'] | undefined;
  /** The act of saying that several statements render, where that is so. */
  readonly utterance: Utterance | undefined;
  readonly decided: Html | string;
  /** How many statements of the same list it stands in. */
  readonly depth: number;
}

/** So many characters of a note fit a line; beside the first one stands the way to more. */
const LINE = 50;
const HEAD = 36;
const DEEPEST = 2;

/** What is known of whose words these are, in the order in which it matters: whose word, how sure, which office. */
function knownWords({ statement, actor }: Noted): string {
  const way = wayWords(statement);
  const parts = [
    sureWords(statement, actor),
    way === '' ? null : `on the word of ${way}`,
    officeWords(statement.speaker),
  ];
  return parts.filter((part) => part !== null).join(' · ');
}

const headWords = ({ speaker, source, cue }: Statement): string =>
  `${whoWords(speaker, source)} · ${cueWords({ cue, source })}`;

/** How many lines a note takes when it is shown whole. */
export function linesOf(noted: Noted): number {
  const lines = (words: string, line = LINE) => Math.ceil(words.length / line);
  const decided = noted.decided === '' ? 0 : 2;
  const told = noted.utterance === undefined ? 0 : 1;
  return lines(headWords(noted.statement), HEAD) + lines(knownWords(noted)) + decided + told;
}

/**
 * The note beside a block: who, the report's cue, how sure, on whose word; it leads to the statement's page. Where there is
 * no room it is a line, and the rest is behind it.
 */
export function note(noted: Noted, isWhole: boolean): Html {
  const { statement, depth } = noted;
  const { id, speaker, source } = statement;
  const classes = [
    'note',
    isWhole ? '' : 'folded',
    depth === 0 ? '' : `within${Math.min(depth, DEEPEST)}`,
  ].filter((one) => one !== '');
  const about = aboutOf(noted);
  return html`<li class="${classes.join(' ')}" id="${noteId(id)}" data-s="${id}">
<a class="head" href="${statementPath(id)}"><b class="${isInferred(statement) ? 'inferred' : ''}">${whoWords(speaker, source)}</b> · <span class="act">${cueWords(statement)}</span>${isUnsure(statement) ? html` · <i class="quiet">perhaps</i>` : ''}</a>
${isWhole ? about : ''}<details class="how"><summary><span>${isWhole ? 'how found' : 'more'}</span></summary>${isWhole ? '' : about}${howList(statement)}</details>
</li>`;
}

function aboutOf(noted: Noted): Html {
  const { utterance, statement, decided } = noted;
  const known = knownWords(noted);
  const told =
    utterance === undefined
      ? ''
      : html`<span><a href="${utterancePath(utterance.id)}">${count(utterance.outlets, 'outlet')} · 1 utterance · 1 root source</a></span>`;
  const isMarked = isInferred(statement) && statement.speaker.kind !== 'unknown';
  return html`<div class="about">${decided}<span class="quiet">${isMarked ? html`<span class="tag">inferred</span>${known.slice('inferred'.length)}` : known}</span>${told}</div>`;
}
