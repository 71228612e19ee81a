import type { Statement } from '../../record/index.ts';
import { foldedWords, type Range } from '../../text/index.ts';
import { type OfReport, ofReport } from '../of-report.ts';
import type { Quoting } from '../quoting.ts';
import type { Taken } from '../taken.ts';
import { type LinkWords, stemsOf } from '../words.ts';
import { type Medium, mediaOf } from './media.ts';
import { type Moment, momentOf } from './moment.ts';
import { isOwnNotice } from './own-notice.ts';
import { type QuotedText, quotedTextOf } from './quoted-text.ts';
import { type SayingDays, sayingDays } from './saying-days.ts';
import { type Speaker, speakerOf } from './speaker.ts';
import { type Voice, voiceOf, voicesAgree } from './voice.ts';

/** A statement as it is compared with others that may render the same words. */
export interface Rendition {
  readonly statement: Pick<Statement, 'id' | 'kind'>;
  readonly report: OfReport;
  /** Where its words stand. */
  readonly places: readonly Range[];
  /** Whether it stands in a headline or standfirst, which take up what the body says. */
  readonly isAbove: boolean;
  readonly content: string;
  readonly quoted: QuotedText;
  /** All words, folded, and the stems of those that say what it is about. */
  readonly forms: readonly string[];
  readonly stems: ReadonlySet<string>;
  readonly numbers: ReadonlySet<string>;
  readonly denials: number;
  /** Who said it, by the statement that tells that: itself, or the one that points back to it. */
  readonly speaker: Speaker;
  readonly voice: Voice;
  /** Whether its report is its publisher's own notice. */
  readonly isOwnNotice: boolean;
  readonly media: readonly Medium[];
  /** First and last day on which it may have been said, where the report dates it. */
  readonly said: SayingDays | null;
  readonly moment: Moment;
}

/** Fewer words that say anything are no rendition of anything by themselves. */
const FEWEST = 2;

/** What is said and shown in reports and what anybody is quoted with, where it is long enough to be known again. */
export function renditionsOf(
  taken: Taken,
  words: LinkWords & { readonly quoting: Quoting },
): readonly Rendition[] {
  const { report, statements } = taken.record;
  const renditions = statements.flatMap((statement): Rendition[] => {
    const by = saidBy(statement, statements);
    const spans = statement.refers?.spans ?? statement.content;
    const content = spans.map(({ text }) => text).join(' … ');
    const stems = new Set(stemsOf(content, words));
    if (by === null || stems.size < FEWEST) return [];
    const forms = foldedWords(content).map(({ form }) => form);
    const said = sayingDays(by, taken, words);
    const voice = voiceOf(by, taken, words);
    return [
      {
        statement: { id: statement.id, kind: statement.kind },
        report: ofReport(words)(taken),
        places: statement.content.map(({ start, end }) => ({ start, end })),
        isAbove: isAbove(statement, report.blocks),
        content,
        quoted: quotedTextOf(spans, taken, words.quoting),
        forms,
        stems,
        numbers: new Set(forms.filter((form) => /\d/.test(form))),
        denials: forms.filter((form) => words.stance.denial.has(form)).length,
        speaker: speakerOf(by, taken),
        voice,
        isOwnNotice: isOwnNotice(statement, voice, taken),
        media: mediaOf(by, taken, words),
        said,
        moment: momentOf(by, taken, { said, words }),
      },
    ];
  });
  return renditions.map((one) => ({ ...one, media: [...one.media, ...mediaBefore(one, renditions)] }));
}

function isAbove({ content }: Statement, blocks: Taken['record']['report']['blocks']): boolean {
  const start = content[0]?.start ?? 0;
  return blocks.some((block) => block.kind !== 'paragraph' && block.start <= start && start < block.end);
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

const startOf = ({ places }: Rendition) => places[0]?.start ?? 0;

/** The statement by which the words are said: itself, or for what is held the one that points back to it ("This was stated by"). */
function saidBy(statement: Statement, all: readonly Statement[]): Statement | null {
  if (statement.mode !== 'held' || statement.kind !== 'indirect') return statement;
  const isIn = ({ refers }: Statement) =>
    refers?.spans.some((span) =>
      statement.content.some((one) => one.start < span.end && span.start < one.end),
    );
  return all.find((other) => other.mode !== 'held' && isIn(other)) ?? null;
}
