/** How much bags of words have in common, 0 to 1: the cosine of their counts, each word by how rare it is (Salton and Buckley 1988). */
export function cosines(bags: readonly (readonly string[])[]): (a: number, b: number) => number {
  const having = new Map<string, number>();
  for (const bag of bags) for (const word of new Set(bag)) having.set(word, (having.get(word) ?? 0) + 1);
  const rarity = (word: string) => Math.log((1 + bags.length) / (1 + (having.get(word) ?? 0)));
  const vectors = bags.map((bag) => unitOf(bag, rarity));
  return (a, b) => {
    const [one, other] = [vectors[a] ?? new Map(), vectors[b] ?? new Map()];
    const [fewer, more] = one.size <= other.size ? [one, other] : [other, one];
    let sum = 0;
    for (const [word, weight] of fewer) sum += weight * (more.get(word) ?? 0);
    return sum;
  };
}

/** The vector of a bag, of length 1; of an empty one, empty. */
function unitOf(bag: readonly string[], rarity: (word: string) => number): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const word of bag) counts.set(word, (counts.get(word) ?? 0) + 1);
  const weights = [...counts].map(([word, count]) => [word, (1 + Math.log(count)) * rarity(word)] as const);
  const length = Math.sqrt(weights.reduce((sum, [, weight]) => sum + weight * weight, 0));
  return new Map(length === 0 ? [] : weights.map(([word, weight]) => [word, weight / length]));
}
