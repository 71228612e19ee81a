import { z } from 'zod';
import { fold, type Range } from '../text/index.ts';

const id = <Kind extends string>(kind: Kind) =>
  z
    .string()
    .regex(
      new RegExp(`^${kind}:[\\p{L}\\p{N}][\\p{L}\\p{N}._'-]*$`, 'u'),
      `expected an id like ${kind}:9f2c…`,
    );

export const reportId = id('report').brand<'ReportId'>();
export const statementId = id('statement').brand<'StatementId'>();
export const eventId = id('event').brand<'EventId'>();
export const actorId = id('actor').brand<'ActorId'>();
export const snapshotId = z
  .string()
  .regex(/^sha256:[0-9a-f]{64}$/, 'expected a snapshot id: sha256: and 64 hexadecimal digits')
  .brand<'SnapshotId'>();

export type ReportId = z.infer<typeof reportId>;
export type StatementId = z.infer<typeof statementId>;
export type EventId = z.infer<typeof eventId>;
export type ActorId = z.infer<typeof actorId>;
export type SnapshotId = z.infer<typeof snapshotId>;

/**
 * The id of a statement: its report and the range that its spans cover, and a number where several cover the same.
 * So an id needs no table to be found again, and one that an earlier analyser gave still says where to look.
 */
export function statementIdAt(report: ReportId, { start, end }: Range, nth: number): StatementId {
  const place = `statement:${report.slice('report:'.length)}.${start}-${end}`;
  return (nth === 1 ? place : `${place}.${nth}`) as StatementId;
}

/** The id of an event: its report and the range of the words that name it first. */
export function eventIdAt(report: ReportId, { start, end }: Range): EventId {
  return `event:${report.slice('report:'.length)}.${start}-${end}` as EventId;
}

/** The id of an actor: its name, folded. Whoever is called the same in another report has the same; in one report the next is numbered. */
export function actorIdNamed(name: string): ActorId {
  const slug =
    fold(name)
      .replace(/[^\p{L}\p{N}]+/gu, '-')
      .replace(/^-|-$/g, '') || 'x';
  return `actor:${slug}` as ActorId;
}

/** Where the id of a statement points to, or null where it is none. */
export function placeOfStatement(id: string): { report: ReportId; range: Range } | null {
  const [, report, start, end] =
    /^statement:([0-9a-f]{16})\.(\d{1,9})-(\d{1,9})(?:\.\d{1,4})?$/.exec(id) ?? [];
  if (report === undefined) return null;
  return { report: `report:${report}` as ReportId, range: { start: Number(start), end: Number(end) } };
}

/** Where a report's words are found on its pages; another analyser may move an edge, so the page looks for what overlaps. */
export function permalinkOf(report: string, { start, end }: Range): string {
  return `/r/${inPath(report)}#${start}-${end}`;
}

/** A colon needs no escape inside a path (RFC 3986, section 3.3), and an id reads better with it. */
export const inPath = (id: string): string => encodeURIComponent(id).replaceAll('%3A', ':');
