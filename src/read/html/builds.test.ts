import { describe, expect, test } from 'vitest';
import { BUILDS, HEADLINE, SENTENCES } from '../../../test/pages/builds.ts';
import { reading } from '../../../test/pages/read.ts';

describe.each(Object.entries(BUILDS))(
  'a page built like “%s”',
  (_, { html, lost = SENTENCES, bad, date, by }) => {
    const { report } = reading(html, { charset: 'utf-8' });
    const blocks = report.blocks.map(({ start, end }) => report.text.slice(start, end));

    test('is read whole, and nothing besides', () => {
      expect(lost.filter((said) => !blocks.some((block) => block.includes(said)))).toEqual([]);
      expect(bad.filter((said) => blocks.some((block) => block.includes(said)))).toEqual([]);
    });

    test('gives its headline, date and author', () => {
      expect(report.headline).toBe(HEADLINE);
      if (date !== undefined) expect(report.published?.slice(0, 10)).toBe(date);
      if (by !== undefined) expect(report.byline?.toLowerCase()).toBe(by.toLowerCase());
    });
  },
);
