/** Says what is wrong with files of `hands/`, or counts them: `node training/events/check.ts FILE...` */
import { readFile } from 'node:fs/promises';
import { parseWhen, publicationDay } from '../../src/record/index.ts';
import { readMarked } from './marked.ts';

for (const path of process.argv.slice(2)) {
  const counts = new Map<string, number>();
  const add = (name: string) => counts.set(name, (counts.get(name) ?? 0) + 1);
  for (const { chain, item, published, text, marks, events } of readMarked(await readFile(path, 'utf8'))) {
    add('reports');
    if (publicationDay(published) === null) console.log(`${chain}/${item}: ${published} is no day`);
    for (const { when, status, number } of events) {
      add(status);
      if (when !== null && parseWhen(when) === null)
        console.log(`${chain}/${item}: event ${number}: ${when} is no date`);
    }
    for (const { part } of marks) add(part);
    for (const { 0: words, index: at } of text.matchAll(
      /\b(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|today|tomorrow|yesterday|January|February|August|September|October|November|December)\b/g,
    )) {
      if (
        !marks.some(({ start, end, part }) => start <= at && at < end && part !== 'place' && part !== 'who')
      )
        console.log(`${chain}/${item}: "${words}" is not marked`);
    }
  }
  console.log(path, [...counts].map(([name, count]) => `${name} ${count}`).join(', '));
}
