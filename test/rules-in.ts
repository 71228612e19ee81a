import type { Family } from '../src/analyse/register.ts';
import type { ReportRecord } from '../src/record/index.ts';

/** The rules that decided something in a record, each as often as it did: family and name. */
export function* rulesIn({
  statements,
  actors,
  times,
  events,
  flags,
}: ReportRecord): Generator<readonly [family: Family, name: string]> {
  for (const { rules, speaker, chain, refers, said } of statements) {
    for (const name of rules?.found ?? []) yield ['found', name];
    if (rules !== null) yield* [['mode', rules.mode] as const, ['act', rules.act] as const];
    if ('by' in speaker) yield ['speaker', speaker.by];
    if ('speaksFor' in speaker && speaker.speaksFor !== null) yield ['speaks for', speaker.speaksFor.by];
    for (const { by } of chain) if (by !== null) yield ['chain', by];
    if (refers !== null) yield ['refers', refers.by];
    if (said !== null) yield ['said', said.by];
  }
  for (const { offices } of actors) for (const { by } of offices) yield ['office', by];
  for (const { by } of times) yield ['time', by];
  for (const { rules } of events) {
    for (const name of rules?.says ?? []) yield ['says', name];
    if (rules !== null) yield ['status', rules.status];
  }
  for (const { kind } of flags) yield ['flag', kind];
}
