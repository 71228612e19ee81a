import { stemmer } from 'stemmer';
import type { Issue } from '../../record/index.ts';
import { foldedWords } from '../../text/index.ts';
import { type LinkWords, stemsOf } from '../words.ts';

/** An issue as statements are held against it. */
export interface Question {
  readonly issue: Issue;
  /** What is to happen to the matter: it ends ("be closed"), it lasts ("be kept"), or something is done. */
  readonly course: 'ending' | 'lasting' | 'doing';
  /** Whether the proposition denies: "should not be closed". */
  readonly isDenied: boolean;
  /** The proposition without its denial. */
  readonly affirmed: string;
  /** Stems of what is to be done, in the proposition and in terms. */
  readonly deed: ReadonlySet<string>;
  /** Stems of what it is to be done to. */
  readonly matter: ReadonlySet<string>;
  /** Stems of names, which any report of the place or the people has. */
  readonly names: ReadonlySet<string>;
}

const MODAL = new Set(['should', 'must', 'may', 'can', 'will', 'shall', 'ought', 'could', 'would', 'needs']);
/** Words of a proposition between its modal and its verb, and others that tell nothing of its matter. */
const BESIDE = new Set(
  'be to have get again own good also soon still now year month week day summer winter spring autumn two three four'.split(
    ' ',
  ),
);

/** Reads an issue: the verb after the modal is what is proposed, all else what it is about. */
export function questionOf(issue: Issue, words: LinkWords): Question {
  const { denial } = words.stance;
  const told = foldedWords(issue.proposition);
  const stemAt = (form: string) => stemmer(words.irregular.get(form) ?? form);
  const modal = told.findIndex(({ form }) => MODAL.has(form));
  const verb = told.findIndex(
    ({ form }, at) => at > modal && modal >= 0 && !BESIDE.has(form) && !denial.has(form),
  );
  const stems = stemsOf(issue.proposition, words).filter((stem) => !BESIDE.has(stem) && !MODAL.has(stem));
  const main =
    verb < 0 ? stems.find((stem) => courseOf(stem, words) !== null) : stemAt(told[verb]?.form ?? '');
  const course = main === undefined ? 'doing' : (courseOf(main, words)?.course ?? 'doing');
  const names = new Set(
    told.flatMap(({ start, form }, at) =>
      isName(issue.proposition.slice(start), at) ? stemsOf(form, words) : [],
    ),
  );
  const terms = stemsOf(issue.terms.join(' '), words);
  const isDeed = (stem: string) => courseOf(stem, words)?.course === course;
  const deed = new Set([...(main === undefined ? [] : [main, bare(main)]), ...terms.filter(isDeed)]);
  const matter = new Set(
    [...stems, ...terms].filter((stem) => !deed.has(stem) && !names.has(stem) && !denial.has(stem)),
  );
  return {
    issue,
    course,
    isDenied: told.some(({ form }) => denial.has(form)),
    affirmed: affirmedOf(issue.proposition, denial),
    deed,
    matter,
    names,
  };
}

/** A proposition without what denies it: "should [not] be sold", "should [no longer] be part". */
function affirmedOf(proposition: string, denial: LinkWords['stance']['denial']): string {
  const plain = proposition.replace(/ no longer\b/iu, '');
  return foldedWords(plain)
    .filter(({ form }) => denial.has(form))
    .toReversed()
    .reduce((left, { start, end }) => `${left.slice(0, start).trimEnd()}${left.slice(end)}`, plain)
    .trimStart();
}

/** What a word says becomes of something. */
export interface Course {
  readonly course: 'ending' | 'lasting';
  /** Whether of itself, and not by somebody. */
  readonly isOwn: boolean;
}

/** A capital tells a name, at the beginning only before a genitive or another capital. */
const isName = (rest: string, at: number) =>
  at > 0 ? /^\p{Lu}/u.test(rest) : /^\p{Lu}[\p{L}-]*(?:['’]s\b| \p{Lu})/u.test(rest);

/** Whether a word tells that something ends or lasts, and whether of itself ("goes") or by somebody ("close"). */
export function courseOf(
  stem: string,
  { stance: { ending, lasting, going, staying } }: LinkWords,
): Course | null {
  if (ending.has(stem)) return { course: 'ending', isOwn: false };
  if (lasting.has(stem)) return { course: 'lasting', isOwn: false };
  if (going.has(stem)) return { course: 'ending', isOwn: true };
  return staying.has(stem) ? { course: 'lasting', isOwn: true } : null;
}

/** "rebuild" is also told by "build". */
const bare = (stem: string) => stem.replace(/^re-?(?=.{4})/u, '');
