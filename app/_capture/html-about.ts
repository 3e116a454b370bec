import type { ReadableDocument } from '#domain/documents/capture';
import { parseAddress } from '#domain/documents/web-address';
import { cut } from '#domain/text';
import { toDay } from './document-day';
import { linkedData, listOf, STORY, type Thing, typeOf } from './linked-data';
import { toLanguage, toLine } from './readable-text';

export type PageAbout = {
  readonly fields: Pick<
    ReadableDocument,
    'title' | 'publisher' | 'author' | 'publishedOn' | 'language' | 'canonicalUrl'
  >;
  /** The page says that not everybody may read all of it. */
  readonly isPaid: boolean;
  /** The text of the article as the page gives it for machines, often without paragraphs. */
  readonly body: string | null;
};

/**
 * What a page says about itself: for machines first (JSON-LD, then meta), since that is made to be
 * read so, and then for people.
 *
 * @see https://schema.org/Article and https://ogp.me
 */
export function aboutPage(page: Document, address: string | null): PageAbout {
  const things = linkedData(page);
  const story = things.find((thing) => STORY.test(typeOf(thing)));
  const meta = metaReader(page);
  const inPage = (selector: string) => page.querySelector(selector);
  return {
    fields: {
      title:
        titleByHeading(page, textOf(story?.headline)) ??
        toLine(textOf(story?.headline)) ??
        toLine(meta('og:title', 'twitter:title', 'dc.title', 'citation_title')) ??
        toLine(withoutSite(page.querySelector('title')?.textContent, meta('og:site_name'))) ??
        toLine(inPage('h1')?.textContent),
      publisher:
        toLine(nameOf(story?.publisher)) ??
        toLine(meta('og:site_name', 'citation_publisher', 'dc.publisher', 'application-name')) ??
        toLine(nameOf(things.find((thing) => PUBLISHER.test(typeOf(thing))))),
      author:
        toAuthor(namesOf(story?.author)) ??
        toAuthor(noAddress(meta('author', 'citation_author', 'dc.creator', 'article:author'))) ??
        toAuthor(inPage('[rel~=author], [itemprop~=author]')?.textContent),
      publishedOn:
        toDay(textOf(story?.datePublished)) ??
        toDay(
          meta(
            'article:published_time',
            'datepublished',
            'citation_publication_date',
            'dc.date',
            'dcterms.created',
            'parsely-pub-date',
            'publish-date',
            'pubdate',
            'date',
          ),
        ) ??
        toDay(dateOf(inPage('[itemprop~=datePublished]'))) ??
        toDay(dateOf(inPage('article time, main time'))) ??
        toDay(dateOf(inPage('time'))),
      language:
        toLanguage(page.documentElement?.getAttribute('lang')) ??
        toLanguage(meta('og:locale', 'content-language', 'dc.language')),
      canonicalUrl:
        toCanonical(inPage('link[rel~=canonical]')?.getAttribute('href'), address) ??
        toCanonical(meta('og:url'), address),
    },
    body: textOf(things.find((thing) => textOf(thing.articleBody))?.articleBody),
    isPaid: things.some((thing) => /^false$/i.test(String(thing.isAccessibleForFree))),
  };
}

const PUBLISHER = /^(?:WebSite|NewsMediaOrganization|Organization)$/;

const isThing = (value: unknown): value is Thing => typeof value === 'object' && value !== null;

const textOf = (value: unknown): string | null =>
  typeof value === 'string' ? value : Array.isArray(value) ? textOf(value[0]) : null;

function nameOf(value: unknown): string | null {
  const [first] = listOf(value);
  return isThing(first) ? textOf(first.name) : noAddress(textOf(first));
}

function namesOf(value: unknown): string | null {
  const names = listOf(value).map(nameOf).filter(Boolean);
  return names.length > 0 ? names.join(', ') : null;
}

/** 'By Ida Holm - Apr 16, 2015 8:02 pm UTC' names Ida Holm. */
const toAuthor = (raw: string | null | undefined): string | null =>
  toLine(
    toLine(raw)
      ?.replace(/^(?:written |posted |reported )?by:?\s+/i, '')
      .replace(/\s+[-–—|·•]\s+(?=.*\d).*$/, ''),
  );

/**
 * The heading of the page, where the title in its data is another than the one in its head: some sites
 * give the same words for each of their pages.
 */
function titleByHeading(page: Document, headline: string | null): string | null {
  const headings = page.querySelectorAll('h1');
  const heading = headings.length === 1 ? toLine(headings[0]?.textContent) : null;
  const head = wordsOf(page.querySelector('title')?.textContent);
  if (!headline || !heading || head.size === 0) return null;
  const share = (text: string) => {
    const words = [...wordsOf(text)];
    return words.filter((word) => head.has(word)).length / Math.max(1, words.length);
  };
  return share(heading) > 0.75 && share(headline) < 0.5 ? heading : null;
}

const wordsOf = (text: string | null | undefined) =>
  new Set(text?.toLowerCase().match(/[\p{L}\p{N}]{4,}/gu));

/** An author is often named by the address of their page. */
const noAddress = (text: string | null): string | null =>
  text && /^(?:https?:|www\.|\/|@)/i.test(text.trim()) ? null : text;

/** Reads the first of several meta elements that says something. */
function metaReader(page: Document): (...names: string[]) => string | null {
  const named = new Map<string, string>();
  for (const meta of page.querySelectorAll('meta')) {
    const content = meta.getAttribute('content')?.trim();
    for (const attribute of ['property', 'name', 'itemprop', 'http-equiv']) {
      const name = meta.getAttribute(attribute)?.trim().toLowerCase();
      if (name && content && !named.has(name)) named.set(name, content);
    }
  }
  return (...names) => names.map((name) => named.get(name)).find(Boolean) ?? null;
}

/** 'Seven ships lost | The Daily Plumb' by its first part, when the second is the site. */
function withoutSite(title: string | null | undefined, site: string | null): string | null {
  if (!title) return null;
  const text = cut(title.trim(), 1_000);
  const [, before, after] = /^(.+)\s+[|–—·•-]\s+([^|–—·•]+)$/su.exec(text) ?? [];
  const isSite = site ? after?.trim().toLowerCase() === site.toLowerCase() : text.includes(' | ');
  return before && isSite ? before : text;
}

function dateOf(element: Element | null): string | null {
  return (
    element?.getAttribute('datetime') ??
    element?.getAttribute('content') ??
    element?.textContent ??
    null
  );
}

function toCanonical(href: string | null | undefined, address: string | null): string | null {
  if (!href?.trim()) return null;
  const read = parseAddress(href.trim(), address ?? undefined);
  if (!read.ok) return null;
  const url = read.value;
  if (!/^https?:$/.test(url.protocol) || url.username || url.password) return null;
  url.hash = '';
  return url.href;
}
