/** Pairs of members that share a key, each pair once, in an order that does not hang on theirs. */
export function* candidatePairs<Member>(
  members: readonly Member[],
  { keysOf, idOf }: { keysOf: (member: Member) => readonly string[]; idOf: (member: Member) => string },
): Generator<readonly [Member, Member]> {
  const seen = new Set<string>();
  const keyed = members.flatMap((member) => [...new Set(keysOf(member))].map((key) => ({ key, member })));
  for (const group of Map.groupBy(keyed, ({ key }) => key).values())
    for (const [index, { member: a }] of group.entries())
      for (const { member: b } of group.slice(index + 1)) {
        const [x, y] = idOf(a) < idOf(b) ? [a, b] : [b, a];
        const name = `${idOf(x)}\n${idOf(y)}`;
        if (seen.has(name)) continue;
        seen.add(name);
        yield [x, y];
      }
}
