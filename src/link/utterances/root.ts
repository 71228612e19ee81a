import type { PairLink, Utterance } from '../../record/index.ts';
import { reprintsOf } from '../reports/index.ts';
import type { Medium } from './media.ts';
import { areOneMedium, isCalled } from './medium-name.ts';
import type { Rendition } from './rendition.ts';
import { speakersOf } from './speakers.ts';

type Root = Utterance['root'];

/** A medium behind one of the renditions. */
interface Behind extends Medium {
  readonly rendition: Rendition;
}

/**
 * Who published an utterance first: the body whose own notice a report is; the medium to which most say that the words were
 * given; that in whose copy all renditions stand; else the speaker.
 */
export function rootOf(renditions: readonly Rendition[], pairs: readonly PairLink[]): Root {
  const notice = renditions.find((one) => one.isOwnNotice);
  if (notice?.report.outlet != null)
    return { kind: 'body', name: notice.report.outlet, who: null, rule: 'own-notice' };
  const origins = originsOf(renditions, pairs);
  const behind = renditions.map((rendition) => mediaBehind(rendition, renditions, origins));
  const sure = behind.flat().filter(({ isSure }) => isSure);
  const names = [...sure.map(({ name }) => name), ...renditions.flatMap(({ report }) => report.outlet ?? [])];
  const medium = (found: Behind, rule: string): Root => ({
    kind: 'medium',
    name: fullest(names.filter((name) => areOneMedium(name, found.name))) ?? found.name,
    who: found.who,
    rule,
  });
  const told = mostTold(behind.flat().filter(({ isTold }) => isTold));
  if (told !== null) return medium(told, 'told-to-it-alone');
  const reports = [...Map.groupBy(behind.flat(), ({ rendition }) => rendition.report.id).values()];
  const silent = renditions.filter(
    ({ report }) => !behind.flat().some((one) => one.rendition.report.id === report.id),
  );
  const standsIn = ({ name }: Behind) =>
    reports.every((media) =>
      media.some((one) => areOneMedium(one.name, name) || isOutlet(one.rendition, name)),
    ) && silent.every((one) => isOutlet(one, name));
  const all = behind.flat().find(standsIn);
  return all === undefined ? speakerRoot(renditions) : medium(all, 'all-stand-in-its-copy');
}

const isOutlet = ({ report }: Rendition, name: string) => areOneMedium(report.outlet ?? '', name);

const fullest = (names: readonly string[]) =>
  names.toSorted((a, b) => b.length - a.length || (a < b ? -1 : 1))[0];

/** The medium that more renditions tell than any other, null for none or where two are even. */
function mostTold(told: readonly Behind[]): Behind | null {
  const groups: Behind[][] = [];
  for (const one of told) {
    const own = groups.find(([first]) => first !== undefined && areOneMedium(first.name, one.name));
    if (own === undefined) groups.push([one]);
    else own.push(one);
  }
  const counted = groups
    .map((group) => ({ group, count: new Set(group.map(({ rendition }) => rendition)).size }))
    .toSorted((a, b) => b.count - a.count);
  const [first, second] = counted;
  return first === undefined || first.count === second?.count ? null : (first.group[0] ?? null);
}

/** The media behind a rendition, those known to be media, and those whose copy its whole report is. */
function mediaBehind(rendition: Rendition, all: readonly Rendition[], origins: Origins): Behind[] {
  const isKnown = ({ name, isSure }: Medium) =>
    isSure ||
    all.some(
      ({ report, media }) =>
        isCalled(report.outlet ?? '', name) || media.some((one) => one.isSure && isCalled(one.name, name)),
    );
  const own = rendition.media.filter(isKnown);
  const copied = (name: string) => ({ name, who: null, isTold: false, isSure: true });
  const credits = [...rendition.report.credits, ...(origins.get(rendition.report.id) ?? [])].map(copied);
  return [...own, ...credits].map((medium) => ({ ...medium, rendition }));
}

type Origins = ReadonlyMap<string, readonly string[]>;

/** Whose copy each report is that is a reprint of another with a rendition. */
function originsOf(all: readonly Rendition[], pairs: readonly PairLink[]): Origins {
  const byReport = new Map(all.map((rendition) => [rendition.report.id as string, rendition]));
  const reprints = reprintsOf(pairs, (id) => byReport.get(id));
  return new Map(
    [...Map.groupBy(reprints, ({ report }) => report)].map(([report, own]) => [
      report,
      own.flatMap(({ of }) => byReport.get(of)?.report.credits ?? []),
    ]),
  );
}

/** The speaker, by the name that most renditions give, or as the first describes it. */
function speakerRoot(renditions: readonly Rendition[]): Root {
  const [named] = speakersOf(renditions);
  const described = renditions.map(({ speaker }) => speaker.described).find((told) => told !== null);
  const name = named?.name ?? described ?? 'unknown';
  return { kind: 'speaker', name, who: named?.who ?? null, rule: 'nobody-had-it-alone' };
}
