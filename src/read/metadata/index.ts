import type { Choice, Given, Report } from '../../record/index.ts';
import type { PageBlock } from '../html/page-blocks.ts';
import { endsSentence } from '../html/page-talk.ts';
import type { PageElement, PageTree } from '../html/page-tree.ts';
import type { PageKit } from '../html/page-words.ts';
import { addressOf } from './address.ts';
import { agencyOf } from './agency.ts';
import { bylineOf } from './byline.ts';
import { datelineOf } from './dateline.ts';
import { datesOf } from './dates.ts';
import { firstMeta, type Head, headOf } from './head.ts';
import { headlineOf } from './headline.ts';
import { type ArticleData, articleIn } from './json-ld.ts';
import { languageOf } from './language.ts';
import { outletOf } from './outlet.ts';

/** The text begins with a paragraph, whatever stands above it. */
const SHORTEST_PARAGRAPH = 60;

/** What a page and those who handed it in say of its report. */
export type Metadata = Pick<
  Report,
  'url' | 'outlet' | 'headline' | 'byline' | 'dateline' | 'published' | 'modified' | 'agency' | 'language'
>;

export interface MetadataSources {
  readonly tree: PageTree;
  readonly given: Given;
  /** Where the page was fetched from. */
  readonly address: string | null;
  readonly blocks: readonly PageBlock[];
  readonly kept: readonly PageBlock[];
  readonly isAside: (element: PageElement) => boolean;
}

/** The fields with all that they were chosen from. */
export interface PageMetadata {
  readonly metadata: Metadata;
  readonly choices: Choice[];
  /** The block that shows the headline. */
  readonly headline: PageBlock | null;
  readonly description: string | null;
  readonly head: Head;
  readonly data: ArticleData | null;
}

/**
 * Takes a page and its text. Gives the fields of its report, the choice behind each that the page itself tells, and the
 * block that shows the headline. What is given from outside wins.
 */
export function metadataOf(sources: MetadataSources, kit: PageKit): PageMetadata {
  const { tree, given, blocks, kept } = sources;
  const head = headOf(tree);
  const titles = [
    head.title,
    firstMeta(head, ['og:title'])?.content,
    ...blocks.filter(({ element }) => element.tag === 'h1').map(({ text }) => text),
  ].filter((title) => title != null);
  const data = articleIn(tree.jsonLd, titles, head.canonical);
  const opening = kept.find(({ text }) => text.length >= SHORTEST_PARAGRAPH && endsSentence(text)) ?? kept[0];
  const first = opening === undefined ? -1 : blocks.indexOf(opening);
  const url = addressOf(head, data, sources.address, kit.resolve);
  const address = given.url ?? url?.value ?? null;
  const { choice: headline, block } = headlineOf({ head, data, blocks, first });
  const { published, modified } = datesOf({ ...sources, head, data, address });
  const byline = bylineOf({ ...sources, head, data, first });
  const prose = kept.filter(({ element }) => !/^h[1-6]$/.test(element.tag));
  const dateline = datelineOf(prose.map(({ text }) => text));
  const agency = agencyOf(
    { dateline, byline: byline?.value ?? null, last: prose.at(-1)?.text ?? '' },
    kit.agencies,
  );
  const outlet = outletOf(head, data, { address, headline: headline?.value ?? null });
  const language = languageOf(kept, { head, data }, kit);
  const choices = [url, outlet, headline, byline, published, modified, agency, language].filter(
    (choice) => choice !== null,
  );
  return {
    headline: block,
    head,
    data,
    description: firstMeta(head, ['og:description', 'description', 'twitter:description'])?.content ?? null,
    choices,
    metadata: {
      url: address,
      outlet: given.outlet ?? outlet?.value ?? null,
      headline: given.headline ?? headline?.value ?? null,
      byline: byline?.value ?? null,
      dateline: dateline?.line ?? null,
      published: given.published ?? published?.value ?? null,
      modified: modified?.value ?? null,
      agency: agency?.value ?? null,
      language: language?.value ?? null,
    },
  };
}
