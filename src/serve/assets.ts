import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { Hono } from 'hono';
import { HOME } from '../home.ts';
import { classOf, OWN_STYLES, STYLES } from './styles.ts';

const OWN = new URL('src/serve/assets/', HOME);
const FONTS: Readonly<Record<string, string>> = {
  inter: import.meta.resolve('@fontsource-variable/inter/index.css'),
  'source-serif-4': import.meta.resolve('@fontsource-variable/source-serif-4/index.css'),
};
const A_WEEK = 'public, max-age=604800';

async function styleSheet(): Promise<string> {
  const read = (part: string) => text(new URL(`style/${part}.css`, OWN));
  const [shared, own] = await Promise.all([
    Promise.all(STYLES.map(read)),
    Promise.all(OWN_STYLES.map(async (part) => `:where(.${classOf(part)}) {\n${await read(part)}}`)),
  ]);
  // What a page has of its own goes before what all have, and print before both.
  return [...shared.slice(0, -1), ...own, ...shared.slice(-1)].join('\n');
}

/** The files of the pages, by name, and what they are. */
const FILES: Readonly<Record<string, string>> = {
  'theme.js': 'text/javascript; charset=utf-8',
  'light.js': 'text/javascript; charset=utf-8',
  'steps.js': 'text/javascript; charset=utf-8',
  'all-keys.js': 'text/javascript; charset=utf-8',
  'today.js': 'text/javascript; charset=utf-8',
  'keys.js': 'text/javascript; charset=utf-8',
  'check.js': 'text/javascript; charset=utf-8',
  'draft-text.js': 'text/javascript; charset=utf-8',
  'draft-notes.js': 'text/javascript; charset=utf-8',
  'review.js': 'text/javascript; charset=utf-8',
  'places.js': 'text/javascript; charset=utf-8',
  'margin.js': 'text/javascript; charset=utf-8',
  'copy.js': 'text/javascript; charset=utf-8',
  'waiting.js': 'text/javascript; charset=utf-8',
  'icon.svg': 'image/svg+xml',
};

/** The style sheet, the script, the icon and the fonts: the only files that the server gives from disk, each by its own name. */
export function assets(): Hono {
  return new Hono()
    .get('/style.css', async (context) => {
      return context.body(await styleSheet(), 200, { 'content-type': 'text/css; charset=utf-8' });
    })
    .get('/:file', async (context) => {
      const type = own(FILES, context.req.param('file'));
      if (type === undefined) return context.notFound();
      return context.body(await text(new URL(context.req.param('file'), OWN)), 200, { 'content-type': type });
    })
    .get('/fonts/:font/index.css', async (context) => {
      const sheet = own(FONTS, context.req.param('font'));
      if (sheet === undefined) return context.notFound();
      return context.body(await text(new URL(sheet)), 200, {
        'content-type': 'text/css; charset=utf-8',
        'cache-control': A_WEEK,
      });
    })
    .get('/fonts/:font/files/:file{[a-z0-9-]+[.]woff2}', async (context) => {
      const sheet = own(FONTS, context.req.param('font'));
      if (sheet === undefined) return context.notFound();
      const bytes = await readFile(fileURLToPath(new URL(`files/${context.req.param('file')}`, sheet))).catch(
        () => null,
      );
      return bytes === null
        ? context.notFound()
        : context.body(new Uint8Array(bytes), 200, { 'content-type': 'font/woff2', 'cache-control': A_WEEK });
    });
}

/** What a table has under a name, and not what every object has. */
const own = (table: Readonly<Record<string, string>>, name: string): string | undefined =>
  Object.hasOwn(table, name) ? table[name] : undefined;

const text = (url: URL) => readFile(url, 'utf8');
