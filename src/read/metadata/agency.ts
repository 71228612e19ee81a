import type { Choice } from '../../record/index.ts';
import { choose } from './choose.ts';
import type { Dateline } from './dateline.ts';

/** No agency has a longer name. */
const LONGEST = 100;

/** Call signs of stations in North America, which sign their own reports. */
const isStation = (name: string): boolean => /^[KW][A-Z]{3}(?:-?[A-Z]{2})?$/.test(name);

/** What a credit is made of besides the agency's name. */
const CREDIT =
  /^(?:the )?(?<name>.+?)(?: (?:staff|reporters?|writers?|correspondents?|agency|news agency|newsroom|wire|wires))*$/i;

/**
 * The agency whose copy it is, as credited: in the dateline's brackets, as the author, or as the last line of the text.
 * What stands in the dateline is an agency; elsewhere it must be known as one.
 */
export function agencyOf(
  { dateline, byline, last }: { dateline: Dateline | null; byline: string | null; last: string },
  agencies: ReadonlySet<string>,
): Choice | null {
  const known = (text: string) => {
    if (text.length > LONGEST) return null;
    const name = CREDIT.exec(text.trim())?.groups?.name ?? '';
    return agencies.has(text.trim()) ? text.trim() : agencies.has(name) ? name : null;
  };
  const authors = (byline ?? '').split(/[,;|/]|\band\b|\bwith\b/);
  const inByline = authors.map(known).find((name) => name !== null);
  const credit =
    /^[–—-]{0,2}\s*(?:\((?<inBrackets>[^()]{2,40})\)|(?:Source|Agency|With|©):? (?<named>[^.]{2,40})|(?<bare>[^.]{2,30}))\.?$/.exec(
      last,
    )?.groups;
  const atEnd = [credit?.inBrackets, credit?.named, credit?.bare]
    .map((name) => (name === undefined ? null : known(name)))
    .find((name) => name !== null);
  return choose('agency', [
    ...(dateline?.agency == null || isStation(dateline.agency)
      ? []
      : [{ value: dateline.agency, rule: 'dateline' }]),
    ...(inByline == null ? [] : [{ value: inByline, rule: 'byline' }]),
    ...(atEnd == null ? [] : [{ value: atEnd, rule: 'last line' }]),
  ]);
}
