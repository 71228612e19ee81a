import { z } from 'zod';
import {
  ACTOR_KINDS,
  ACTS,
  decisionId,
  issueId,
  parseWhen,
  STANCES,
  type Statement,
  statementId,
} from '../../record/index.ts';
import type { Correction, Verdict } from '../deciding.ts';

/** Letters of a name, and of a reason. */
export const MOST_NAME = 100;
export const MOST_WHY = 500;

const blank = <T extends z.ZodType>(schema: T) =>
  z.preprocess((value) => (value === '' || value === undefined ? null : value), schema.nullable());
const place = z.coerce.number().int().nonnegative();
/** Fields that a form may have several times. */
const places = z.preprocess(
  (value) => (Array.isArray(value) ? value : value === undefined ? [] : [value]),
  z.array(z.union([z.literal('').transform(() => null), place])).max(20),
);

/** Who decides: a name in letters, no line. */
export const name = z
  .string()
  .trim()
  .min(1)
  .max(MOST_NAME)
  .regex(/^\P{Cc}+$/u);

export const why = blank(z.string().trim().max(MOST_WHY));

/** The form of a verdict as it is sent. */
export const verdictForm = z.object({
  statement: statementId,
  seen: blank(decisionId),
  /** The verdict; a speaker who is chosen beside it is a correction of that alone. */
  what: z.enum(['accept', 'reject', 'correct']).or(z.string().startsWith('speaker:').max(300)),
  why,
  speaker: blank(z.string().trim().max(300)),
  typed: blank(z.string().trim().max(200)),
  sort: blank(z.enum(ACTOR_KINDS)),
  act: blank(z.enum(ACTS)),
  said: blank(z.string().trim().max(60)),
  issue: blank(issueId),
  stance: blank(z.enum([...STANCES, 'none'])),
  from: places,
  to: places,
});
export type VerdictForm = z.infer<typeof verdictForm>;

/** What nobody names: the report does not tell who speaks. */
export const NOBODY = '-';

export type Read = { readonly verdict: Verdict } | { readonly wrong: string };

/** The verdict that a form asks for, or what is wrong with it. What is as it was is not corrected. */
export function verdictOf(form: VerdictForm, now: Statement): Read {
  const { statement, seen, what } = form;
  if (what === 'accept' || what === 'reject') return { verdict: { statement, seen, what } };
  if (what !== 'correct')
    return correcting(form, { ...NOTHING, speaker: { name: what.slice('speaker:'.length), sort: null } });
  const content = contentOf(form, now);
  if (typeof content === 'string') return { wrong: content };
  if (form.said !== null && parseWhen(form.said) === null)
    return { wrong: 'expected a date such as 2031-05-12, 2031-05 or 2031-05-12/2031-05-14' };
  if ((form.issue === null) !== (form.stance === null))
    return { wrong: 'expected an issue and where it stands on it, both or neither' };
  const { issue, stance } = form;
  return correcting(form, {
    content,
    speaker: speakerOf(form),
    act: form.act === now.act ? null : form.act,
    said: form.said === (now.said?.value ?? null) ? null : form.said,
    stance: issue === null || stance === null ? null : { issue, stance },
  });
}

const NOTHING: Correction = { content: null, speaker: null, act: null, said: null, stance: null };

function correcting({ statement, seen }: VerdictForm, what: Correction): Read {
  if (Object.values(what).every((field) => field === null))
    return { wrong: 'nothing is changed: choose what was misread, or accept the statement' };
  return { verdict: { statement, seen, what } };
}

/** A name that is typed goes before what is chosen. */
function speakerOf({ speaker, typed, sort }: VerdictForm): Correction['speaker'] {
  if (typed !== null) return { name: typed, sort };
  if (speaker === NOBODY) return 'nobody';
  return speaker === null ? null : { name: speaker, sort: null };
}

/** The pieces that are chosen; null where they are those that were read, words where they cannot be pieces. */
function contentOf({ from, to }: VerdictForm, { content }: Statement): Correction['content'] | string {
  const pieces = from.map((start, nth) => ({ start, end: to[nth] ?? null }));
  const ranges = pieces.flatMap(({ start, end }) => (start === null || end === null ? [] : [{ start, end }]));
  const isAsRead =
    ranges.length === content.length &&
    ranges.every(({ start, end }, nth) => content[nth]?.start === start && content[nth]?.end === end);
  if (pieces.length === 0 || isAsRead) return null;
  if (ranges.length === 0) return 'expected words that are said: a statement without any is one to reject';
  const isOrdered = ranges.every(
    ({ start, end }, nth) => start < end && start >= (ranges[nth - 1]?.end ?? 0),
  );
  return isOrdered ? { ranges } : 'expected the last word of what is said behind its first';
}
