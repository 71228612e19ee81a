import { CookieJar } from 'tough-cookie';

/** Of one answer: browsers take about as many, and no longer ones. */
const MOST = 50;
const LONGEST = 4096;

/** The cookies that the answers on the way to one page set: sent on the rest of that way to the sites that set them, and then forgotten. */
export class Cookies {
  readonly #jar = new CookieJar();

  take(headers: readonly string[], from: URL): void {
    for (const header of headers.slice(0, MOST))
      if (header.length <= LONGEST) this.#jar.setCookieSync(header, from.href, { ignoreError: true });
  }

  /** What is sent to an address, empty for none. */
  for(address: URL): string {
    return this.#jar.getCookieStringSync(address.href);
  }
}
