import { z } from 'zod';
import { type OnRecordOf, onRecordOf } from '../pipeline/index.ts';
import { Fault } from '../record/index.ts';
import { hadByAnother, type Likely, type Place, refuseQuotation, type Verdict } from '../verify/index.ts';
import { quoted, reportTold, statementTold } from './told.ts';
import { type Answer, count, nothing, tool, words } from './tool.ts';

const MOST_PLACES = 5;
const MOST_LIKELY = 3;
const LONGEST = 10_000;

const SAYS = {
  exact: 'On record as it was asked for',
  near: 'On record but for',
  altered: 'Not on record as it was asked for: a report has other words, see the difference',
  indirect: 'Only indirect: a report has the words outside quotation marks',
} satisfies Record<Place['verdict'], string>;

/** As `onrecord verify`: whether a quotation is what was said. */
export const verify = tool({
  name: 'verify',
  title: 'Verify a quotation',
  description:
    'Says whether a quotation is on record: exact; near (but for case, punctuation, an ellipsis or a bracket); altered, with the difference; only indirect; or absent. In a difference, words of kind “asked” are those of the question and are not on record.',
  input: z.strictObject({
    quotation: z
      .string()
      .max(LONGEST, `expected at most ${LONGEST} characters`)
      .describe('The words, with or without quotation marks.'),
    by: words('Who is supposed to have said it.').optional(),
  }),
  answer: async ({ quotation, by = null }, { ledger, loadAlike }) => {
    const refused = refuseQuotation(quotation);
    if (refused !== null) throw new Fault('bad-question', refused);
    return verdictTold(await onRecordOf(quotation, by, { ledger, loadAlike }));
  },
});

function verdictTold({ verdict, utterance, likely }: OnRecordOf): Answer {
  const { places, earliest, reports } = verdict;
  const [best] = places;
  if (best === undefined)
    return {
      ...nothing(`the words are in none of ${count(reports, 'report')}${likely.length > 0 ? UNSURE : ''}`),
      verdict: 'absent',
      likely: likely.slice(0, MOST_LIKELY).map(likelyTold),
    };
  const another = hadByAnother(verdict);
  return {
    onRecord: true,
    answer: `${sentence(best, verdict)} Found in ${places.length} of ${count(reports, 'report')}.`,
    verdict: verdict.verdict,
    places: places.slice(0, MOST_PLACES).map(placeTold),
    earliest: earliest === null ? null : earliest.permalink,
    firstOfAnother: another === null ? null : another.permalink,
    utterance:
      utterance === null
        ? null
        : { id: utterance.id, outlets: utterance.outlets, renditions: utterance.renditions.length },
  };
}

const UNSURE = '; what is likeliest in other words is given, and may say something else';

/** The verdict in words, and whether the words are those of whoever is asked for. */
function sentence({ but, by }: Place, { verdict }: Verdict): string {
  const says = verdict === 'absent' ? '' : `${SAYS[verdict]}${but.length > 0 ? ` ${but.join(', ')}` : ''}`;
  if (by === null) return `${says}.`;
  if (by.answer === 'matches') return `${says}, and by whom it was asked for.`;
  if (by.answer === 'differs') return `${says}, but as words of another than was asked for.`;
  return `${says}; the text does not name who says it.`;
}

function placeTold(place: Place) {
  const { verdict, but, span, whole, permalink, difference, statement, by, report } = place;
  return {
    verdict,
    but,
    words: quoted(report.id, span),
    sentences: quoted(report.id, whole),
    permalink,
    difference,
    by: by === null ? null : by.answer,
    statement: statement === null ? null : statementTold({ statement, report }),
    report: reportTold(report),
  };
}

const likelyTold = ({ span, statement, permalink, report }: Likely) => ({
  words: quoted(report.id, span),
  permalink,
  statement: statement === null ? null : statementTold({ statement, report }),
  report: reportTold(report),
});
