import { anyOf, remembered } from '../../../text/index.ts';
import type { ReportWords } from '../actor-words.ts';
import { codesOf } from '../codes/index.ts';

/** What an office may be one of. */
export type OfficeSort = 'government' | 'any' | 'body' | 'place';

/** An office whose holder speaks for what it is one of. */
export interface HeldOffice {
  readonly sort: OfficeSort;
  /** The words that stand before it in the title, without those of rank: "foreign" of "deputy foreign minister". */
  readonly before: readonly string[];
  /** Whether it is there to speak for somebody, who may be a person. */
  readonly isVoice: boolean;
  /** The whole title, for what its other words tell. */
  readonly title: string;
}

/** "ex-minister", "president-elect". */
const isChanged = (form: string) => form.startsWith('ex-') || form.endsWith('-elect');
/** Behind these a title says what part of a body it is an office of: "head of slopes". */
const partOfBody = remembered((phrases: readonly string[]) => new RegExp(` ${anyOf(phrases)} `));
const isVoice = (office: string) => /^spokes\p{L}+$/u.test(office) || office.startsWith('press ');
/** An official of these sectors is of a government: "defence official". */
const OF_STATE = new Set(['GOV', 'MIL', 'COP', 'SPY']);

/** The office that a title names: "chief executive" of "deputy chief executive"; null for trades, and for who was or would be. */
export function heldOffice(title: string, words: ReportWords): HeldOffice | null {
  const { rank, 'not-in-office': was, 'part-of-body': part } = words.officePhrases;
  // "Secretary of State" is one office.
  const [head = title] = words.offices.has(title.toLowerCase()) ? [title] : title.split(partOfBody(part));
  const tokens = head.split(/\s+/).map((token) => token.replace(/[.,]$/, ''));
  const forms = tokens.map((token) => token.toLowerCase());
  if (forms.some((form) => was.includes(form) || isChanged(form))) return null;
  for (let from = 0; from < forms.length; from++) {
    const office = forms.slice(from).join(' ');
    const sort = sortOf(office, words);
    if (sort === null) continue;
    const before = tokens.slice(0, from).filter((token) => !rank.includes(token.toLowerCase()));
    return { sort, before, isVoice: isVoice(office), title };
  }
  return null;
}

const sortOf = (office: string, { offices }: ReportWords): OfficeSort | null =>
  offices.get(office) ??
  offices.get(
    office
      .replace(/men$/, 'man')
      .replace(/women$/, 'woman')
      .replace(/s$/, ''),
  ) ??
  null;

/** Whether a people or a country before an office is whom it is an office of: "French leader", and not "French football leader". */
export function mayBeOfCountry({ sort, before, title }: HeldOffice, words: ReportWords): boolean {
  if (sort === 'government') return true;
  if (sort !== 'any') return false;
  return (
    before.length === 0 ||
    (/officials?$/i.test(title) && OF_STATE.has(codesOf(title, null, words).sector ?? ''))
  );
}
