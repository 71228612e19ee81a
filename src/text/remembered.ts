/** What is made of an object once, for as long as it is at hand. */
export function remembered<From extends object, Made>(make: (from: From) => Made): (from: From) => Made {
  const known = new WeakMap<From, { readonly made: Made }>();
  return (from) => {
    const own = known.get(from) ?? { made: make(from) };
    known.set(from, own);
    return own.made;
  };
}
