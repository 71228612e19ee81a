import type { Report, Statement } from '../../record/index.ts';
import { foldedWords } from '../../text/index.ts';
import type { Taken } from '../taken.ts';
import { type LinkWords, stemsOf } from '../words.ts';
import { creditsOf } from './credits.ts';
import { type Medium, mediaOf } from './media.ts';
import { type Moment, momentOf } from './moment.ts';
import { type SayingDays, sayingDays } from './saying-days.ts';
import { type Voice, voiceOf, voicesAgree } from './voice.ts';

/** A statement as it is compared with others that may render the same words. */
export interface Rendition {
  readonly statement: Statement;
  /** The statement that tells who said it, when and to whom: itself, or the one that points back to it. */
  readonly by: Statement;
  readonly report: Report;
  readonly taken: Taken;
  readonly content: string;
  /** All words, folded, and the stems of those that say what it is about. */
  readonly forms: readonly string[];
  readonly stems: ReadonlySet<string>;
  /** How often its report has each stem. */
  readonly often: ReadonlyMap<string, number>;
  readonly numbers: ReadonlySet<string>;
  readonly denials: number;
  readonly voice: Voice;
  readonly media: readonly Medium[];
  /** Those whose copy its report is, or says that it has used. */
  readonly credits: readonly string[];
  /** First and last day on which it may have been said, where the report dates it. */
  readonly said: SayingDays | null;
  readonly moment: Moment;
}

/** Fewer words that say anything are no rendition of anything by themselves. */
const FEWEST = 2;

/** What is said and shown in reports and what anybody is quoted with, where it is long enough to be known again. */
export function renditionsOf(taken: Taken, words: LinkWords): Rendition[] {
  const { report, statements } = taken.record;
  const often = timesOf(stemsOf(report.text, words));
  const credits = creditsOf(taken, words);
  const renditions = statements.flatMap((statement) => {
    const by = saidBy(statement, statements);
    const content = [...(statement.refers?.spans ?? statement.content)].map(({ text }) => text).join(' … ');
    const stems = new Set(stemsOf(content, words));
    if (by === null || stems.size < FEWEST) return [];
    const forms = foldedWords(content).map(({ form }) => form);
    const said = sayingDays(by, taken, words);
    return [
      {
        statement,
        by,
        report,
        taken,
        content,
        forms,
        stems,
        often,
        numbers: new Set(forms.filter((form) => /\d/.test(form))),
        denials: forms.filter((form) => words.stance.denial.has(form)).length,
        voice: voiceOf(by, taken, words),
        media: mediaOf(by, taken, words),
        credits,
        said,
        moment: momentOf(by, taken, { said, words }),
      },
    ];
  });
  return renditions.map((one) => ({ ...one, media: [...one.media, ...mediaBefore(one, renditions)] }));
}

/** In whose copy the same voice, for an unknown one any, speaks before in the report: "She also claimed" stands there too. */
function mediaBefore(one: Rendition, all: readonly Rendition[]): Medium[] {
  if (one.media.some(({ isTold }) => isTold)) return [];
  const start = startOf(one);
  const before = all.filter((other) => startOf(other) < start).toSorted((a, b) => startOf(b) - startOf(a));
  const beside =
    one.voice.kind === 'unknown'
      ? before.slice(0, 1)
      : before.filter(({ voice }) => voicesAgree(voice, one.voice) === 1);
  return beside.flatMap(({ media }) => media).filter(({ isTold }) => !isTold);
}

const startOf = ({ statement }: Rendition) => statement.content[0]?.start ?? 0;

/** The statement by which the words are said: itself, or for what is held the one that points back to it ("This was stated by"). */
function saidBy(statement: Statement, all: readonly Statement[]): Statement | null {
  if (statement.mode !== 'held' || statement.kind !== 'indirect') return statement;
  const isIn = ({ refers }: Statement) =>
    refers?.spans.some((span) =>
      statement.content.some((one) => one.start < span.end && span.start < one.end),
    );
  return all.find((other) => other.mode !== 'held' && isIn(other)) ?? null;
}

function timesOf(stems: readonly string[]): ReadonlyMap<string, number> {
  const times = new Map<string, number>();
  for (const stem of stems) times.set(stem, (times.get(stem) ?? 0) + 1);
  return times;
}
