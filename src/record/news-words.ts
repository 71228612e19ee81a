import { whenWords } from './edtf/index.ts';
import { inPath } from './ids.ts';
import type { Alert, News } from './types.ts';

type Asking = Pick<Alert, 'search' | 'actor' | 'issue' | 'once' | 'event'>;

/** What an alert asks for, in words: one part for each thing. */
export function askedWords({ search, actor, issue, once, event }: Asking): string[] {
  const { words, by, for: behind, to, about, act, kind, outlet } = search;
  const parts: [string, string | undefined][] = [
    ['words', words],
    ['by', by],
    ['said for', behind],
    ['said to', to],
    ['about', about],
    ['act', act],
    ['told', kind],
    ['in', outlet],
    ['actor', actor?.name],
    ['on', issue?.proposition],
    ['event', event?.what],
  ];
  const asking = parts.flatMap(([what, asked]) => (asked === undefined ? [] : [`${what}: ${asked}`]));
  return once ? [...asking, 'each once'] : asking;
}

/** News in one line. */
export function newsWords(news: News): string {
  switch (news.kind) {
    case 'statement': {
      const { who, cue, from } = news;
      return `${[who, cue].filter((part) => part !== '').join(' · ')}: ${from.words}`;
    }
    case 'position':
      return `${news.who}: ${news.before.stance}, now ${news.stance}: ${news.proposition}`;
    case 'event':
      return `${news.what}: ${standingWords(news.before)}, now ${standingWords(news.now)}`;
    default:
      return news satisfies never;
  }
}

/** A date with how the event stands then: "3 May 2031, planned". */
export const standingWords = ({ when, status }: { when: string | null; status: string }): string =>
  `${when === null ? 'no date' : whenWords(when)}, ${status}`;

/** The page that shows what news tells. */
export const newsPath = (news: News): string =>
  news.kind === 'event' ? `/e/${inPath(news.event)}` : `/s/${inPath(news.statement)}`;
