/**
 * In place of Node's `zstdDecompress`: browsers do not have Zstandard, so what is packed was packed again in gzip when the
 * page was built.
 */
export async function zstdDecompress(bytes: Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const unpacked = new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'));
  return new Uint8Array(await new Response(unpacked).arrayBuffer());
}

/** Node's `promisify`; here what it is asked for is a promise already. */
export const promisify = <T>(work: T): T => work;
