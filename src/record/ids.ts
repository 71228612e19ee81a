import { z } from 'zod';

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
