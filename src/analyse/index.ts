import type { Report, ReportRecord } from '../record/index.ts';
import { type ActorWords, resolveActors } from './actors/index.ts';
import { withActsOfReferences, withAnswers } from './attribution/answers.ts';
import { inOrderOfText, toStatements } from './attribution/index.ts';
import { mended, SECOND_LOOK } from './attribution/mend.ts';
import type { AttributionWords } from './attribution/mode.ts';
import { contentBlocks, enclosers, notYetFound } from './attribution/nested.ts';
import { withReferences } from './attribution/refers.ts';
import { type EventWords, withEvents } from './events/index.ts';
import { flagsOf } from './flags/index.ts';
import { type Layout, layOut, layOutParts } from './layout.ts';
import type { Abbreviations } from './sentences/index.ts';
import type { Attribution, Tagger, Tagging } from './tag/index.ts';
import { timesIn } from './time/index.ts';
import { withSaidAt } from './time/said.ts';

export { OFFICE_LISTS } from './actors/actor-words.ts';
export { type Codes, type CodeWords, codesOf, type KnownActor, type Place } from './actors/codes/index.ts';
export { plain } from './actors/codes/plain.ts';
export { kindOf } from './attribution/kind.ts';
export { type AttributionWords, type CueEntry, modeOf } from './attribution/mode.ts';
export type { EventWords, Occasion } from './events/index.ts';
export { type DeedModel, type DeedWords, ROOTS, type Root } from './events/plover/index.ts';
export { type Irregular, stemOf } from './events/stem.ts';
export { findQuotations, type Quotation } from './quotations/index.ts';
export type { Abbreviations } from './sentences/index.ts';
export { likeness, type SentenceModel, sentenceVector } from './similar/index.ts';
export { piecesOf, type StanceModel, type StanceOdds, stanceOdds } from './stance/index.ts';
export {
  type EncoderModel,
  encoderTagger,
  openEncoder,
  openGraph,
  pieceTable,
  type Runtime,
  wordPieces,
} from './tag/encoder/index.ts';
export type { Attribution, EventReading, Name, Tagger, Tagging, TreeWord } from './tag/index.ts';
export {
  type LinearModel,
  linearTagger,
  type ParserModel,
  parserOf,
  unpackModel,
  unpackParser,
} from './tag/linear/index.ts';

/** The version of the rules around the tagger. Whatever changes what a record says raises it, so that ledgers read again. */
const RULES = 16;

/** What analyses, by all that decides a record: the tagger, the rules, and a digest of words, weights and options. */
export const analyserOf = ({ tagger, fingerprint }: Pick<Kit, 'tagger' | 'fingerprint'>): string =>
  `${tagger.name}, rules ${RULES}, data ${fingerprint}`;

/** What the stages are given: words and models, read by whoever calls. */
export interface Kit {
  readonly tagger: Tagger;
  readonly abbreviations: Abbreviations;
  readonly words: AttributionWords & ActorWords & EventWords;
  /** A digest of the words, the weights and the options: part of the analyser's name. */
  readonly fingerprint: string;
  /** Statements that are less sure are left out, whatever found them. */
  readonly leastConfidence?: number;
}

/** What somebody is said to think or want within another's words is as often none when a tagger is less sure of it. */
const LEAST_HELD_WITHIN = 0.7;

/**
 * Takes reports. Gives their records in the same order.
 * First the layout, since every later step counts in its tokens and needs to know what stands in quotation marks;
 * then the tagger, over all reports at once, since models are fastest in batches; then its attributions are mended where
 * the construction alone tells who speaks, and become statements; then the statements within them, for
 * which some taggers look again, over what the statements say; then what "this" and "the claim" point back to, which may lie in any statement before; then
 * the times, which date the statements; then the actors, who speaks and on whose word; and then the events, whose dates somebody
 * gave; and at last the flags, which look at all of it.
 */
export async function analyse(reports: readonly Report[], kit: Kit): Promise<ReportRecord[]> {
  const { leastConfidence = 0 } = kit;
  const isSure = ({ confidence }: Attribution) => confidence >= leastConfidence;
  const layouts = reports.map((report) => layOut(withoutRepeats(report), kit.abbreviations));
  const taggings = await kit.tagger.tag(layouts, 'text');
  const outer = reports.map((report, index) => {
    const layout = layouts[index] as Layout;
    const attributions = mended(taggings[index]?.attributions ?? [], layout, kit.words).filter(isSure);
    const found = toStatements(report, { attributions, quotations: layout.quotations }, kit.words);
    const around = enclosers(found);
    return found.map((statement) => ({ ...statement, within: around(statement)?.id ?? null }));
  });
  const inside = reports.map((report, index) => {
    const layout = layouts[index] as Layout;
    return layOutParts(layout, contentBlocks(report.text, outer[index] ?? [], layout.quotations));
  });
  const nested = await attributionsWithin(taggings, inside, kit.tagger);
  return reports.map((report, index) => {
    const around = outer[index] ?? [];
    const attributions = nested[index] ?? [];
    const { quotations = [] } = inside[index] ?? {};
    const enclosing = enclosers(around);
    const within = (attribution: Attribution) => enclosing(attribution)?.id ?? null;
    const enclosed = notYetFound(attributions, around, report.text).filter(
      (attribution) => within(attribution) !== null,
    );
    const further = enclosed.map((attribution) => ({ ...attribution, by: [SECOND_LOOK.name] }));
    const inner = toStatements(
      report,
      { attributions: further, quotations, before: around, within },
      kit.words,
    ).filter(({ mode, confidence }) => mode !== 'held' || confidence >= LEAST_HELD_WITHIN);
    const statements = inOrderOfText([...around, ...inner]);
    const { names = [], trees = [] } = taggings[index] ?? {};
    const sentences = (layouts[index]?.blocks ?? []).flatMap((block) => block.sentences);
    const referring = withReferences(statements, { text: report.text, sentences }, kit.words);
    const acting = withAnswers(withActsOfReferences(referring), report.text);
    const times = timesIn(report, sentences);
    const dated = withSaidAt(acting, { times, sentences });
    const resolved = resolveActors(report, { names, trees, statements: dated, sentences }, kit.words);
    const blocks = layouts[index]?.blocks ?? [];
    const { events: readings = null } = taggings[index] ?? {};
    const happened = withEvents(report, { blocks, times, readings, ...resolved }, kit.words);
    return {
      report,
      ...resolved,
      events: happened.events,
      statements: happened.statements,
      times,
      flags: flagsOf({ report, ...resolved, times, quotations: layouts[index]?.quotations ?? [] }),
    };
  });
}

/** What is attributed within contents: seen at the first look, or at a second one over what statements say. */
async function attributionsWithin(
  taggings: readonly Tagging[],
  inside: readonly Layout[],
  tagger: Tagger,
): Promise<(readonly Attribution[])[]> {
  const seen = taggings.map(({ within }) => within);
  if (seen.every((within) => within !== null)) return seen;
  return (await tagger.tag(inside, 'contents')).map(({ attributions }) => attributions);
}

/** A pull quote says again what a paragraph says: it is shown, and no statement is found in it. */
function withoutRepeats({ text, blocks }: Report): Pick<Report, 'text' | 'blocks'> {
  return { text, blocks: blocks.filter(({ kind }) => kind !== 'pullquote') };
}
