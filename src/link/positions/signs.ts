import type { Clause, Part } from './clause.ts';
import type { Question } from './question.ts';

/** What a clause tells: for (+1) or against (−1) what is proposed, and by what. */
export interface Sign {
  readonly sign: 1 | -1;
  readonly rule: (typeof RULES)[number];
}

/** What tells best first; the last three tell of something that is not said to be the matter. */
const RULES = [
  'what-is-proposed',
  'not-without-it',
  'words-of-favour',
  'denied',
  'course-of-something',
  'favour-of-something',
  'denial-of-something',
] as const;

/** Words between what is to become of something and what it is. */
const REACH = 5;

/**
 * The sign of some sentences: what names the proposed tells before what only judges, that before a bare denial; within a sentence
 * what comes after "but" tells alone. Where as much is for as against, the last word decides. Null where nothing tells.
 */
export function signOf(sentences: readonly (readonly Clause[])[], question: Question): Sign | null {
  const signs = sentences.flatMap((clauses) => {
    const isOfIt = clauses.some(({ parts }) => parts.some(isOf));
    const told = clauses.map((clause) => ({ clause, sign: clauseSign(clause.parts, isOfIt, question) }));
    const turn = told.findLastIndex(
      ({ clause: { isAgainst, parts }, sign }) =>
        isAgainst && sign !== null && (sign.rule !== 'denied' || parts.includes('matter')),
    );
    return told.slice(Math.max(turn, 0)).flatMap(({ sign }) => sign ?? []);
  });
  for (const rule of RULES) {
    const own = signs.filter((sign) => sign.rule === rule);
    const sum = own.reduce((total, { sign }) => total + sign, 0);
    if (own.length > 0) return { sign: sum === 0 ? (own.at(-1)?.sign ?? 1) : sum > 0 ? 1 : -1, rule };
  }
  return null;
}

const isOf = (part: Part) => part === 'matter' || part === 'plan' || part === 'deed';

/** A clause's sign: each word that denies or judges turns about what it stands with, before or after. */
function clauseSign(parts: readonly Part[], isOfIt: boolean, question: Question): Sign | null {
  const told =
    courseSign(parts, question) ?? lackSign(parts, question) ?? favourSign(parts, isOfIt, question);
  return told === null ? null : { ...told, sign: signed(question.isDenied ? -told.sign : told.sign) };
}

/** What is to become of the matter, or of something. */
function courseSign(parts: readonly Part[], { course }: Question): Sign | null {
  const bound = parts.map((part, at) => part === 'deed' || isNear(parts, at));
  const targets = parts.flatMap((part, at) =>
    part === 'deed' || part === 'toward' || (part === 'away' && (course !== 'doing' || bound[at]))
      ? [at]
      : [],
  );
  const firm = targets.filter((at) => bound[at]);
  const used = firm.length > 0 ? firm : targets;
  if (used.length === 0) return null;
  const sum = used
    .map((at, nth) => {
      const from = nth === 0 ? 0 : (used[nth - 1] ?? 0) + 1;
      return (
        (parts[at] === 'away' ? -1 : 1) * turns(parts.slice(from, nth === used.length - 1 ? undefined : at))
      );
    })
    .reduce((total, sign) => total + sign, 0);
  return { sign: sum >= 0 ? 1 : -1, rule: firm.length > 0 ? 'what-is-proposed' : 'course-of-something' };
}

const isNear = (parts: readonly Part[], at: number) =>
  parts
    .slice(Math.max(at - REACH, 0), at + REACH + 1)
    .some((part) => part === 'matter' || part === 'name' || part === 'plan');

/** "Without guards no train runs", "a lido without water": what is missed is wanted. */
function lackSign(parts: readonly Part[], question: Question): Sign | null {
  const isMissed = parts.some(
    (part, at) => part === 'without' && parts.slice(at + 1, at + 5).includes('matter'),
  );
  return isMissed ? { sign: ofMatter(question), rule: 'not-without-it' } : null;
}

/** What is judged, or only denied. Judging the matter well is against ending it; judging a plan is not of its matter. */
function favourSign(parts: readonly Part[], isOfIt: boolean, question: Question): Sign | null {
  const isJudged = parts.some((part) => part === 'favour' || part === 'disfavour');
  const isDenied = parts.includes('denial') || parts.includes('without');
  if (!isJudged && !isDenied) return null;
  const isOfMatter = isJudged && parts.includes('matter') && !parts.includes('plan');
  const sign = signed(isJudged ? turns(parts) * (isOfMatter ? ofMatter(question) : 1) : -1);
  if (isJudged) return { sign, rule: isOfIt ? 'words-of-favour' : 'favour-of-something' };
  return { sign, rule: isOfIt ? 'denied' : 'denial-of-something' };
}

const ofMatter = ({ course }: Question) => (course === 'ending' ? -1 : 1);
const signed = (sign: number) => (sign < 0 ? -1 : 1);
const turns = (parts: readonly Part[]) =>
  parts.filter((part) => part === 'denial' || part === 'disfavour' || part === 'without').length % 2 === 0
    ? 1
    : -1;
