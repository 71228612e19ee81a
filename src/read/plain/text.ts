import type { Block, RawPage, Refusal, Report } from '../../record/index.ts';
import { datelineOf } from '../metadata/dateline.ts';
import { mustBePage } from '../must-be-page.ts';
import { refuseText } from '../refuse/index.ts';
import { refuseForeign } from '../refuse/language.ts';
import { reportIdOf } from '../report-id.ts';
import type { Tongues } from '../tongues.ts';
import { isHardWrapped } from './hard-wrap.ts';
import { findHeadline } from './headline.ts';
import { layout } from './layout.ts';
import { groupsOf, linesOf } from './lines.ts';

/**
 * Takes a page of plain text. Gives the report with its layout, or the reason why it is none; without
 * `tongues` its language is not looked at. Does not change the text: blocks are ranges of it.
 * @throws Fault where it is handed something else than a page.
 */
export function readText(
  page: RawPage,
  tongues: Tongues | null = null,
  blocksOf: (text: string) => Block[] = textBlocks,
): Report | Refusal {
  mustBePage(page);
  const refusal = refuseText(page.text);
  if (refusal !== null) return refusal;
  const { text, given } = page;
  const { blocks, headline } = findHeadline(text, blocksOf(text), given.headline);
  const words = blocks.map(({ start, end }) => text.slice(start, end));
  const foreign = tongues === null ? null : refuseForeign(words, tongues);
  if (foreign !== null) return foreign;
  const paragraphs = blocks.filter(({ kind }) => kind === 'paragraph');
  const dateline = datelineOf(paragraphs.map(({ start, end }) => text.slice(start, end)));
  return {
    id: reportIdOf(given.url ?? given.outlet ?? '', text),
    path: page.path,
    url: given.url,
    outlet: given.outlet,
    headline,
    byline: null,
    dateline: dateline?.line ?? null,
    published: given.published,
    modified: null,
    agency: dateline?.agency ?? null,
    language: null,
    text,
    snapshot: page.snapshot,
    blocks,
  };
}

/** The blocks of a text, by its layout. */
export function textBlocks(text: string): Block[] {
  const groups = groupsOf(linesOf(text));
  return layout(text, isHardWrapped(text, groups) ? groups.map(whole) : groups.flat());
}

const whole = (group: readonly { start: number; end: number }[]) => ({
  start: group[0]?.start ?? 0,
  end: group.at(-1)?.end ?? 0,
});
