import { createHmac, randomBytes } from 'node:crypto';

/** Bytes of a secret: between the 24 and 64 that Standard Webhooks asks for. */
const SECRET_BYTES = 32;
const PREFIX = 'whsec_';

/** A new secret as its receiver is given it: base64 behind `whsec_` (Standard Webhooks, "Signature scheme"). */
export const newSecret = (): string => PREFIX + randomBytes(SECRET_BYTES).toString('base64');

/** A message on its way: its id, the same at each try, the seconds since 1970 of this try, and its bytes as they are sent. */
export interface Message {
  readonly id: string;
  readonly timestamp: number;
  readonly body: string;
}

/** The headers that show who sent a message and when: HMAC-SHA256 over id, time and body. */
export function signed({ id, timestamp, body }: Message, secret: string): Readonly<Record<string, string>> {
  const key = Buffer.from(secret.slice(PREFIX.length), 'base64');
  const signature = createHmac('sha256', key).update(`${id}.${timestamp}.${body}`).digest('base64');
  return {
    'webhook-id': id,
    'webhook-timestamp': String(timestamp),
    'webhook-signature': `v1,${signature}`,
  };
}
