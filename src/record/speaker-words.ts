import type { Speaker, Statement } from './types.ts';

/** Who speaks, as far as it is known: the speaker's name, else the description, else the source's own words; null where the text has none. */
export function speakerName({ speaker, source }: Pick<Statement, 'speaker' | 'source'>): string | null {
  if (speaker.kind === 'named') return speaker.name;
  if (speaker.kind === 'described') return speaker.text;
  return source.map(({ text }) => text).join(' … ') || null;
}

/** Whether the text itself gives the speaker this name. A name that a rule inferred, a description and silence contradict nobody. */
export const isNamedInText = (speaker: Speaker): boolean =>
  speaker.kind === 'named' && speaker.how === 'stated';

/** How the speaker is known: stated or inferred, by which rule, and who else it could have been. */
export function speakerHow(speaker: Speaker): string {
  const how = speaker.kind === 'unknown' ? `not known: ${speaker.why}` : `${speaker.how} by ${speaker.by}`;
  const others = 'others' in speaker ? speaker.others : [];
  return [how, ...others.map(({ name, why }) => `or else ${name} (${why})`)].join('; ');
}
