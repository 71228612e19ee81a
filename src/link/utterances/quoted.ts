import { overlaps, type Range, remembered } from '../../text/index.ts';
import type { QuotedWord, Quoting } from '../quoting.ts';
import type { Rendition } from './rendition.ts';

/** A word in quotation marks, with its place in its report. */
export interface Word extends QuotedWord {
  /** Whether a sentence or a quotation begins with it. */
  readonly opens: boolean;
}

/** The words that one rendition has between quotation marks, quotation by quotation. */
export interface Quoted {
  readonly rendition: Rendition;
  readonly pieces: readonly (readonly Word[])[];
  readonly words: readonly Word[];
}

const ENDS_SENTENCE = /[.!?]["'”’)\]]*\s/u;

/** What each rendition quotes, made once for as long as it is at hand. */
export const quotedBy = remembered((quoting: Quoting) => {
  const quotations = remembered(({ taken: { record } }: Pick<Rendition, 'taken'>) =>
    quoting.quotationsIn(record.report.text, record.report.blocks).filter(({ level }) => level === 0),
  );
  return remembered((rendition: Rendition): Quoted => {
    const { statement, report } = rendition;
    const spans = statement.refers?.spans ?? statement.content;
    const pieces = spans
      .flatMap((span) =>
        quotations(rendition).flatMap((range) => (overlaps(range, span) ? [within(range, span)] : [])),
      )
      .map((range) => wordsIn(report.text, range, quoting))
      .filter((words) => words.length > 0);
    return { rendition, pieces, words: pieces.flat() };
  });
});

const within = (one: Range, other: Range): Range => ({
  start: Math.max(one.start, other.start),
  end: Math.min(one.end, other.end),
});

function wordsIn(text: string, { start, end }: Range, quoting: Quoting): Word[] {
  return quoting.wordsOf(text.slice(start, end)).map((word, at) => ({
    ...word,
    start: start + word.start,
    end: start + word.end,
    opens: at === 0 || ENDS_SENTENCE.test(word.lead),
  }));
}
