import { type Context, Hono } from 'hono';
import type {
  Ledger,
  OutletLine,
  PagePart,
  Precedence,
  RootKind,
  RootLine,
  TakenLine,
} from '../../ledger/index.ts';
import { csvLine, type Utterance } from '../../record/index.ts';
import { numberOf, withPortion } from '../api/portions.ts';
import { STANDINGS, sourcePage } from '../pages/sources/source.ts';
import { ROOT_KINDS, sourcesPage } from '../pages/sources/sources.ts';
import { invalid, problem } from '../problem.ts';
import { data } from './answers.ts';
import { wantsData } from './wants-data.ts';

const ON_A_PAGE = 50;
const UTTERANCES = 20;
/** The picture shows so many media, and so many outlets that may have their words. */
const MEDIA = 8;
const OUTLETS = 16;
/** Rows of a table. */
const IN_A_TABLE = 1000;

/** Who has what from whom, and all about one outlet or root source. */
export function sourceRoutes(ledger: Ledger): Hono {
  const web = new Hono();

  web.get('/:page{sources(?:[.]json)?}', async (context) => {
    const kind = kindIn(context);
    if (kind === null) return noKind(context);
    const media = await ledger.roots({ kind: 'medium', limit: MEDIA, offset: 0 });
    const ask = async (part: PagePart) => {
      const [{ roots }, { outlets }] = await Promise.all([
        ledger.roots({ kind, ...part }),
        ledger.outlets(part),
      ]);
      return { lines: besideEachOther(roots, outlets) };
    };
    return withPortion(context, { each: ON_A_PAGE, ask, nameOf: () => null }, async (part) => {
      const roots = part.lines.flatMap(({ root }) => root ?? []);
      const outlets = part.lines.flatMap(({ outlet }) => outlet ?? []);
      const takings = await ledger.takings({
        kind: 'medium',
        roots: media.roots.map(({ root }) => root),
        outlets: outlets.slice(0, OUTLETS).flatMap(({ outlet }) => outlet ?? []),
      });
      const number = numberOf(part, ON_A_PAGE);
      const shelf = { kind, roots, outlets, takings, number, isMore: part.next !== null };
      return wantsData(context) ? data(context, shelf, part.next) : context.html(sourcesPage(shelf));
    });
  });

  web.get('/sources.csv', async (context) => {
    const part = { limit: IN_A_TABLE, offset: 0 };
    if (context.req.query('list') === 'outlets')
      return table(context, OUTLET_COLUMNS, (await ledger.outlets(part)).outlets);
    const kind = kindIn(context);
    return kind === null
      ? noKind(context)
      : table(context, ROOT_COLUMNS, (await ledger.roots({ kind, ...part })).roots);
  });

  web.get('/sources/:name{.+}', async (context) => {
    const { name, form } = namedIn(context.req.param('name'));
    const source = await ledger.source(name);
    if (source === null)
      return problem(
        context,
        404,
        'No such source',
        `no outlet and no root source in this ledger is called ${name}`,
      );
    if (form === '.csv') return table(context, TAKEN_COLUMNS, [...source.takes, ...source.takers]);
    const stood = stoodIn(context);
    if (stood === null)
      return invalid(context, 'No such order', {
        stood: `expected one of ${Object.keys(STANDINGS).join(', ')}`,
      });
    const ask = async (part: PagePart) => ({
      lines: (await ledger.toldBy({ outlet: name, stood, ...part })).utterances,
    });
    return withPortion(context, { each: UTTERANCES, ask, nameOf: ({ id }: Utterance) => id }, (part) => {
      const [utterances, number] = [part.lines, numberOf(part, UTTERANCES)];
      const told = { utterances, isMore: part.next !== null, stood, number };
      return form === '.json'
        ? data(context, { ...source, told }, part.next)
        : context.html(sourcePage(source, told));
    });
  });

  return web;
}

/** A name, and in which form all about it is asked for. */
function namedIn(asked: string): { name: string; form: string } {
  const form = ['.json', '.csv'].find((one) => asked.endsWith(one)) ?? '';
  return { name: asked.slice(0, asked.length - form.length), form };
}

/** Which kind of root sources is asked for; null for one that there is not. */
function kindIn(context: Context): RootKind | null {
  const asked = context.req.query('kind') || 'medium';
  return (Object.keys(ROOT_KINDS) as RootKind[]).find((kind) => kind === asked) ?? null;
}

const noKind = (context: Context) =>
  invalid(context, 'No such kind', { kind: `expected one of ${Object.keys(ROOT_KINDS).join(', ')}` });

function stoodIn(context: Context): Precedence | null {
  const asked = context.req.query('stood') || 'first';
  return (Object.keys(STANDINGS) as Precedence[]).find((one) => one === asked) ?? null;
}

/** Two lists that go on together: the first of one beside the first of the other, and so on. */
const besideEachOther = (roots: readonly RootLine[], outlets: readonly OutletLine[]) =>
  Array.from({ length: Math.max(roots.length, outlets.length) }, (_, nth) => ({
    root: roots[nth],
    outlet: outlets[nth],
  }));

const ROOT_COLUMNS = [
  'kind',
  'root',
  'statements',
  'utterances',
  'outlets',
] as const satisfies (keyof RootLine)[];
const OUTLET_COLUMNS = [
  'outlet',
  'reports',
  'utterances',
  'statements',
  'alone',
  'first',
  'later',
] as const satisfies (keyof OutletLine)[];
const TAKEN_COLUMNS = [
  'outlet',
  'kind',
  'root',
  'utterances',
  'statements',
  'first',
] as const satisfies (keyof TakenLine)[];

/** A table of lines; a cell that a spreadsheet would run as a formula begins with an apostrophe. */
function table<Column extends string>(
  context: Context,
  columns: readonly Column[],
  lines: readonly Readonly<Record<Column, string | number | null>>[],
): Response {
  const cell = (value: string | number | null) => String(value ?? '').replace(/^(?=[=+\-@\t\r])/, "'");
  const rows = lines.map((line) => csvLine(columns.map((column) => cell(line[column]))));
  return context.body([csvLine(columns), ...rows].join(''), 200, {
    'content-type': 'text/csv; charset=utf-8',
  });
}
