import { existsSync } from 'node:fs';
import { readdir, readFile } from 'node:fs/promises';

/** What the packages whose modules are in a bundle, and further ones by their folders, want to be told of them. */
export async function noticesOf(
  modules: readonly string[],
  further: readonly string[] = [],
): Promise<string> {
  const folders = [...modules.map(packageOf).filter((folder) => folder !== undefined), ...further];
  const notices = await Promise.all([...new Set(folders)].toSorted().map(noticeOf));
  return notices.join(`\n${'-'.repeat(80)}\n\n`);
}

/** The folder of the package that a module is of, or undefined for the project's own. */
function packageOf(id: string): string | undefined {
  const folders = [...id.matchAll(/\/node_modules\/(?:@[^/]+\/)?[^/]+/g)].map(({ index, 0: { length } }) =>
    id.slice(0, index + length),
  );
  return folders.findLast((folder) => existsSync(`${folder}/package.json`));
}

/** What a package wants to be told of it wherever it goes: its name, and its licence in its own words where it brings them. */
async function noticeOf(folder: string): Promise<string> {
  const { name, version, license } = JSON.parse(await readFile(`${folder}/package.json`, 'utf8'));
  const files = (await readdir(folder)).filter((file) => /^(?:licen[cs]e|notice)\b/i.test(file)).toSorted();
  const texts = await Promise.all(files.map((file) => readFile(`${folder}/${file}`, 'utf8')));
  return `${name} ${version}, ${license}\n\n${texts.join('\n')}`;
}
