/** A thing that a page describes for machines, by its properties. */
export type Thing = Readonly<Record<string, unknown>>;

const isThing = (value: unknown): value is Thing =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A property's values: one value alone is often not put into a list. */
export const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

/** The types of a thing, between spaces. */
export const typeOf = (thing: Thing): string => listOf(thing['@type']).map(String).join(' ');

/** Deeper lists are nobody's article. */
const DEEPEST = 6;

/** The things in a value, through lists in lists and graphs. */
function thingsIn(value: unknown, depth = 0): Thing[] {
  if (depth > DEEPEST) return [];
  if (Array.isArray(value)) return value.flatMap((each) => thingsIn(each, depth + 1));
  return isThing(value) ? [value, ...thingsIn(value['@graph'], depth + 1)] : [];
}

/**
 * The things a page describes as JSON-LD, with articles before the pages they are on.
 *
 * @see https://www.w3.org/TR/json-ld11/#embedding-json-ld-in-html-documents
 */
export function linkedData(page: Document): Thing[] {
  const things = [...page.querySelectorAll('script')]
    .filter((script) => /^application\/ld\+json\b/i.test(script.getAttribute('type') ?? ''))
    .flatMap((script) => {
      try {
        return thingsIn(JSON.parse(withoutMarks(script.textContent ?? '')));
      } catch {
        return [];
      }
    });
  const isPage = (thing: Thing) => Number(/WebPage$/.test(typeOf(thing)));
  return things.sort((a, b) => isPage(a) - isPage(b));
}

/** Pages that are XHTML too put CDATA around scripts, as it is or as a comment of the script. */
const withoutMarks = (script: string): string =>
  script
    .trim()
    .replace(/^(?:\/\*\s*|\/\/\s*)?(?:<!\[CDATA\[|<!--)(?:\s*\*\/)?/, '')
    .replace(/(?:\/\*\s*|\/\/\s*)?(?:\]\]>|-->)(?:\s*\*\/)?$/, '');

/** An article and what is like one. */
export const STORY = /Article|NewsStory|BlogPosting|Report|Posting$|WebPage$/;
