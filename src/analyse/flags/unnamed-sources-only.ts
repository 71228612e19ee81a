import { type FlagRule, flagAt } from './flag.ts';

/** Who will not be named: a person described by an office or by what they know. */
const UNNAMED =
  /\b(?:officials?|sources?|officers?|people|persons?|diplomats?|aides?|insiders?|lawyers?|detectives?|investigators?|employees?|executives?|lawmakers?|spokes(?:man|woman|person)|one of them|other|man|woman|somebody|someone|who|anonymity|condition)\b/i;
const FEWEST = 3;

/** A report in which all who say something are people without a name. */
export const unnamedSourcesOnly: FlagRule = ({ report, statements }) => {
  const said = statements.filter(
    ({ mode, within, speaker, negated, act }) =>
      mode === 'said' &&
      within === null &&
      speaker.kind !== 'unknown' &&
      // Who says nothing is no source.
      !negated &&
      act !== 'decline to comment',
  );
  const unnamed = said.filter(({ speaker }) => speaker.kind === 'described' && UNNAMED.test(speaker.text));
  if (said.length < FEWEST || unnamed.length < said.length) return [];
  return [
    flagAt(report, 'unnamed-sources-only', {
      at: unnamed.flatMap(({ source }) => source).slice(0, FEWEST),
      message: 'No speaker in this report has a name.',
    }),
  ];
};
