import { type Event, isScheduled, type Report, type Speaker, type Statement } from '../record/index.ts';
import { pair } from './pair.ts';

export { isSameStory } from './same-story.ts';
export { type Piece, wordDiff } from './word-diff.ts';

/** What two versions of a report are compared by. */
export interface Version {
  readonly report: Report;
  readonly statements: readonly Statement[];
  readonly events: readonly Event[];
}

/** One thing that a later version has otherwise than an earlier one. */
export type Change =
  | { readonly kind: 'headline-changed'; readonly before: string | null; readonly after: string | null }
  | { readonly kind: 'quotation-removed' | 'statement-removed'; readonly before: Statement }
  | { readonly kind: 'quotation-added' | 'statement-added'; readonly after: Statement }
  | {
      readonly kind: 'quotation-altered' | 'statement-altered';
      readonly before: Statement;
      readonly after: Statement;
    }
  | { readonly kind: 'speaker-changed'; readonly before: Statement; readonly after: Statement }
  | { readonly kind: 'date-moved'; readonly before: Event; readonly after: Event }
  | { readonly kind: 'date-removed'; readonly before: Event }
  | { readonly kind: 'date-added'; readonly after: Event }
  | { readonly kind: 'text-altered'; readonly before: string; readonly after: string }
  | { readonly kind: 'text-removed'; readonly before: string }
  | { readonly kind: 'text-added'; readonly after: string };

/**
 * Takes two versions of a report. Gives what became of what it says: the headline, the statements said or shown (removed,
 * added, in other words, from another speaker), the dates of what lies ahead, and the paragraphs that hold none of these.
 * A statement that only moved has not changed.
 */
export function changesBetween(before: Version, after: Version): Change[] {
  const told = [...statementChanges(before, after), ...dateChanges(before, after)];
  return [
    ...headlineChange(before.report, after.report),
    ...told,
    ...textChanges(before.report, after.report).filter((change) => !isToldBy(change, told)),
  ];
}

/** Whether a paragraph's change is that of a statement or an event in it. */
function isToldBy(change: Change, told: readonly Change[]): boolean {
  const words = (side: 'before' | 'after', one: Change): string[] => {
    const entry = side in one ? (one as Readonly<Record<typeof side, Statement | Event>>)[side] : undefined;
    if (entry === undefined) return [];
    return ('content' in entry ? entry.content : entry.schedule.map(({ span }) => span)).map(
      ({ text }) => text,
    );
  };
  return (['before', 'after'] as const).some((side) => {
    const paragraph = side in change ? (change as Readonly<Record<typeof side, string>>)[side] : null;
    return (
      paragraph !== null &&
      told.some((one) => words(side, one).some((text) => text !== '' && paragraph.includes(text)))
    );
  });
}

function headlineChange({ headline: before }: Report, { headline: after }: Report): Change[] {
  return before === after ? [] : [{ kind: 'headline-changed', before, after }];
}

const isTold = ({ mode }: Statement) => mode !== 'held';
const contentOf = ({ content }: Statement) => content.map(({ text }) => text).join(' ');
const noun = ({ kind }: Statement) => (kind === 'indirect' ? 'statement' : 'quotation');

function statementChanges(before: Version, after: Version): Change[] {
  const { pairs, onlyBefore, onlyAfter } = pair(
    before.statements.filter(isTold),
    after.statements.filter(isTold),
    contentOf,
  );
  return [
    ...onlyBefore.map((statement): Change => ({ kind: `${noun(statement)}-removed`, before: statement })),
    ...pairs.flatMap(([one, other]): Change[] => {
      const isAltered = contentOf(one) !== contentOf(other);
      const change: Change[] = isAltered
        ? [{ kind: `${noun(other)}-altered`, before: one, after: other }]
        : [];
      return speakerOf(one.speaker) === speakerOf(other.speaker)
        ? change
        : [...change, { kind: 'speaker-changed', before: one, after: other }];
    }),
    ...onlyAfter.map((statement): Change => ({ kind: `${noun(statement)}-added`, after: statement })),
  ];
}

/** Who speaks, as far as a change of it is one: another name, not another office. */
function speakerOf(speaker: Speaker): string {
  if (speaker.kind === 'named') return speaker.actor ?? speaker.name;
  return speaker.kind === 'described' ? speaker.text.toLowerCase() : '';
}

function dateChanges(before: Version, after: Version): Change[] {
  const { pairs, onlyBefore, onlyAfter } = pair(
    before.events.filter(isScheduled),
    after.events.filter(isScheduled),
    ({ what }) => what,
  );
  return [
    ...onlyBefore.map((event): Change => ({ kind: 'date-removed', before: event })),
    ...pairs
      .filter(([one, other]) => one.when !== other.when || one.status !== other.status)
      .map(([one, other]): Change => ({ kind: 'date-moved', before: one, after: other })),
    ...onlyAfter.map((event): Change => ({ kind: 'date-added', after: event })),
  ];
}

function textChanges(before: Report, after: Report): Change[] {
  const paragraphs = ({ text, blocks }: Report) =>
    blocks.filter(({ kind }) => kind !== 'headline').map(({ start, end }) => text.slice(start, end));
  const { pairs, onlyBefore, onlyAfter } = pair(paragraphs(before), paragraphs(after), (text) => text);
  return [
    ...onlyBefore.map((text): Change => ({ kind: 'text-removed', before: text })),
    ...pairs
      .filter(([one, other]) => one !== other)
      .map(([one, other]): Change => ({ kind: 'text-altered', before: one, after: other })),
    ...onlyAfter.map((text): Change => ({ kind: 'text-added', after: text })),
  ];
}
