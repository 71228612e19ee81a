import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import ipaddr from 'ipaddr.js';
import { Agent, buildConnector } from 'undici';
import { reachOf } from './range.ts';

/** Milliseconds until a server must have answered the call, begun its answer, and gone on with it. */
export const CONNECT = 10_000;
export const SILENCE = 15_000;
/** Bytes of an answer's headers: some sites send policies and cookies beyond the 16 KB that Node takes. */
const MOST_HEADERS = 262_144;

/** An address that nobody outside this machine's network should make it ask: thrown within the connection, told as a refusal. */
export class PrivateAddress extends Error {
  readonly address: string;

  constructor(address: string) {
    super(`private address ${address}`);
    this.address = address;
  }
}

/** Whether an IP address is one of the public network. */
export const isPublic = (address: string): boolean => reachOf(address) === 'public';

/** Whether it is that, or one of this machine or its neighbours: what `--allow-private` opens. */
export const isPublicOrPrivate = (address: string): boolean => reachOf(address) !== 'never';

/**
 * Connections to allowed addresses alone. What a name stands for is looked at when it is
 * looked up, and the same answer is connected to, so that a name cannot change in between; what was connected to is
 * looked at again, which holds for addresses that were written as such.
 */
export function agentFor(isAllowed: (address: string) => boolean): Agent {
  const connect = buildConnector({
    timeout: CONNECT,
    allowH2: false,
    lookup: lookupOf(isAllowed),
  });
  return new Agent({
    headersTimeout: SILENCE,
    bodyTimeout: SILENCE,
    connections: 2,
    maxHeaderSize: MOST_HEADERS,
    connect: (options, callback) => {
      const literal = options.hostname.replace(/^\[|\]$/g, '');
      if (ipaddr.isValid(literal) && !isAllowed(literal)) return callback(new PrivateAddress(literal), null);
      connect(options, (...[error, socket]) => {
        if (error !== null) return callback(error, null);
        const { remoteAddress = '' } = socket;
        if (isAllowed(remoteAddress)) return callback(null, socket);
        socket.destroy();
        callback(new PrivateAddress(remoteAddress), null);
      });
    },
  });
}

/** Looks a name up as Node does, and gives its addresses only where all of them are allowed. */
const lookupOf =
  (isAllowed: (address: string) => boolean): LookupFunction =>
  (name, options, callback) => {
    lookup(name, { ...options, all: true }, (error, addresses) => {
      if (error !== null) return callback(error, '', 0);
      const hidden = addresses.find(({ address }) => !isAllowed(address));
      if (hidden !== undefined) return callback(new PrivateAddress(hidden.address), '', 0);
      const [first] = addresses;
      if (options.all === true) return callback(null, addresses);
      callback(null, first?.address ?? '', first?.family ?? 0);
    });
  };
