/** A tag or a text of an XML file, in its order. */
export type XmlPart =
  | {
      readonly kind: 'open' | 'close';
      /** Without its prefix. */
      readonly name: string;
      readonly attributes: string;
      /** An element without content, `<v/>`: nothing closes it. */
      readonly isEmpty: boolean;
    }
  | { readonly kind: 'text'; readonly text: string };

// Neither quantifier can take what the other does, so that no file is read twice.
const PART =
  /<(\/?)(?:[\w.-]+:)?([\w.-]+)((?:[^<>"']|"[^"<]*"|'[^'<]*')*?)(\/?)>|<!\[CDATA\[([\s\S]*?)\]\]>|([^<]+)/g;

/**
 * Reads an XML file part by part, without building a tree of it. Declarations, remarks and entities of
 * the file's own are passed over: nothing is loaded, and nothing is expanded.
 */
export function* xmlParts(xml: string): Generator<XmlPart> {
  for (const match of xml.matchAll(PART)) {
    const [, slash, name, attributes = '', empty, data, raw] = match;
    if (raw !== undefined) yield { kind: 'text', text: decodeEntities(raw) };
    else if (data !== undefined) yield { kind: 'text', text: data };
    else if (name) {
      yield { kind: slash ? 'close' : 'open', name, attributes, isEmpty: Boolean(empty) };
    }
  }
}

/** The value of an attribute, whatever its prefix; null when there is none. */
export function attributeOf(attributes: string, name: string): string | null {
  let pattern = PATTERNS.get(name);
  if (!pattern) {
    pattern = new RegExp(`(?:^|[\\s:])${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`);
    PATTERNS.set(name, pattern);
  }
  const [, double, single] = pattern.exec(attributes) ?? [];
  const value = double ?? single;
  return value === undefined ? null : decodeEntities(value);
}

const PATTERNS = new Map<string, RegExp>();

const NAMED: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
};

const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(/&(?:#(\d{1,7})|#x([\da-f]{1,6})|(\w{2,4}));/gi, (whole, decimal, hex, name) => {
        if (name) return NAMED[name] ?? whole;
        const code = decimal ? Number(decimal) : Number.parseInt(hex, 16);
        return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '\uFFFD';
      })
    : text;
