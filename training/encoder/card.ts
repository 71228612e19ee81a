/**
 * Sixth step: the model's card with the figures that `npm run eval` measured last (`evals/reports/`).
 * `node training/encoder/card.ts [--out models/en-encoder]`
 */
import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { reported } from '../../evals/report.ts';

const { values } = parseArgs({ options: { out: { type: 'string', default: 'models/en-encoder' } } });
const [polnear, gum, trees] = await Promise.all([reported('polnear'), reported('gum'), reported('trees')]);
const of = (figures: typeof polnear, ...names: string[]) =>
  names.map((name) => (figures[name] ?? Number.NaN).toFixed(1)).join(' / ');

await writeFile(
  join(values.out, 'card.md'),
  `# Model card: en-encoder

**What it is.** The encoder of Onrecord for English news: \`e5-small-v2\` (12 layers of 384) fine-tuned with heads for cues, cues within contents, the source and content of a cue, names, trees and announced events, in int8. \`encoder.onnx\` reads windows of paragraphs, \`roles.onnx\` asks each cue who and what, \`arcs.onnx\` and \`relations.onnx\` give trees, \`mentions.onnx\`, \`pairs.onnx\` and \`event.onnx\` read events, \`heads.json\` holds the chains, labels and what tells how sure it is; the vectors of pieces are those of \`../en-pieces/\`. Each file has its SHA-256 beside it, which \`src/load/encoder.ts\` checks.

**Trained on.**

| set | how | licence |
|---|---|---|
| PolNeAR 1.0 train, 840 US news articles of 2015–16, 19,868 attributions (Newell, Margolin and Ruths 2018) | cues, sources and contents of all annotators; one article in three each epoch with names, marks and headlines exchanged | none stated for the data; annotation package MIT; texts belong to their publishers |
| the same texts | silver: names by spaCy's small English model (MIT); cues within contents by an earlier fit of this model | as above |
| GUM, its train part without the news (Zeldes 2017) | names, parts of speech, heads and relations | annotations CC BY 4.0; texts CC BY to CC BY-NC-SA by genre |
| \`training/events/hands/\`: 1,013 of 1,059 invented reports by twelve hands, all but the eighth | words that name events, their dates, places, participants and standing | CC0 (ours) |
| chains of announcements by hand a (\`evals/revisions/\`) | the same, without participants | CC0 (ours) |
| wikigold (Balasuriya and others 2009) | names | CC BY 4.0 |
| e5-small-v2 (Wang and others 2022) | the weights that the fit began with, and the table of pieces, unchanged | MIT |

**Notice.** The weights are trained on research corpora and hold no text of theirs. They carry this notice of their own, apart from the code's Apache-2.0.

**How made.** \`training/encoder/README.md\`.

**Figures** (dev, by the functions that \`onrecord read\` calls): PolNeAR, exact F1 of source / cue / content in CofeNet's protocol ${of(polnear, 'exactSourceF1', 'exactCueF1', 'exactContentF1')}; linked F1 ${of(polnear, 'linkedF1')} (precision / recall ${of(polnear, 'linkedPrecision', 'linkedRecall')}); exact triple ${of(polnear, 'exactTripleF1')}, who said what ${of(polnear, 'whoSaidWhatF1')}; sources invented where annotators name none ${of(polnear, 'inventedSources')} %; calibration error ${of(polnear, 'calibrationError')}; in another register at most ${of(polnear, 'alteredMostLost')} points less. Names in GUM's news texts, exact F1 of person / organisation / place: ${of(gum, 'newsPersonF1', 'newsOrganizationF1', 'newsPlaceF1')}. Trees there, labelled attachment ${of(trees, 'newsLAS')}, parts of speech ${of(trees, 'newsParts')}.

**Limits.** US politics, one kind of outlet and period. Statements within statements were learnt from silver. Events were learnt from invented reports of a few hundred words. A name that a text has as a team or a band is often taken for the place or person it is named after. Numbers are rounded as the machine's instructions have it: what hangs by a hair may fall otherwise on another kind of machine. English alone.
`,
);
