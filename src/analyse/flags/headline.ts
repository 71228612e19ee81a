import type { Block, Report } from '../../record/index.ts';

/** The headline of a draft, or null where it has none. */
export function headlineOf({ blocks }: Pick<Report, 'blocks'>): Block | null {
  return blocks.find(({ kind }) => kind === 'headline') ?? null;
}
