import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import { analyse, readText } from '../src/index.ts';
import { loadKit } from '../src/load/index.ts';
import { type RawPage, snapshotId } from '../src/record/index.ts';
import { answerOf } from './answer.ts';
import type { Ask, Told } from './message.ts';
import { tellBytes } from './node/files.ts';
import { loadRuntime } from './node/runtime.ts';

const kits = new Map<string, ReturnType<typeof loadKit>>();

/** The words and the model of a tagger, fetched from beside the page when they are asked for first. */
async function kitOf(tagger: Ask['tagger']): ReturnType<typeof loadKit> {
  const known = kits.get(tagger);
  if (known !== undefined) return await known;
  if (tagger === 'encoder') await loadRuntime();
  const loading = loadKit({ tagger });
  kits.set(tagger, loading);
  return await loading;
}

function pageOf({ text, published }: Ask): RawPage {
  const bytes = utf8ToBytes(text);
  return {
    kind: 'page',
    path: 'pasted',
    lineage: 'pasted',
    format: 'text',
    web: null,
    text,
    encoding: 'utf-8',
    bytes,
    snapshot: snapshotId.parse(`sha256:${bytesToHex(sha256(bytes))}`),
    given: { url: null, outlet: null, published, headline: null },
  };
}

/** Reads a pasted text, with what that takes fetched before. */
async function read(ask: Ask): Promise<Told> {
  const report = readText(pageOf(ask));
  if ('code' in report) return { kind: 'refused', why: report.message };
  let told = 0;
  tellBytes((done) => {
    // A page draws sixty times a second: what comes between is of no use to it.
    if (performance.now() - told < 50) return;
    told = performance.now();
    tell({ kind: 'bytes', done });
  });
  const kit = await kitOf(ask.tagger);
  tell({ kind: 'reading' });
  const from = performance.now();
  const [record] = await analyse([report], kit);
  if (record === undefined) return { kind: 'refused', why: 'expected a report, found none' };
  return {
    kind: 'read',
    ...answerOf(record, { tagger: ask.tagger, seconds: (performance.now() - from) / 1000 }),
  };
}

const tell = (told: Told) => postMessage(told);

addEventListener('message', ({ data }: MessageEvent<Ask>) => {
  read(data).then(tell, (error: unknown) =>
    tell({ kind: 'refused', why: error instanceof Error ? error.message : String(error) }),
  );
});
