import { type Context, Hono } from 'hono';
import type { Ledger, OutletLine, Precedence, RootKind, RootLine, TakenLine } from '../../ledger/index.ts';
import { csvLine } from '../../record/index.ts';
import { STANDINGS, sourcePage } from '../pages/sources/source.ts';
import { ROOT_KINDS, sourcesPage } from '../pages/sources/sources.ts';
import { problem } from '../problem.ts';
import { data } from './answers.ts';
import { wantsData } from './wants-data.ts';

const ON_A_PAGE = 50;
const UTTERANCES = 20;
/** The picture shows so many media, and so many outlets that may have their words. */
const MEDIA = 8;
const OUTLETS = 16;
const MOST_PAGES = 1000;
/** Rows of a table. */
const IN_A_TABLE = 1000;

/** Who has what from whom, and all about one outlet or root source. */
export function sourceRoutes(ledger: Ledger): Hono {
  const web = new Hono();

  web.get('/:page{sources(?:[.]json)?}', async (context) => {
    const kind = kindIn(context);
    if (kind === null) return noKind(context);
    const number = numberIn(context);
    const part = { limit: ON_A_PAGE, offset: (number - 1) * ON_A_PAGE };
    const [own, all, media] = await Promise.all([
      ledger.roots({ kind, ...part }),
      ledger.outlets(part),
      ledger.roots({ kind: 'medium', limit: MEDIA, offset: 0 }),
    ]);
    const takings = await ledger.takings({
      kind: 'medium',
      roots: media.roots.map(({ root }) => root),
      outlets: all.outlets.slice(0, OUTLETS).flatMap(({ outlet }) => outlet ?? []),
    });
    const isMore = own.isMore || all.isMore;
    const shelf = { kind, roots: own.roots, outlets: all.outlets, takings, number, isMore };
    return wantsData(context) ? data(context, shelf) : context.html(sourcesPage(shelf));
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
      return problem(context, 400, 'No such order', `expected one of ${Object.keys(STANDINGS).join(', ')}`);
    const number = numberIn(context);
    const part = { limit: UTTERANCES, offset: (number - 1) * UTTERANCES };
    const told = { ...(await ledger.toldBy({ outlet: name, stood, ...part })), stood, number };
    return form === '.json' ? data(context, { ...source, told }) : context.html(sourcePage(source, told));
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
  problem(context, 400, 'No such kind', `expected one of ${Object.keys(ROOT_KINDS).join(', ')}`);

function stoodIn(context: Context): Precedence | null {
  const asked = context.req.query('stood') || 'first';
  return (Object.keys(STANDINGS) as Precedence[]).find((one) => one === asked) ?? null;
}

const numberIn = (context: Context): number =>
  Math.min(Math.max(1, Number.parseInt(context.req.query('page') ?? '1', 10) || 1), MOST_PAGES);

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
