/** Writes the documentation that is made from the code: `npm run docs`. A test says when it is out of date. */
import { writeFile } from 'node:fs/promises';
import { commandsPage } from './docs/commands.ts';
import { formatPages } from './docs/format.ts';
import { answered, guides, writeGuide } from './docs/guides.ts';
import { LIBRARY_PAGE, libraryPage, printed } from './docs/library.ts';

const DOCS = new URL('../docs/', import.meta.url);

for (const [name, page] of Object.entries(formatPages()))
  await writeFile(new URL(`format/${name}`, DOCS), page);
await writeFile(new URL('guide/commands.md', DOCS), commandsPage());
for (const [name, guide] of await guides()) await writeGuide(name, await answered(guide));
await writeFile(LIBRARY_PAGE, await printed(await libraryPage()));
