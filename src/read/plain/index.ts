import type { Block, RawPage, Refusal, Report } from '../../record/index.ts';
import type { Tongues } from '../tongues.ts';
import { isHardWrapped } from './hard-wrap.ts';
import { groupsOf, linesOf } from './lines.ts';
import { markdownBlocks } from './markdown.ts';
import { readText, textBlocks } from './text.ts';

/**
 * Takes a page of plain text or Markdown. Gives the report with its layout, or the reason why it is none; without
 * `tongues` its language is not looked at. Does not change the text: blocks are ranges of it.
 * @throws Fault where it is handed something else than a page.
 */
export const readPlain = (page: RawPage, tongues: Tongues | null = null): Report | Refusal =>
  readText(page, tongues, page?.format === 'markdown' ? markdown : textBlocks);

const markdown = (text: string): Block[] =>
  markdownBlocks(text, isHardWrapped(text, groupsOf(linesOf(text))));
