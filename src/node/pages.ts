import { Buffer } from 'node:buffer';
import type { Sources } from '../ingest/index.ts';
import type { FailedInput, Given, Intake, RawPage } from '../record/index.ts';
import type { TakenSource } from './options.ts';

type Text = Exclude<TakenSource, string>;

/** What is taken to read sources: what is given of all of them, and what comes from outside. */
interface From {
  readonly given: Given;
  readonly sources: Sources;
}

/** The pages behind sources, in their order: of texts as they are, of paths and addresses as the command reads them. */
export async function* pagesOf(sources: readonly TakenSource[], from: From): AsyncGenerator<Intake> {
  const { ingest, listInputs } = await import('../ingest/index.ts');
  for (const one of sources)
    if (isText(one)) yield await pageOfText(one, from.given);
    else yield* ingest(await listInputs([one]), from.given, from.sources);
}

export const isText = (source: TakenSource): source is Text => typeof source !== 'string';

/** The page of a text. Two texts without an address have nothing in common: each is a line of its own. */
export async function pageOfText(
  { text, format, ...own }: Text,
  given: Given,
): Promise<RawPage | FailedInput> {
  const { pageOf } = await import('../ingest/index.ts');
  const { nearest } = await import('../ingest/given.ts');
  const bytes = Buffer.from(text);
  const page = pageOf({
    path: 'text',
    place: '',
    format,
    bytes,
    given: nearest(own, given),
    charset: 'utf-8',
  });
  return page.kind === 'page' && page.lineage === '' ? { ...page, lineage: `text:${page.snapshot}` } : page;
}
