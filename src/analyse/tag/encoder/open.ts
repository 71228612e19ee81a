import { type Block, type EncoderModel, type Graph, headsOf } from './model.ts';
import { pieceTable } from './piece-table.ts';
import { wordPieces } from './word-pieces.ts';

/** What is used of a runtime for ONNX graphs: onnxruntime-node, and onnxruntime-web in a page. */
export interface Runtime {
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

/** The files of an encoder, as they lie under `models/`. */
export interface EncoderFiles {
  readonly encoder: Uint8Array;
  readonly roles: Uint8Array;
  readonly arcs: Uint8Array;
  readonly relations: Uint8Array;
  readonly mentions: Uint8Array;
  readonly pairs: Uint8Array;
  readonly event: Uint8Array;
  /** `heads.json` */
  readonly heads: string;
  /** `vocabulary.txt` */
  readonly vocabulary: string;
  readonly table: Uint8Array;
}

/** One thread each: lanes are what runs side by side. */
const OPTIONS = {
  enableCpuMemArena: false,
  enableMemPattern: false,
  intraOpNumThreads: 1,
  interOpNumThreads: 1,
};

/** Opens an encoder on a runtime, each of its graphs in one thread. Throws where a file is none of an encoder's. */
export async function openEncoder(
  runtime: Runtime,
  { heads, vocabulary, table, ...graphs }: EncoderFiles,
): Promise<EncoderModel> {
  const open = (bytes: Uint8Array) => openGraph(runtime, bytes);
  return {
    ...headsOf(heads),
    pieces: wordPieces(vocabulary.trimEnd().split('\n')),
    table: pieceTable(table),
    encoder: await open(graphs.encoder),
    roles: await open(graphs.roles),
    arcs: await open(graphs.arcs),
    relations: await open(graphs.relations),
    mentions: await open(graphs.mentions),
    pairs: await open(graphs.pairs),
    event: await open(graphs.event),
  };
}

/** Opens one graph on a runtime. */
export async function openGraph({ Tensor, InferenceSession }: Runtime, bytes: Uint8Array): Promise<Graph> {
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
