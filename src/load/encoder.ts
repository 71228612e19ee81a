import {
  type Block,
  type EncoderModel,
  type Graph,
  headsOf,
  pieceTable,
  wordPieces,
} from '../analyse/index.ts';
import { Fault } from '../record/index.ts';
import { MODELS, readChecked } from './model.ts';

/** What is used of onnxruntime-node, which may not be there: an optional dependency has no types to build by. */
interface Runtime {
  readonly Tensor: new (
    kind: 'float32' | 'int32',
    values: Block['values'],
    shape: readonly number[],
  ) => unknown;
  readonly InferenceSession: { create(bytes: Uint8Array, options: object): Promise<Session> };
}

interface Session {
  run(inputs: Record<string, unknown>): Promise<Record<string, { readonly data: Float32Array }>>;
}

/** The package by a name that no bundler and no type checker follows. */
const RUNTIME: string = 'onnxruntime-node';

/** The files of the encoder of a language, under `models/`. */
export const encoderFiles = (language: string): string[] => Object.values(filesOf(language));

const filesOf = (language: string) => ({
  encoder: `${language}-encoder/encoder.onnx`,
  roles: `${language}-encoder/roles.onnx`,
  arcs: `${language}-encoder/arcs.onnx`,
  relations: `${language}-encoder/relations.onnx`,
  heads: `${language}-encoder/heads.json`,
  vocabulary: `${language}-pieces/vocabulary.txt`,
  table: `${language}-pieces/table.bin`,
});

/**
 * Reads and checks the encoder of a language, and opens its graphs, each in one thread. A runtime that is not there, and a
 * file that is missing or damaged, are a Fault in one line.
 */
export async function loadEncoderModel(language: string, models: URL = MODELS): Promise<EncoderModel> {
  const files = filesOf(language);
  const runtime = await loadRuntime();
  const read = (path: string) => readChecked(path, models);
  const open = async (path: string) => graphOf(await read(path), runtime);
  const [encoder, roles, arcs, relations, heads, vocabulary, table] = await Promise.all([
    open(files.encoder),
    open(files.roles),
    open(files.arcs),
    open(files.relations),
    read(files.heads),
    read(files.vocabulary),
    read(files.table),
  ]);
  return {
    ...headsOf(heads.toString('utf8')),
    pieces: wordPieces(vocabulary.toString('utf8').trimEnd().split('\n')),
    table: pieceTable(table),
    encoder,
    roles,
    arcs,
    relations,
  };
}

async function loadRuntime(): Promise<Runtime> {
  try {
    return (await import(RUNTIME)) as Runtime;
  } catch (cause) {
    const why = cause instanceof Error ? cause.message.split('\n')[0] : String(cause);
    throw new Fault('no-runtime', `expected the package ${RUNTIME}, found none that runs here: ${why}`, {
      cause,
    });
  }
}

/** One thread each: lanes are what runs side by side. */
const OPTIONS = { executionProviders: ['cpu'], intraOpNumThreads: 1, interOpNumThreads: 1 };

async function graphOf(bytes: Uint8Array, { Tensor, InferenceSession }: Runtime): Promise<Graph> {
  const session = await InferenceSession.create(bytes, OPTIONS);
  return async (inputs) => {
    const given = Object.entries(inputs).map(([name, { shape, values }]) => {
      const kind = values instanceof Float32Array ? 'float32' : 'int32';
      return [name, new Tensor(kind, values, shape)] as const;
    });
    const found = await session.run(Object.fromEntries(given));
    return Object.fromEntries(Object.entries(found).map(([name, { data }]) => [name, data]));
  };
}
