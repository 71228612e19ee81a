import { createHash } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { promisify } from 'node:util';
import { zstdDecompress } from 'node:zlib';
import { type LinearModel, parserOf, unpackModel, unpackParser } from '../analyse/index.ts';
import { HOME } from '../home.ts';
import { Fault } from '../record/index.ts';

export const MODELS = new URL('models/', HOME);
/** Beside this thread, which reads the lexicons meanwhile. */
const decompress = promisify(zstdDecompress);

/** Reads, checks and unpacks the linear model of a language; a file that is missing or damaged is a Fault in one line. */
export async function loadLinearModel(language: string, models: URL = MODELS): Promise<LinearModel> {
  const [weights, parser] = await Promise.all(
    linearFiles(language).map(async (path) => await decompress(await readChecked(path, models))),
  );
  if (weights === undefined || parser === undefined) throw new Error('expected two files of a linear model');
  const trees = unpackParser(parser);
  return { ...unpackModel(weights), parser: (words) => parserOf(trees, words) };
}

/** The files of the linear model of a language, under `models/`: the tagger's weights and the parser's. */
export const linearFiles = (language: string): [weights: string, parser: string] => [
  `${language}-linear/linear.bin.zst`,
  `${language}-linear/parser.bin.zst`,
];

/** Where the SHA-256 of a file under `models/` stands. */
export const checksumOf = (path: string): URL => new URL(`${path}.sha256`, MODELS);

/** A file under `models/` whose SHA-256 is the one beside it. */
export async function readChecked(path: string, models: URL = MODELS): Promise<Buffer> {
  const file = new URL(path, models);
  const name = `models/${path}`;
  const [bytes, line] = await Promise.all([
    readFile(file),
    readFile(new URL(`${file}.sha256`), 'utf8'),
  ]).catch((cause) => {
    throw new Fault('no-model', `expected the model ${name}, found none: install onrecord again`, { cause });
  });
  const wanted = line.split(/\s/)[0];
  const found = createHash('sha256').update(bytes).digest('hex');
  if (found !== wanted)
    throw new Fault(
      'damaged-model',
      `expected ${name} with SHA-256 ${wanted}, found ${found}: install onrecord again`,
    );
  return bytes;
}
