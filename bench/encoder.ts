import type { Kit } from '../src/analyse/index.ts';
import { layOut } from '../src/analyse/layout.ts';
import { vectorsOf, WIDTH } from '../src/analyse/tag/encoder/piece-table.ts';
import { windowsOf } from '../src/analyse/tag/encoder/windows.ts';
import { loadEncoderModel } from '../src/load/encoder.ts';
import { loadKit } from '../src/load/index.ts';
import type { Report } from '../src/record/index.ts';

/** The kit with the encoder, and how many seconds its graph alone takes over the windows of some reports. */
export async function bareEncoder(
  reports: readonly Report[],
): Promise<{ kit: Kit; read(): Promise<number> }> {
  const kit = await loadKit({ tagger: 'encoder' });
  const model = await loadEncoderModel('en');
  const inputs = reports
    .flatMap((report) => windowsOf(layOut(report, kit.abbreviations), model.pieces))
    .map(({ ids, shapes, marks }) => {
      const shape = [1, ids.length];
      return {
        pieces: { shape: [...shape, WIDTH], values: vectorsOf(model.table, ids) },
        shapes: { shape, values: Int32Array.from(shapes) },
        marks: { shape, values: Int32Array.from(marks) },
      };
    });
  return {
    kit,
    async read() {
      const start = performance.now();
      for (const input of inputs) await model.encoder(input);
      return (performance.now() - start) / 1000;
    },
  };
}
