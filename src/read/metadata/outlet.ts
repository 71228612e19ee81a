import type { Choice, Claim } from '../../record/index.ts';
import { alike } from './alike.ts';
import { choose } from './choose.ts';
import { firstMeta, type Head } from './head.ts';
import type { ArticleData } from './json-ld.ts';

const LONGEST = 80;

/** Who published it: the name that the site gives itself, else its publisher's, else its host's. */
export function outletOf(
  head: Head,
  data: ArticleData | null,
  { address, headline }: { address: string | null; headline: string | null },
): Choice | null {
  const site = firstMeta(head, ['og:site_name'])?.content;
  const named = firstMeta(head, [
    'application-name',
    'apple-mobile-web-app-title',
    'dc.publisher',
    'citation_journal_title',
  ])?.content;
  const host = hostOf(address);
  const claims = [
    ...claim(site, 'meta og:site_name'),
    ...claim(data?.publisher, 'json-ld'),
    ...claim(named, 'meta application-name'),
    ...claim(inTitle(head.title, headline), 'title'),
    ...claim(host, 'host'),
  ];
  const label = labelOf(host);
  const own = claims
    .filter(({ value }) => headline === null || alike(value, headline) < SAME)
    .map((one) => ({ ...one, value: partLike(one.value, label) }));
  const isAddress = ({ value, rule }: Claim) =>
    rule === 'host' || /^(?:https?:|www\.)|\.\p{L}{2,}$/iu.test(value);
  const isLabel = ({ value, rule }: Claim) => value === label && rule !== 'host';
  // A name that is an address, or the middle of one, says less than one that is not.
  const names = own.filter((one) => !isAddress(one) && !isLabel(one));
  const like = names.filter(({ value }) => isLike(value, label));
  const [first] = names;
  // A site may name its section or its maker; what is like its address is its name.
  const isSure = first !== undefined && (like.includes(first) || isSiteName(first));
  const before = isSure ? [] : like.length > 0 ? like : own.filter(isLabel);
  const ordered = [...before, ...names, ...own.filter(isAddress), ...own.filter(isLabel)];
  return choose('outlet', [...new Set(ordered)], (a, b) => a.toLowerCase() === b.toLowerCase());
}

const SHORTEST_NAME = 5;
const isSiteName = ({ value, rule }: Claim): boolean =>
  rule === 'meta og:site_name' && value.length >= SHORTEST_NAME;

const SAME = 0.9;
const SHORTEST_WORD = 3;

/** The middle of a host's name, which is most like the outlet's: "usatoday". */
const labelOf = (host: string | null): string =>
  host
    ?.replace(/(?:\.(?:com?|org|net|gov|ac))?\.[a-z]+$/i, '')
    .split('.')
    .at(-1)
    ?.toLowerCase() ?? '';

const lettersOf = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Whether one holds the other, or a word of the name stands in the label. */
function isLike(name: string, label: string): boolean {
  const [letters, own] = [lettersOf(name), lettersOf(label)];
  if (letters === '' || own === '') return false;
  return (
    letters.includes(own) ||
    own.includes(letters) ||
    name
      .toLowerCase()
      .split(/[^\p{L}\p{N}]+/u)
      .some((word) => word.length >= SHORTEST_WORD && own.includes(word))
  );
}

/** "Boston News, Weather, Sports | WHDH 7News" on whdh.com: the part of a site's name that is like its address, where just one is. */
function partLike(name: string, label: string): string {
  const parts = name.split(' | ');
  const like = parts.filter((part) => isLike(part, label));
  return parts.length > 1 && like.length === 1 ? (like[0] ?? name) : name;
}

function claim(value: string | null | undefined, rule: string): Claim[] {
  const name =
    value
      ?.replace(/\s+/g, ' ')
      .replace(/^[@\s]+/, '')
      .trim() ?? '';
  return name === '' || name.length > LONGEST ? [] : [{ value: name, rule }];
}

/** "Bridge closed | The Courier", "The Courier - Bridge closed": the part that is not the headline, where it is short. */
function inTitle(title: string | null, headline: string | null): string | null {
  const parts = title?.split(/\s(?:[|–—·»•-]|::)\s|\s?\|\s?/) ?? [];
  const [first = '', last = ''] = [parts[0], parts.at(-1)];
  if (parts.length < 2 || headline === null) return null;
  const own = alike(last, headline) < 0.5 ? last : alike(first, headline) < 0.5 ? first : '';
  return own !== '' && own.split(/\s+/).length <= 4 ? own : null;
}

function hostOf(address: string | null): string | null {
  const [, host] = /^https?:\/\/(?:[^/@]*@)?(?:www\d?\.|m\.|amp\.)?([^/:?#]+)/i.exec(address ?? '') ?? [];
  return host ?? null;
}
