/**
 * What `read` gives of the events that one hand marked: `node training/events/measure.ts HAND [--models DIR]`. Says of how
 * many hands' events an event of the record holds a word that names them, and of the best of those whether date, standing,
 * place and who takes part are right. A figure counts for a hand that the models have not learnt from.
 */
import { readFile } from 'node:fs/promises';
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { sameDays } from '../../evals/revisions/index.ts';
import { analyse, encoderTagger, type Kit } from '../../src/analyse/index.ts';
import { loadEncoderModel } from '../../src/load/encoder.ts';
import { loadKit } from '../../src/load/index.ts';
import { foldedWords, overlaps } from '../../src/text/index.ts';
import { reportOf } from '../../test/reports.ts';
import { type MarkedReport, readMarked } from './marked.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { models: { type: 'string' }, tagger: { type: 'string', default: 'encoder' } },
});
const [hand] = positionals;
if (hand === undefined) {
  console.error('expected the name of a hand, such as h8');
  process.exit(2);
}
const own = await loadKit({ tagger: values.tagger === 'linear' ? 'linear' : 'encoder' });
const kit: Kit =
  values.models === undefined
    ? own
    : { ...own, tagger: encoderTagger(await loadEncoderModel('en', pathToFileURL(`${values.models}/`))) };
const reports = readMarked(await readFile(new URL(`hands/${hand}.txt`, import.meta.url), 'utf8'));

const right = { found: 0, when: 0, status: 0, both: 0, place: 0, who: 0 };
const all = { events: 0, place: 0, who: 0, told: 0 };
for (const report of reports) {
  const [record] = await analyse(
    [reportOf(report.text, { published: report.published, outlet: report.outlet })],
    kit,
  );
  all.told += record?.events.length ?? 0;
  for (const { number, when, status } of report.events) {
    const names = marked(report, number, 'names');
    const found = (record?.events ?? [])
      .filter(({ spans }) => spans.some((span) => names.some((name) => overlaps(span, name))))
      .map((event) => ({
        event,
        when: sameDays(event.when, when),
        status: over(event.status) === over(status),
      }));
    const [best] = found.toSorted(
      (a, b) => Number(b.when) + Number(b.status) - Number(a.when) - Number(a.status),
    );
    all.events++;
    if (best === undefined) continue;
    right.found++;
    if (best.when) right.when++;
    if (best.status) right.status++;
    if (best.when && best.status) right.both++;
    const places = marked(report, number, 'place');
    if (places.length > 0) all.place++;
    if (places.some((place) => isIn(best.event.place?.name, report, place))) right.place++;
    const who = marked(report, number, 'who');
    all.who += who.length;
    right.who += who.filter((one) =>
      best.event.participants.some(({ name }) => isIn(name, report, one)),
    ).length;
  }
}
const share = (part: number, whole: number) => (whole === 0 ? '–' : ((100 * part) / whole).toFixed(1));
console.log(
  `${hand}: ${all.events} events, ${all.told} told; found ${share(right.found, all.events)}, date ${share(right.when, all.events)}, standing ${share(right.status, all.events)}, both ${share(right.both, all.events)}, place ${share(right.place, all.place)}, who ${share(right.who, all.who)}`,
);

function marked({ marks }: MarkedReport, number: number, part: 'names' | 'place' | 'who') {
  return marks.filter((mark) => mark.event === number && mark.part === part);
}

/** Under way counts as held, as in the chains. */
function over(status: string): string {
  return status === 'under way' ? 'held' : status;
}

/** Whether one of two names has the words of the other. */
function isIn(
  name: string | undefined,
  { text }: MarkedReport,
  { start, end }: { start: number; end: number },
) {
  if (name === undefined) return false;
  const forms = (words: string) =>
    ` ${foldedWords(words)
      .map(({ form }) => form)
      .join(' ')} `;
  const [a, b] = [forms(name), forms(text.slice(start, end))];
  return a.includes(b) || b.includes(a);
}
