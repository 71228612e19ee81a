import { type Report, type Statement, speakerName, titleOf } from '../record/index.ts';
import type { Format } from './told.ts';
import { notStated, speakerWords, wordsOf } from './who-words.ts';

/**
 * One document of JSON-LD in the words of schema.org: a NewsArticle a report, with its direct quotations. What is told
 * indirectly is no Quotation, since the words are the outlet’s, and is left out.
 */
export const schemaOrg: Format = {
  open: '{"@context":"https://schema.org","@graph":[\n',
  between: ',\n',
  close: '\n]}\n',
  entries: ({ report, statements }) => {
    const quotations = statements.map(({ statement }) => statement).filter(({ kind }) => kind === 'direct');
    return quotations.length === 0 ? [] : [JSON.stringify(articleOf(report, quotations))];
  },
};

function articleOf(report: Report, quotations: readonly Statement[]) {
  const { id, url, outlet, byline, published, modified, language } = report;
  return {
    '@type': 'NewsArticle',
    identifier: id,
    headline: titleOf(report),
    ...(url === null ? {} : { url }),
    ...(byline === null ? {} : { creditText: byline }),
    ...(outlet === null ? {} : { publisher: { '@type': 'Organization', name: outlet } }),
    ...(published === null ? {} : { datePublished: published }),
    ...(modified === null ? {} : { dateModified: modified }),
    ...(language === null ? {} : { inLanguage: language }),
    hasPart: quotations.map(quotationOf),
  };
}

/** A date as schema.org has them (ISO 8601); EDTF says more than fits there. */
const isDate = (value: string) => /^\d{4}(?:-\d\d(?:-\d\d)?)?$/.test(value);

function quotationOf(statement: Statement) {
  const { id, said, speaker } = statement;
  const name = speaker.kind === 'unknown' ? null : speakerName(statement);
  const how = notStated({ statement });
  return {
    '@type': 'Quotation',
    identifier: id,
    text: wordsOf({ statement }),
    creditText: speakerWords({ statement }),
    // A statement says who speaks and not whether that is a Person or an Organization.
    ...(name === null ? {} : { spokenByCharacter: { name, ...(how === null ? {} : { description: how }) } }),
    ...(said === null || !isDate(said.value) ? {} : { dateCreated: said.value }),
  };
}
