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
  // A name that is an address says less than one that is not.
  const names = claims.filter(({ value }) => !/^(?:https?:|www\.)|\.\p{L}{2,}$/iu.test(value));
  return choose(
    'outlet',
    [...names, ...claims.filter((one) => !names.includes(one))],
    (a, b) => a.toLowerCase() === b.toLowerCase(),
  );
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
