import { type Actor, type Report, type Statement, titleOf } from '../record/index.ts';
import { plainAddress } from './address.ts';
import { anchorsOf, PIECES, type Said, teiBody } from './tei-text.ts';
import type { Format, RecordTold } from './told.ts';
import { speakerWords } from './who-words.ts';
import { element, xml } from './xml.ts';

/**
 * A corpus of TEI P5 (tei-c.org), a TEI a report. Its text has `said` around what somebody is quoted with; since statements
 * overlap and go on in the next paragraph, where elements cannot, each stands whole beside the text, by anchors in it.
 */
export const tei: Format<RecordTold> = {
  open: `<?xml version="1.0" encoding="utf-8"?>
<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">
<teiHeader><fileDesc><titleStmt><title>Reports with their statements</title></titleStmt><publicationStmt><p>Exported by Onrecord.</p></publicationStmt><sourceDesc><p>Reports as their outlets published them.</p></sourceDesc></fileDesc></teiHeader>
`,
  between: '',
  close: '</teiCorpus>\n',
  entries: (told) => [teiOf(told)],
};

/** A name that XML takes. */
const nameOf = (id: string): string => id.replaceAll(/[^\w.-]/g, '-');

function teiOf({ report, statements, actors }: RecordTold): string {
  const own = statements.map(({ statement }) => statement);
  const name = nameOf(report.id);
  const anchors = anchorsOf(report, own, name);
  const spoken = actors.filter(({ actor }) =>
    own.some((one) => speaks(one, actor) || isSpokenTo(one, actor)),
  );
  const ids = new Map<string, string>(spoken.map(({ actor }, at) => [actor, `${name}.who${at + 1}`]));
  const beside = [
    listOf(spoken, 'person', ids),
    listOf(spoken, 'org', ids),
    ...own.map((one) => statementOf(one, anchors, ids)),
  ];
  const said = own.flatMap((one) => saidIn(one, ids));
  return `${element(
    'TEI',
    { 'xml:id': name },
    [
      headerOf(report),
      element('standOff', {}, `\n${beside.filter((part) => part !== '').join('\n')}\n`),
      element('text', { 'xml:lang': report.language }, teiBody(report, said, anchors)),
    ].join('\n'),
  )}\n`;
}

const speaks = ({ speaker }: Statement, actor: string) => speaker.kind === 'named' && speaker.actor === actor;
const isSpokenTo = ({ to }: Statement, actor: string) => to.some((one) => one.actor === actor);

function headerOf(report: Report): string {
  const { id, url, outlet, byline, published, snapshot } = report;
  const part = (name: string, value: string | null, attributes = {}) =>
    value === null ? '' : element(name, attributes, xml(value));
  const title = part('title', titleOf(report));
  const author = part('author', byline);
  const source = [
    title,
    author,
    part('publisher', outlet),
    part('date', published, { when: published }),
    url === null ? '' : element('ptr', { target: plainAddress(url) }, ''),
    part('idno', id, { type: 'onrecord' }),
    part('idno', snapshot, { type: 'snapshot' }),
  ];
  const file = [
    element('titleStmt', {}, title + author),
    element('publicationStmt', {}, '<p>Exported by Onrecord.</p>'),
    element('sourceDesc', {}, element('bibl', {}, source.join(''))),
  ];
  return element('teiHeader', {}, element('fileDesc', {}, file.join('')));
}

/** Who speaks and is spoken to: persons, or all others. */
function listOf(actors: readonly Actor[], sort: 'person' | 'org', ids: ReadonlyMap<string, string>): string {
  const [list, name] = sort === 'person' ? ['listPerson', 'persName'] : ['listOrg', 'orgName'];
  const own = actors.filter(({ kind }) => (kind === 'person') === (sort === 'person'));
  const entries = own.map(({ actor, name: called, kind }) => {
    const role = sort === 'person' ? null : kind;
    return element(sort, { 'xml:id': ids.get(actor) ?? null, role }, element(name, {}, xml(called)));
  });
  return entries.length === 0 ? '' : element(list, {}, entries.join(''));
}

const pointer = (id: string | undefined) => (id === undefined ? null : `#${id}`);

function pointerTo({ speaker }: Statement, ids: ReadonlyMap<string, string>): string | null {
  return speaker.kind === 'named' && speaker.actor !== null ? pointer(ids.get(speaker.actor)) : null;
}

/** The words of a statement as elements of the text. Whether what is only reported was said aloud, nobody tells. */
function saidIn(statement: Statement, ids: ReadonlyMap<string, string>): Said[] {
  if (statement.mode !== 'said') return [];
  const to = statement.to.flatMap(({ actor }) => (actor === null ? [] : (pointer(ids.get(actor)) ?? [])));
  const attributes = {
    who: pointerTo(statement, ids),
    toWhom: to.length === 0 ? null : [...new Set(to)].join(' '),
    direct: statement.kind === 'mixed' ? 'unknown' : String(statement.kind === 'direct'),
    corresp: pointer(nameOf(statement.id)),
  };
  return statement.content
    .filter(({ start, end }) => start < end)
    .map(({ start, end }) => ({ start, end, attributes }));
}

/** A statement beside the text: who, by which act, and its pieces from anchor to anchor. */
function statementOf(
  statement: Statement,
  anchors: ReadonlyMap<number, string>,
  ids: ReadonlyMap<string, string>,
): string {
  const { id, mode, kind, act, negated } = statement;
  const who = element('name', { ref: pointerTo(statement, ids) }, xml(speakerWords({ statement })));
  const how = [mode, kind, negated ? `not ${act}` : act].join(', ');
  const spans = PIECES.flatMap((sort) =>
    statement[sort].flatMap(({ start, end, text }) => {
      const [from, to] = [anchors.get(start), anchors.get(end)];
      if (from === undefined || to === undefined) return [];
      return element('span', { type: sort, from: pointer(from), to: pointer(to) }, xml(text));
    }),
  );
  return element(
    'spanGrp',
    { 'xml:id': nameOf(id), type: 'statement', subtype: kind },
    [element('desc', {}, `${who}: ${xml(how)}`), ...spans].join(''),
  );
}
