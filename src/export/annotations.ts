import type { Report, Statement } from '../record/index.ts';
import type { Range, Span } from '../text/index.ts';
import { type Count, codePointsIn } from './code-points.ts';
import type { Format } from './told.ts';
import { speakerWords } from './who-words.ts';

const CONTEXT = 'http://www.w3.org/ns/anno.jsonld';
/** So much of the text on each side tells places apart that have the same words. */
const AROUND = 32;

/**
 * The contents of statements as annotations (W3C Web Annotation Data Model, 2017), one a line. Each piece of a content is a
 * target: its place in code points of the report’s text, which the report’s id names, and its words with what stands around.
 */
export const annotations: Format = {
  open: '',
  between: '',
  close: '',
  entries: ({ report, statements }) => {
    const toCodePoints = codePointsIn(report.text);
    return statements
      .filter(({ statement }) => statement.content.length > 0)
      .map(({ statement }) => `${JSON.stringify(annotationOf(report, statement, toCodePoints))}\n`);
  },
};

function annotationOf(report: Report, statement: Statement, toCodePoints: Count) {
  const { id, act, kind, mode, content } = statement;
  return {
    '@context': CONTEXT,
    id,
    type: 'Annotation',
    motivation: 'describing',
    body: [
      {
        type: 'TextualBody',
        purpose: 'describing',
        value: speakerWords({ statement }),
        format: 'text/plain',
      },
      ...[mode, kind, act].map((value) => ({ type: 'TextualBody', purpose: 'tagging', value })),
    ],
    target: content.map((piece) => ({
      type: 'SpecificResource',
      source: {
        id: report.id,
        type: 'Text',
        format: 'text/plain',
        ...(report.language === null ? {} : { language: report.language }),
      },
      ...(report.url === null ? {} : { scope: report.url }),
      selector: [
        { type: 'TextPositionSelector', start: toCodePoints(piece.start), end: toCodePoints(piece.end) },
        quoteOf(report.text, piece),
      ],
    })),
  };
}

function quoteOf(text: string, { start, end, text: exact }: Span) {
  const before = whole(text, { start: Math.max(0, start - AROUND), end: start });
  const after = whole(text, { start: end, end: end + AROUND });
  return { type: 'TextQuoteSelector', exact, prefix: before, suffix: after };
}

/** The characters of a range; one that is cut in two is left out. */
const whole = (text: string, { start, end }: Range) =>
  text
    .slice(start, end)
    .replace(/^[\uDC00-\uDFFF]/, '')
    .replace(/[\uD800-\uDBFF]$/, '');
