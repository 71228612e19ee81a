import { type Command, Option } from 'commander';
import type { Period, Search } from '../ledger/index.ts';
import { ACTS, KINDS, type Statement } from '../record/index.ts';
import { period } from './period.ts';

/** By what statements are found beside words. */
export interface Filters {
  readonly by?: string;
  readonly for?: string;
  readonly to?: string;
  readonly about?: string;
  readonly act?: Statement['act'];
  readonly kind?: Statement['kind'];
  readonly outlet?: string;
}

/** The options that say by what statements are found. */
export const addFilters = (command: Command): Command =>
  command
    .option('--by <name>', 'only where the source, or the speaker found for it, has this name')
    .option('--for <name>', 'only words that are said for this government or body')
    .option('--to <name>', 'only what is said to this one')
    .option('--about <words>', 'only with these words, in any form, in what is said')
    .addOption(new Option('--act <act>', 'only this act').choices(ACTS))
    .addOption(new Option('--kind <kind>', 'only told so').choices(KINDS))
    .option('--outlet <name>', 'only in reports of this outlet, with or without its article');

/** All by what statements on record are looked for. */
export interface SearchFilters extends Filters {
  readonly root?: string;
  readonly held?: true;
  readonly when?: Period;
  readonly since?: Period;
  readonly until?: Period;
}

export const addSearchFilters = (command: Command): Command =>
  addFilters(command)
    .option('--root <name>', 'only what renders words that this one published first, or said to several')
    .option('--held', 'also what is held: beliefs, wishes, plans')
    .addOption(period('only what was said within this day, month, year or FROM/TO'))
    .addOption(period('only what was said from then on', '--since').conflicts('when'))
    .addOption(period('only what was said up to then', '--until').conflicts('when'));

/** What is asked for by words and filters. */
export function searchOf(words: readonly string[], options: SearchFilters): Search {
  const { by, for: behind, to, about, root, act, kind, outlet, held } = options;
  return {
    ...{ words: words.join(' '), by, for: behind, to, about, root, act, kind, outlet, held },
    when: whenOf(options),
  };
}

/** The days between which something was said; `--since` and `--until` leave the other side open. */
function whenOf({ when, since, until }: SearchFilters): Period | undefined {
  if (since === undefined && until === undefined) return when;
  return { first: since?.first ?? '0001-01-01', last: until?.last ?? '9999-12-31' };
}
