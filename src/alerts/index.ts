/** Alerts: what is new in the ledger for those who asked, and how they are told. */

export { type Digest, digestOf, digestRead } from './digest.ts';
export { lookForNews } from './look.ts';
export { refusedFor } from './post.ts';
export { type Sent, sendNews } from './send.ts';
export { newSecret } from './sign.ts';
