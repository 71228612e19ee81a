/** An address in the signs that stand in any URI, where it is taken as it is: no sign in it pairs or escapes. */
export const plainAddress = (url: string) =>
  url
    .toWellFormed()
    .replaceAll(/[^\x21-\x7e]+/g, encodeURIComponent)
    .replaceAll(/[{}\\]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`);
