import { type FlagRule, flagAt } from './flag.ts';

/** Words in quotation marks that the text gives to nobody; a headline's are given in the text below it. */
export const quotationWithoutSpeaker: FlagRule = ({ report, statements }) => {
  const headline = report.blocks.find(({ kind }) => kind === 'headline');
  return statements
    .filter(
      ({ kind, cue, source, within }) =>
        kind === 'direct' && cue.length === 0 && source.length === 0 && within === null,
    )
    .filter(({ content }) => (content[0]?.start ?? 0) >= (headline?.end ?? 0))
    .map(({ content }) =>
      flagAt(report, 'quotation-without-speaker', {
        at: content,
        message: 'Nobody is named as the speaker of these words.',
      }),
    );
};
