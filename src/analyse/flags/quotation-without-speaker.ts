import { firstEndingAfter } from '../../text/index.ts';
import { type Draft, type FlagRule, flagAt } from './flag.ts';

/**
 * Sentences in quotation marks that the text gives to nobody. A headline's are given in the text below it, and behind words
 * that somebody is quoted with, in the same paragraph or the one before, a reader knows who goes on.
 */
export const quotationWithoutSpeaker: FlagRule = ({ report, statements }) => {
  const { blocks } = report;
  const blockOf = ({ content }: Draft['statements'][number]) =>
    firstEndingAfter(blocks, content[0]?.start ?? 0);
  const quoted = new Set(
    statements
      .filter(({ kind, source, within }) => kind !== 'indirect' && source.length > 0 && within === null)
      .map(blockOf),
  );
  return statements
    .filter(
      ({ kind, cue, source, within, speaker }) =>
        kind === 'direct' &&
        cue.length === 0 &&
        source.length === 0 &&
        within === null &&
        speaker.kind === 'unknown',
    )
    .filter((statement) => {
      const block = blockOf(statement);
      const [first] = statement.content;
      const isSentence = first !== undefined && beginsSentence(report.text, first.start);
      return isSentence && blocks[block]?.kind !== 'headline' && !quoted.has(block) && !quoted.has(block - 1);
    })
    .map(({ content }) =>
      flagAt(report, 'quotation-without-speaker', {
        at: content,
        message: 'Nobody is named as the speaker of these words.',
      }),
    );
};

/** Whether a quotation is a sentence of its own: words within a sentence are a title or another's wording. */
function beginsSentence(text: string, start: number): boolean {
  // A time of day before it is a live page's.
  const isFirst = /(?:(?:^|\n)(?:\d[\d:.]{2,7})?|[.!?…:]["”’»]?)\s*$/u.test(
    text.slice(Math.max(0, start - 10), start),
  );
  return isFirst && /^["“„«'’‘\s]*[\p{Lu}\p{N}]/u.test(text.slice(start, start + 4));
}
