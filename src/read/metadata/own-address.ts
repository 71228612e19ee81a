/** The path of an address in its segments, and its query in its parts. */
interface Parts {
  readonly segments: readonly string[];
  readonly query: readonly string[];
}

const ADDRESS = /^https?:\/\/[^/?#]+(?<path>[^?#]*)(?:\?(?<query>[^#]*))?/i;

/** Ends of paths that are another form of the same report. */
const FORMS: ReadonlySet<string> = new Set([
  'amp',
  'amp.html',
  'print',
  'printable',
  'mobile',
  'm',
  'full',
  'all',
  'single',
  'index.html',
  'index.htm',
  'index.php',
]);

/**
 * Whether an address that a page claims may be that of its own report, by how both look: it is not the section that the
 * page stands in, nor the first page of what it continues, nor what all reports of a site have in common. Where it cannot
 * be told it may be. `fetched` is where the page was; both are of one site.
 */
export function mayBeOwn(claimed: string, fetched: string): boolean {
  const [there, here] = [partsOf(claimed), partsOf(fetched)];
  const isBelow = there.segments.every((segment, at) => segment === here.segments[at]);
  const rest = here.segments.slice(there.segments.length);
  if (isBelow) return rest.every((segment) => FORMS.has(segment)) && !losesNumber(there, here);
  return namesReport(there) || !namesReport(here);
}

function partsOf(address: string): Parts {
  const { path = '', query = '' } = ADDRESS.exec(address)?.groups ?? {};
  return {
    segments: path
      .toLowerCase()
      .split('/')
      .filter((segment) => segment !== ''),
    query: query.split('&').filter((part) => part !== ''),
  };
}

/** "?page=2", "?id=1234": a number that says which text it is. */
const NUMBER = /^[^=]*=\d+$/;
/** Begins what counters add, which says where a reader came from. */
const COUNTER = 'utm_';

function losesNumber(there: Parts, here: Parts): boolean {
  return here.query.some(
    (part) => NUMBER.test(part) && !part.startsWith(COUNTER) && !there.query.includes(part),
  );
}

/** Whether an address names one report: by numbers, by several words, or as a file. Those of sections are a word or two. */
function namesReport({ segments, query }: Parts): boolean {
  const last = segments.at(-1) ?? '';
  if (FORMS.has(last)) return namesReport({ segments: segments.slice(0, -1), query });
  const words = last.split(/[-_]/).length;
  return /\.\w+$/.test(last) || words > 2 || [...segments, ...query].some((part) => /\d/.test(part));
}
