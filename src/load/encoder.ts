import { createRequire } from 'node:module';
import {
  type EncoderModel,
  openEncoder,
  openGraph,
  pieceTable,
  type Runtime,
  type SentenceModel,
  type StanceModel,
  wordPieces,
} from '../analyse/index.ts';
import { Fault } from '../record/index.ts';
import { MODELS, readChecked } from './model.ts';

const RUNTIME = 'onnxruntime-node';
/** Takes the package where it is, which neither the bundler nor the compiler may need: it is optional. */
const take = createRequire(import.meta.url);

/** The files of the encoder of a language, under `models/`. */
export const encoderFiles = (language: string): string[] => Object.values(filesOf(language));

const filesOf = (language: string) => ({
  encoder: `${language}-encoder/encoder.onnx`,
  roles: `${language}-encoder/roles.onnx`,
  arcs: `${language}-encoder/arcs.onnx`,
  relations: `${language}-encoder/relations.onnx`,
  mentions: `${language}-encoder/mentions.onnx`,
  pairs: `${language}-encoder/pairs.onnx`,
  event: `${language}-encoder/event.onnx`,
  heads: `${language}-encoder/heads.json`,
  vocabulary: `${language}-pieces/vocabulary.txt`,
  table: `${language}-pieces/table.bin`,
});

/**
 * Reads and checks the encoder of a language, and opens its graphs. A runtime that is not there, and a file that is missing
 * or damaged, are a Fault in one line.
 */
export async function loadEncoderModel(language: string, models: URL = MODELS): Promise<EncoderModel> {
  const runtime = loadRuntime();
  const read = Object.entries(filesOf(language)).map(
    async ([name, path]) => [name, await readChecked(path, models)] as const,
  );
  const bytes = Object.fromEntries(await Promise.all(read)) as Record<
    keyof ReturnType<typeof filesOf>,
    Buffer
  >;
  return await openEncoder(runtime, {
    ...bytes,
    heads: bytes.heads.toString('utf8'),
    vocabulary: bytes.vocabulary.toString('utf8'),
  });
}

/** Reads and checks the sentence model of a language, as above. */
export async function loadSentenceModel(language: string, models: URL = MODELS): Promise<SentenceModel> {
  const { vocabulary, table, graph } = await loadGraph(
    `${language}-sentence/sentence.onnx`,
    language,
    models,
  );
  return { pieces: vocabulary, table, sentence: graph };
}

/** Reads and checks what tells stances in a language, as above. */
export async function loadStanceModel(language: string, models: URL = MODELS): Promise<StanceModel> {
  const { vocabulary, table, graph } = await loadGraph(`${language}-stance/stance.onnx`, language, models);
  return { pieces: vocabulary, table, stance: graph };
}

/** One graph, with the pieces of the language and their table. */
async function loadGraph(path: string, language: string, models: URL) {
  const runtime = loadRuntime();
  const { vocabulary, table } = filesOf(language);
  const [graph, pieces, rows] = await Promise.all(
    [path, vocabulary, table].map((file) => readChecked(file, models)),
  );
  return {
    vocabulary: wordPieces((pieces ?? '').toString().trimEnd().split('\n')),
    table: pieceTable(rows ?? new Uint8Array()),
    graph: await openGraph(runtime, graph ?? new Uint8Array()),
  };
}

function loadRuntime(): Runtime {
  try {
    return take(RUNTIME) as Runtime;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new Fault('no-runtime', `expected the package ${RUNTIME}, found none that runs here: ${why}`, {
      cause,
    });
  }
}
