import type { ChainModel } from '../../src/analyse/tag/linear/chain-model.ts';
import { askRoles, type CuePass, MOST_CUES, surest } from '../../src/analyse/tag/linear/passes.ts';
import { countsOf, type RoleQuestion } from '../../src/analyse/tag/linear/role-features.ts';
import type { Scorer } from '../../src/analyse/tag/linear/scorers.ts';
import { OWN_ROOM } from '../../src/analyse/tag/room.ts';
import type { TokenRange } from '../../src/analyse/tag/token-range.ts';
import { type Example, fitLogistic } from '../logistic.ts';
import type { GoldSequence } from './corpus.ts';

/** Fits the last step, which keeps or drops a candidate: right when cue, source and content each touch a gold attribution's. */
export function fitKeep(
  items: readonly { item: GoldSequence; pass: CuePass | null }[],
  roles: ChainModel,
  score: Scorer<RoleQuestion>,
): Float64Array {
  const examples: Example[] = [];
  for (const { item, pass } of items) {
    if (pass === null) continue;
    const { labels } = pass;
    const cues = surest(pass, MOST_CUES);
    const counts = countsOf(item.sequence, labels, OWN_ROOM);
    for (const cue of cues) {
      const question = { sequence: item.sequence, cue, cues, labels, counts };
      const candidate = askRoles(roles, question, pass, {
        scores: score(question, OWN_ROOM),
        room: OWN_ROOM,
      });
      const right = item.attributions.some(
        (gold) =>
          touch(gold.cue, [cue]) &&
          agree(gold.source, candidate.source) &&
          agree(gold.content, candidate.content),
      );
      examples.push({ evidence: candidate.evidence, right: right ? 1 : 0 });
    }
  }
  return fitLogistic(examples);
}

function touch(a: readonly TokenRange[], b: readonly TokenRange[]): boolean {
  return a.some((one) => b.some((other) => one.first < other.last && other.first < one.last));
}

function agree(a: readonly TokenRange[], b: readonly TokenRange[]): boolean {
  return a.length === 0 || b.length === 0 ? a.length === b.length : touch(a, b);
}
