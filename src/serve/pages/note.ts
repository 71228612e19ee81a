import { html } from 'hono/html';
import { OUTLET_LINK, type Speaker, type Statement, speakerName } from '../../record/index.ts';
import type { Html } from './page.ts';
import { actorPath } from './words.ts';

/** How the report attributes it, in its own words; a bare quotation has no cue. */
export function cueWords({ cue, source }: Pick<Statement, 'cue' | 'source'>): string {
  return cue.map(({ text }) => text).join(' … ') || (source.length > 0 ? 'is quoted' : 'quoted');
}

/** Who speaks, as far as it is known: the speaker's name, else the source's own words. */
export function whoWords(speaker: Speaker, source: Statement['source']): string {
  return speakerName({ speaker, source }) ?? 'nobody named';
}

/** The mark beside a speaker whom a rule inferred: the text itself does not say so. */
export const inferredMark = (speaker: Speaker): Html | string =>
  speaker.kind !== 'unknown' && speaker.how === 'inferred' ? html` <span class="tag">inferred</span>` : '';

/** What was said, in the report's words; behind "This" what it points back to. */
export function contentWords({ content, refers }: Pick<Statement, 'content' | 'refers'>): string {
  const words = content.map(({ text }) => text).join(' … ');
  return refers === null ? words : `${words} [${refers.spans.map(({ text }) => text).join(' … ')}]`;
}

/** Whom the words went through between the speaker and this report, in the order of the way. */
export function wayWords({ chain }: Pick<Statement, 'chain'>): string {
  const passed = chain.filter(({ step, by }) => step > 0 && by !== OUTLET_LINK);
  const steps = [...Map.groupBy(passed, ({ step }) => step).values()];
  return steps
    .map((links) =>
      links.map(({ name, label }) => (label === null ? name : `${label} ${name}`)).join(' and '),
    )
    .join(', then ');
}

/** The office and whose it is, as the report has them. */
export function officeWords(speaker: Speaker): string | null {
  if (speaker.kind !== 'named') return null;
  return [speaker.role, speaker.affiliation].filter((part) => part !== null).join(', ') || null;
}

/** How a statement was found, folded. */
export const howFound = (statement: Statement): Html =>
  html`<details class="how"><summary>how it was found</summary>${howList(statement)}</details>`;

/** What sort of statement it is, in the words of the record. */
function sortWords({ within, kind, mode, source }: Statement): string {
  const parts = [
    within === null ? null : 'within another',
    kind,
    mode === 'said' ? null : mode,
    source.length === 0 ? 'no source in the text' : null,
  ];
  return parts.filter((part) => part !== null).join(', ');
}

/** The rule behind every inference of a statement, and who else it could have been. */
export function howList(statement: Statement): Html {
  const { mode, act, speaker, chain, refers, to, rules } = statement;
  const rows = [
    ...(rules === null
      ? []
      : [row('found', rules.found.join(', ')), row(mode, rules.mode), row(act, rules.act)]),
    ...('by' in speaker
      ? [row(`${speaker.kind === 'named' ? speaker.name : speaker.text}, ${speaker.how}`, speaker.by)]
      : []),
    ...('speaksFor' in speaker && speaker.speaksFor !== null
      ? [row(`for ${speaker.speaksFor.name}, ${speaker.speaksFor.how}`, speaker.speaksFor.by)]
      : []),
    ...('others' in speaker ? speaker.others.map(({ name, why }) => row(`or else ${name}`, why)) : []),
    ...(speaker.kind === 'unknown' ? [row('speaker', speaker.why)] : []),
    ...chain.flatMap(({ name, by }) => (by === null ? [] : [row(name, by)])),
    ...(refers === null ? [] : [row(`“${refers.spans[0]?.text ?? ''}”`, refers.by)]),
    ...(to.length === 0 ? [] : [row(`to ${to.map(({ name }) => name).join(', ')}`, 'object-of-the-cue')]),
  ];
  const leads =
    speaker.kind === 'named' && speaker.actor !== null
      ? html`<li><a href="${actorPath(speaker.actor)}">all that ${speaker.name} says</a></li>`
      : '';
  return html`<ul><li>${sortWords(statement)}</li>${rows}${leads}</ul>`;
}

const row = (what: string, why: string): Html => html`<li>${what}: <code>${why}</code></li>`;
