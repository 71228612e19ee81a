// biome-ignore lint/suspicious/noControlCharactersInRegex: XML 1.0 has no way to write these
const NO_XML = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu;
const SIGNS: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  '\r': '&#13;',
};

/** A text in XML 1.0; what cannot be written there at all is U+FFFD. */
export const xml = (text: string): string =>
  text.replaceAll(NO_XML, '\ufffd').replaceAll(/[&<>"\r]/g, (sign) => SIGNS[sign] ?? sign);

/** An element with its attributes, of which those that are null are left out, around what is XML already. */
export function element(
  name: string,
  attributes: Readonly<Record<string, string | null>>,
  within: string,
): string {
  const start = startOf(name, attributes);
  return within === '' ? `${start.slice(0, -1)}/>` : `${start}${within}</${name}>`;
}

export function startOf(name: string, attributes: Readonly<Record<string, string | null>>): string {
  const written = Object.entries(attributes).flatMap(([key, value]) =>
    value === null ? [] : [` ${key}="${xml(value)}"`],
  );
  return `<${name}${written.join('')}>`;
}
