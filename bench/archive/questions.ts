import type { Ledger } from '../../src/ledger/index.ts';
import { randomOf } from './random.ts';

/** Addresses of one kind, asked one after another. */
export interface Question {
  readonly name: string;
  readonly paths: readonly string[];
}

const EACH = 40;

/** Every kind of page of a ledger with the addresses that a made archive has for it, and its data at `.json`. */
export async function questionsTo(ledger: Ledger): Promise<Question[]> {
  const random = randomOf(1);
  const any = <One>(list: readonly One[]): One => list[Math.floor(random() * list.length)] as One;
  const some = <One>(make: () => One) => Array.from({ length: EACH }, make);
  const { reports: total } = await ledger.counts();
  const lastPage = Math.ceil(total / 50);
  const deep = () => Math.max(1, Math.floor(lastPage * (0.5 + random() / 2)));
  const { total: named, actors: most } = await ledger.actors({ limit: 20, offset: 0 });
  const { actors: least } = await ledger.actors({ limit: 200, offset: Math.max(0, named - 200) });
  const lines = [];
  for (let page = 0; page < EACH; page++)
    lines.push(...(await ledger.reports({ limit: 1, offset: Math.floor(random() * total) })));
  const kept = [];
  for (const { id } of lines) kept.push(await ledger.report(id));
  const statements = kept.flatMap((one) => one?.statements ?? []);
  const events = kept.flatMap((one) => one?.events ?? []);
  const wordsIn = statements.flatMap(({ content }) => content.flatMap(({ text }) => text.split(' ')));
  const rare = wordsIn.filter((word) => /^[a-z]{7,}$/.test(word));
  const phrases = statements.flatMap(
    ({ content }) =>
      content[0]?.text
        .match(/^\P{P}+ \P{P}+ \P{P}+/u)?.[0]
        .split(' ')
        .slice(0, 4)
        .join(' ') ?? [],
  );
  const span = await ledger.calendarSpan();
  const years = [span?.first ?? '', span?.last ?? ''].map((day) => Number(day.slice(0, 4)));
  const [first = 0, last = 0] = years;
  const month = () =>
    `${first + Math.floor(random() * (last - first + 1))}-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}`;
  const search = (fields: Record<string, string>) => `/search?${new URLSearchParams(fields)}`;
  const outlets = lines.map(({ outlet }) => outlet ?? '');
  const page = (path: string) => some(() => path);
  const kinds: Question[] = [
    { name: 'home', paths: page('/') },
    { name: 'today, a month back', paths: some(() => `/?day=${month()}-15`) },
    { name: 'today, since a month', paths: some(() => `/?since=${month()}-15`) },
    { name: 'reports', paths: page('/reports') },
    { name: 'reports, deep', paths: some(() => `/reports?page=${deep()}`) },
    { name: 'report', paths: lines.map(({ id }) => `/r/${id}`) },
    { name: 'versions', paths: lines.map(({ id }) => `/r/${id}/versions`) },
    { name: 'snapshot', paths: lines.map(({ id }) => `/r/${id}/snapshot`) },
    { name: 'statement', paths: some(() => `/s/${any(statements).id}`) },
    { name: 'actors', paths: page('/actors') },
    { name: 'actors, deep', paths: some(() => `/actors?page=${Math.ceil((named / 50) * random())}`) },
    { name: 'actor, common', paths: some(() => `/a/${any(most).actor}`) },
    { name: 'actor, common, deep', paths: some(() => `/a/${any(most).actor}?page=${100 + deep()}`) },
    { name: 'actor, common, its reports', paths: some(() => `/a/${any(most).actor}/reports?page=20`) },
    { name: 'actor, rare', paths: some(() => `/a/${any(least).actor}`) },
    { name: 'calendar', paths: some(() => `/calendar?month=${month()}`) },
    { name: 'event', paths: some(() => `/e/${any(events).id}`) },
    { name: 'flags', paths: page('/flags') },
    { name: 'flags of one rule', paths: page('/flags?kind=headline-names-another-speaker') },
    { name: 'coverage', paths: page('/-/coverage') },
    { name: 'find: the', paths: page(search({ q: 'the' })) },
    { name: 'find: the, deep', paths: page(search({ q: 'the', page: '900' })) },
    { name: 'find: two common words', paths: page(search({ q: 'the talks' })) },
    { name: 'find: a common and a rare word', paths: some(() => search({ q: `the ${any(rare)}` })) },
    { name: 'find: a rare word', paths: some(() => search({ q: any(rare) })) },
    { name: 'find: a phrase', paths: some(() => search({ q: `"${any(phrases)}"` })) },
    { name: 'find: a beginning', paths: some(() => search({ q: `${any(rare).slice(0, 4)}*` })) },
    { name: 'find: by name', paths: some(() => search({ by: any(most).name })) },
    { name: 'find: a common word by name', paths: some(() => search({ q: 'the', by: any(most).name })) },
    { name: 'find: a common word by outlet', paths: some(() => search({ q: 'the', outlet: any(outlets) })) },
    { name: 'find: a common word in a month', paths: some(() => search({ q: 'the', when: month() })) },
    { name: 'find: a common word since', paths: some(() => search({ q: 'the', when: `${month()}/..` })) },
    { name: 'find: the, the newest first', paths: page(search({ q: 'the', order: 'newest' })) },
    {
      name: 'find: nothing, with hints',
      paths: some(() => search({ q: `the ${any(rare)}xx`, by: 'Nobody' })),
    },
    { name: 'sources', paths: page('/sources') },
    { name: 'sources: speakers', paths: page('/sources?kind=speaker&page=20') },
    { name: 'source', paths: some(() => `/sources/${encodeURIComponent(any(outlets))}`) },
    { name: 'find: a common word, held too', paths: page(search({ q: 'the', held: '1' })) },
  ];
  const both = kinds.flatMap(({ name, paths }) => [
    { name, paths },
    { name: `${name}, data`, paths: paths.map(asData) },
  ]);
  return [...both, { name: 'calendar.ics', paths: page('/calendar.ics') }];
}

function asData(path: string): string {
  const [before, query] = path.split('?');
  return `${before}.json${query === undefined ? '' : `?${query}`}`;
}
