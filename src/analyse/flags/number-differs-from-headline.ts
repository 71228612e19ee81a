import { overlapping } from '../../text/index.ts';
import { type FlagRule, flagAt } from './flag.ts';
import { headlineOf } from './headline.ts';

const NUMBER =
  /(?<![\p{L}\d.,])(\d+(?:[.,]\d+)*)\s?(%|per ?cent|percent|million|billion|trillion|thousand)?(?:\s+(\p{Ll}{3,}))?/gu;

interface Figure {
  readonly value: string;
  readonly unit: string;
  readonly noun: string;
  readonly start: number;
  readonly end: number;
}

/** A number of the headline that the text does not have, where it has other numbers of the same unit or thing. */
export const numberDiffersFromHeadline: FlagRule = ({ report, times }) => {
  const headline = headlineOf(report);
  if (headline === null) return [];
  // The numbers of dates and lengths are no figures: a plan for 2031 may begin in 2030.
  const dated = times.map(({ span }) => span);
  const isFigure = (figure: Figure) => overlapping(dated, figure).length === 0;
  const own = figuresIn(report.text, headline.start, headline.end).filter(isFigure);
  const below = figuresIn(report.text, headline.end, report.text.length).filter(isFigure);
  const values = new Set(below.map(({ value }) => value));
  const alike = Map.groupBy(below, measured);
  return own
    .filter(({ value }) => !values.has(value))
    .flatMap((figure) => {
      const others = measured(figure) === null ? [] : (alike.get(measured(figure)) ?? []);
      if (others.length === 0) return [];
      const sign = figure.unit === '%' ? '%' : '';
      return [
        flagAt(report, 'number-differs-from-headline', {
          at: [figure, ...others.slice(0, 3)],
          message: `The headline says ${figure.value}${sign}; the text does not.`,
        }),
      ];
    });
};

/** What a number measures: its unit, else what it counts; null where neither is said. */
function measured({ unit, noun }: Figure): string | null {
  return unit !== '' ? unit : noun !== '' ? `of ${noun}` : null;
}

function figuresIn(text: string, start: number, end: number): Figure[] {
  return [...text.slice(start, end).matchAll(NUMBER)].map((match) => {
    const [whole, number = '', unit = '', noun = ''] = match;
    const at = start + match.index;
    const own = whole.slice(0, whole.length - (noun === '' ? 0 : noun.length)).trimEnd();
    return {
      value: number.replace(/,(?=\d{3})/g, ''),
      unit: /%|per ?cent/.test(unit) ? '%' : unit,
      noun: noun.replace(/s$/, ''),
      start: at,
      end: at + own.length,
    };
  });
}
