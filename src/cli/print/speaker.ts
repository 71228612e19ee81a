import { type Statement, speakerHow, speakerName } from '../../record/index.ts';
import { paint, type Terminal } from '../terminal.ts';
import { printable } from './printable.ts';

const joined = (spans: Statement['source']) => spans.map(({ text }) => printable(text)).join(' … ');

/** The source in the report's words, with the speaker behind it where that is more than the words say: "He [Tomas Beck, inferred]". */
export function whoWords({ source, speaker }: Pick<Statement, 'source' | 'speaker'>): string {
  const words = joined(source);
  const name = speaker.kind === 'unknown' ? null : speakerName({ source, speaker });
  const isInferred = speaker.kind !== 'unknown' && speaker.how === 'inferred';
  if (name === null || (!isInferred && words.includes(printable(name)))) return words || 'nobody named';
  return `${words} [${printable(name)}${isInferred ? ', inferred' : ''}]`.trimStart();
}

/** The line that says whom the speaker speaks for, how the speaker is known, and who came second. */
export function speakerLine({ out }: Terminal, statement: Pick<Statement, 'source' | 'speaker'>): string {
  const { speaker } = statement;
  const speaksFor = speaker.kind === 'unknown' ? null : speaker.speaksFor;
  const name = `${speakerName(statement) ?? 'nobody named'}${speaksFor === null ? '' : `, for ${speaksFor.name}`}`;
  return paint(out, 'dim', printable(`${name}: ${speakerHow(speaker)}`));
}
