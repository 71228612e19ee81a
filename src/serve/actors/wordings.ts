import { fold } from '../../text/index.ts';

/** What one report calls an office or a body, as it is compared with what others call it. */
export interface Wording {
  /** The word that names the office: "minister", "spokesperson"; '' of a body. */
  readonly role: string;
  /** What makes another office of it: "deputy", "former". */
  readonly ranks: ReadonlySet<string>;
  /** The other words that tell what it is. */
  readonly rest: ReadonlySet<string>;
  /** The word that says what sort of body it is: "ministry"; null where no body is told. */
  readonly body: string | null;
}

/** Words that name nothing by themselves. */
const LIGHT = new Set(['the', 'a', 'an', 'and', 'its', 'their', 'his', 'her', 'our', 'affairs']);
/** Words behind which another name begins: "ministry of …", "head for …". */
const JOINING = new Set(['of', 'for', 'in', 'at', 'to', 'on']);
/** Words before or behind an office with which it is another. */
const RANKS = new Set([
  'acting',
  'assistant',
  'candidate',
  'deputy',
  'designate',
  'elect',
  'ex',
  'former',
  'incoming',
  'interim',
  'outgoing',
  'shadow',
  'vice',
]);

const tokensOf = (words: string): string[] =>
  fold(words)
    .replace(/['’]s(?!\p{L})/gu, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !LIGHT.has(word));

/** The word that says what a phrase names: the last before another name begins. */
function headOf(tokens: readonly string[]): string {
  const end = tokens.findIndex((word, at) => at > 0 && JOINING.has(word));
  return (end < 0 ? tokens : tokens.slice(0, end)).at(-1) ?? '';
}

/** One office whoever holds it: "spokeswoman", "spokesman" and "spokesperson". */
const HOLDERS = ['woman', 'women', 'man', 'men', 'person'];
const LEAST_ROOT = 4;

function plainRole(word: string): string {
  const holder = HOLDERS.find((one) => word.endsWith(one) && word.length >= one.length + LEAST_ROOT);
  return holder === undefined ? word : `${word.slice(0, -holder.length)}person`;
}

/** An office in a report’s words, with the body that it is of. */
export function wordingOf(title: string, of: string | null): Wording {
  const [own, behind] = [tokensOf(title), tokensOf(of ?? '')];
  const head = headOf(own.filter((word) => !RANKS.has(word)));
  const all = new Set([...own, ...behind]).difference(JOINING);
  return {
    role: plainRole(head),
    ranks: new Set(own).intersection(RANKS),
    rest: new Set([...all].filter((word) => word !== head && !RANKS.has(word))),
    body: behind.length === 0 ? null : headOf(behind),
  };
}

/** A body by its name alone. */
export function bodyWording(name: string): Wording {
  const tokens = tokensOf(name);
  return {
    role: '',
    ranks: new Set(),
    rest: new Set(tokens).difference(JOINING),
    body: headOf(tokens),
  };
}

/** Whether all that one wording tells is told by another too: the same office, and no other body. */
export function isWithin(one: Wording, other: Wording): boolean {
  if (one.role !== other.role || !one.rest.isSubsetOf(other.rest)) return false;
  if (one.ranks.size !== other.ranks.size || !one.ranks.isSubsetOf(other.ranks)) return false;
  return one.body === null || other.body === null || one.body === other.body;
}

/** What several reports call one thing. */
export interface Gathered<One> {
  /** The one whose wording tells most. */
  readonly fullest: One;
  /** All in the order in which they came, the fullest too. */
  readonly all: readonly One[];
}

/**
 * Puts what is called otherwise together: a shorter wording joins the longer one within which it is. One that is within two
 * which are not one stands by itself, since nothing tells of which it is.
 */
export function gathered<One>(
  some: readonly One[],
  wording: (one: One) => Wording,
  mayBeOne: (one: One, other: One) => boolean = () => true,
): readonly Gathered<One>[] {
  const inOrder = some.map((one, at) => ({ one, at, words: wording(one) }));
  const forms = [...Map.groupBy(inOrder, ({ words }) => keyOf(words)).values()].toSorted(
    (a, b) => size(b) - size(a) || b.length - a.length,
  );
  const lines: (typeof inOrder)[] = [];
  for (const form of forms) {
    const [first] = form;
    if (first === undefined) continue;
    const holding = lines.filter(
      ([fullest]) => fullest !== undefined && isWithin(first.words, fullest.words),
    );
    const [line, other] = holding;
    if (line?.[0] !== undefined && other === undefined && mayBeOne(first.one, line[0].one))
      line.push(...form);
    else lines.push([...form]);
  }
  return lines.flatMap((line) => {
    const [first] = line;
    if (first === undefined) return [];
    return [{ fullest: first.one, all: line.toSorted((a, b) => a.at - b.at).map(({ one }) => one) }];
  });
}

const size = (form: readonly { readonly words: Wording }[]) => form[0]?.words.rest.size ?? 0;

const keyOf = ({ role, ranks, rest, body }: Wording) =>
  JSON.stringify([role, [...ranks].toSorted(), [...rest].toSorted(), body]);
