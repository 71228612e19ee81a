import { expect, test } from 'vitest';
import { loadPageKit } from '../load/page-kit.ts';
import { Fault, type RawPage } from '../record/index.ts';
import { readHtml } from './html/index.ts';
import { readPlain } from './plain/index.ts';

const kit = await loadPageKit();

test.each([['“Yes,” she said.'], [null], [undefined], [7], [{}], [{ text: 'x' }], [[]]])(
  'what is no page is told in one line, with what to do: %j',
  (handed) => {
    for (const read of [
      () => readPlain(handed as unknown as RawPage),
      () => readHtml(handed as unknown as RawPage, kit),
    ]) {
      expect(read).toThrow(Fault);
      expect(read).toThrow(
        /^expected a page with its "text" and what is "given" of it, found [^\n]+: see RawPage in onrecord\/record$/,
      );
    }
  },
);
