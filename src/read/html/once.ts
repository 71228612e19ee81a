/** What is asked of the same element, block or table again and again, and never changes: asked once. */
export function once<K extends WeakKey, T extends NonNullable<unknown> | null>(
  ask: (key: K) => T,
): (key: K) => T {
  const known = new WeakMap<K, T>();
  return (key) => {
    let answer = known.get(key);
    if (answer === undefined) {
      answer = ask(key);
      known.set(key, answer);
    }
    return answer;
  };
}
