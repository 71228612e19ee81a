import { zstdDecompressSync } from 'node:zlib';
import { type LinearModel, unpackModel } from '../../../src/analyse/index.ts';
import { linearFiles, readChecked } from '../../../src/load/model.ts';

/** The tagger's model without the parser that is yet to be learnt: its vocabulary is what the parser knows of words. */
export async function loadTaggerModel(language: string): Promise<LinearModel> {
  const [weights] = linearFiles(language);
  return unpackModel(zstdDecompressSync(await readChecked(weights)));
}
