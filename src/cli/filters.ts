import { type Command, Option } from 'commander';
import { ACTS, KINDS, type Statement } from '../record/index.ts';

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
