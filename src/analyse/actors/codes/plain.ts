/** A name as it is looked up: without accents, full stops and kinds of apostrophe; case kept where it is all that tells ("WHO", "US"). */
export function plain(name: string): string {
  const bare = name.normalize('NFD').replace(/\p{M}/gu, '').replace(/[.’']/g, '');
  return bare.length <= SHORT ? bare : bare.toLowerCase();
}

const SHORT = 4;
