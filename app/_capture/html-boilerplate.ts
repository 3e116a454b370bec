import type { PageBlock } from './html-text';

/** What an element is called, by its id and classes, in words: 'author-bio'. */
const namesOf = (element: Element): string =>
  `${element.id ?? ''} ${element.getAttribute('class') ?? ''}`
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase();

const named = (words: string) => new RegExp(`(?:^|[\\s_-])(?:${words})(?=$|[\\s_-])`);

/** Names of what stands around an article, whatever is in it. */
const AROUND = named(
  [
    'related\\w*|recirc\\w*|recommend(?:ed|ation|ations)?|outbrain|taboola|trending|popular(?!-vote)',
    '(?:more|most|read|also)-?(?:stories|news|from|on|articles|coverage|more|next|also|like|read|viewed|shared|popular)',
    'newsletters?|sign-?up|subscri(?:be|ption|ptions)|promos?|sponsor\\w*|ads?|advert\\w*|affiliate',
    'share(?!-?(?:price|holder|market|value))|sharing|social(?!\\S*embed)|socials|share-?(?:bar|tools|buttons?|links?)',
    'comments?|disqus|replies|breadcrumbs?|nav|navigation|pagination|pager|skip-?link|paywall|regwall',
    '\\w*gallery|slideshow|carousel|slider|bio|(?:author|writer)-?(?:box|info|card|about)|about-?(?:the-?)?author|bylines?|tags?-?(?:list|cloud)',
    'captions?|leadmediacaption|wp-caption-text|(?:photo|image)-?credits?|credits?|copyright|disclaimers?|disclosures?',
    'tool-?tips?|popovers?|rollover\\w*|hover-?cards?',
  ].join('|'),
);
/** Names that parts of an article have too: they count for what has no paragraph in it. */
const PERHAPS_AROUND = named(
  'tags?|topics|follow|print|toolbar|tools|menu|side-?bar|footer|foot|timestamp|dateline|date|published|updated|kicker|eyebrow|meta|(?:post|entry|article|story)-?(?:meta|info|tags|footer|nav|date|share|author)|video-?(?:title|info|playlist)|teaser|widget|popup|modal|overlay|latest',
);
const ASIDE =
  'nav, aside, footer, form, [role=navigation], [role=complementary], [role=contentinfo], [role=search]';

/** An element that stands around an article, by its kind or by how it is called. */
export const isNamedAround = (element: Element, hasProse: boolean): boolean => {
  const names = namesOf(element);
  return element.matches(ASIDE) || AROUND.test(names) || (!hasProse && PERHAPS_AROUND.test(names));
};

const linkShare = ({ linked, text }: PageBlock) => linked / Math.max(1, text.length);
const isHeading = ({ element }: PageBlock) => /^h[1-6]$/.test(element?.localName ?? '');
const isList = ({ element }: PageBlock) => /^(?:ul|ol|dl)$/.test(element?.localName ?? '');
const ENDS = /[.!?…。！？।:]["”’»)\]]*\s*$/;

/** A paragraph of sentences: what a page is about, or what somebody says about it. */
export const isProse = (block: PageBlock): boolean =>
  block.text.length >= 80 &&
  /[.!?…,。！？、।]/.test(block.text) &&
  !/^[!-~]+$/.test(block.text) &&
  linkShare(block) < 0.5;

/** More of an article than this, as a share, is the article, whatever it is called. */
const TOO_MUCH = 0.3;

/** Leaves out what is called related stories, a newsletter, comments, a caption and the like. */
function dropByName(blocks: readonly PageBlock[], root: Element): PageBlock[] {
  let whole = 0;
  const sizes = new Map<Element, number>();
  const withProse = new Set<Element>();
  for (const block of blocks) {
    whole += block.text.length;
    for (let up = block.element; up && up !== root; up = up.parentElement) {
      sizes.set(up, (sizes.get(up) ?? 0) + block.text.length);
      if (isProse(block)) withProse.add(up);
    }
  }
  const around = new Map<Element, boolean>([[root, false]]);
  const isAround = (element: Element | null): boolean => {
    if (!element) return false;
    const known = around.get(element);
    if (known !== undefined) return known;
    const isIt =
      isAround(element.parentElement) ||
      ((sizes.get(element) ?? 0) < whole * TOO_MUCH &&
        isNamedAround(element, withProse.has(element)));
    around.set(element, isIt);
    return isIt;
  };
  return blocks.filter((block) => !isAround(block.element) || isCaptionWithFigure(block));
}

/** Leaves out lines that ask the reader for something, or only say which part of the page begins. */
const dropByWords = (blocks: readonly PageBlock[]): PageBlock[] =>
  blocks.filter((block) => {
    const { text } = block;
    if (isList(block) && text.includes('\n')) return true;
    return (
      !(text.length < 40 && LABEL.test(text)) &&
      !(text.length < 400 && ASKS.test(text)) &&
      !HELPED.test(text)
    );
  });

const LABEL =
  /^\W*(?:adverts?|advertisement|advertising|ad|comments?|share|print|e-?mail|sign in|log in|learn more|show more|related(?: news| stories| articles| coverage| content| topics| links| posts| reading)?|recent (?:articles|posts|stories)|popular(?: this week)?|trending|highlights|caption|close|latest|most (?:read|popular|viewed)|latest (?:news|stories)|top stories|breaking news|you (?:may|might) (?:also )?like|recommended|more|loading.*|image \d+ of.*|skip to.*|text size|order reprints|print article|don['’]t miss|about the authors?|something to consider|subscribe|tell us what you think|\d+)\W*$/i;
const ASKS =
  /^\W*(?:subscribe (?:to|now|today|here|for)|sign ?up(?: here| now| for| to|:)|register (?:now|here|to)\b|follow (?:us|him|her|them|me|@|the \w+ (?:on|at)|\w+(?:['’]s?)?(?: \w+)? on (?:twitter|facebook|instagram))|join (?:us (?:on|at)|our|the (?:conversation|discussion))\b|get (?:the latest|breaking|our|unlimited|access to)\b|(?:click|tap) here to|click here$|like us|find us on|share (?:this|on|via)\b|(?:post|leave|add|view|show|load|read) (?:a |all )?comments?\b|leave a reply|copyright (?:©|@|\d)|©|all rights reserved|related(?: \w+)*\s*:|see (?:also|more)\s*:|(?:read|watch|listen)(?: more| also| next| now| here)?\s*:|read more\b|read the full|more from\b|more great\b|more stories\b|also read\b|don['’]?t miss|you (?:may|might) (?:also )?(?:like|be interested)|editors?['’]?s? (?:picks?|choice)|filed under|tags?\s*:|tagged(?: with)?\s*:|topics?\s*:|categor(?:y|ies)\s*:|posted\s*:|published\s*:|first published|last (?:updated|modified)|updated\s*:|reading time|write to \w+ \w+ at|reach the reporters?|(?:e-?mail|contact) \w+ \w+ at\b|have a (?:news )?tip|send (?:us )?your (?:tips|feedback)|if you enjoyed|want more\b|follow \S+ (?:full )?coverage|more \w+ \w+: https?:|this (?:post|article|story) (?:may contain|contains) affiliate|\(?(?:additional )?reporting by|\(?editing by|with (?:post )?wires$|terms of (?:use|service)|privacy policy)/i;

const HELPED = /^\W*[^.]{3,100}\bcontributed (?:to|reporting)\b[^.]{0,40}\.?\W*$/i;

/** Leaves out lists and lines of links: at the ends of an article, and below a heading that names them. */
function dropLinks(blocks: readonly PageBlock[]): PageBlock[] {
  const first = blocks.findIndex(isProse);
  const last = blocks.findLastIndex(isProse);
  let isBelowHeading = false;
  return blocks.filter((block, i) => {
    if (!isList(block)) {
      isBelowHeading = LEADS.test(block.text);
      return isHeading(block) || linkShare(block) < 0.8 || ENDS.test(block.text);
    }
    const isAround = i < first || i > last || isBelowHeading;
    return !(isAround && linkShare(block) >= 0.4) && !isListOfTitles(block);
  });
}

/** Several links and nothing else, each as long as a headline. */
const isListOfTitles = (block: PageBlock): boolean => {
  const items = block.text.split('\n');
  return linkShare(block) > 0.85 && items.length > 1 && block.text.length > items.length * 30;
};

const LEADS =
  /^\W*(?:more|related|read|see also|also|you may|recommended|latest|popular|trending)\b/i;

/** Leaves out the words under pictures, and who took them, unless there is a figure in them. */
const dropCaptions = (blocks: readonly PageBlock[]): PageBlock[] =>
  blocks.filter(
    (block) => !(isCaption(block) || CREDIT.test(block.text)) || isCaptionWithFigure(block),
  );

const isCaption = ({ element }: PageBlock) =>
  Boolean(element && (element.closest('figcaption') || CAPTION.test(namesOf(element))));
const CAPTION = named('captions?|caption-text');
const CREDIT =
  /^\W*(?:photo|photograph|image|picture|video|illustration|foto|фото)s?(?: by| credit| copyright| courtesy| source)?\s*[:©|]|^image (?:copyright|caption)\b|^©|^[^.!?]{0,100}\b(?:photo|image|credit|picture)s?\s*(?::|by\b|©|courtesy)[^.!?]{0,100}$|^[^.!?]{0,100}[|(/]\s*(?:getty(?: images)?|shutterstock|reuters|afp|epa|ap)[^.!?]{0,40}$/i;
const isCaptionWithFigure = (block: PageBlock) =>
  isCaption(block) && /\d/.test(withoutDays(block.text)) && !isInGallery(block);
const GALLERY = named('\\w*gallery|slideshow|carousel|slider');
function isInGallery({ element }: PageBlock): boolean {
  for (let up = element; up; up = up.parentElement) if (GALLERY.test(namesOf(up))) return true;
  return false;
}

const MONTH = '(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\\.?';
const DAY = `\\b\\d{1,2}(?:st|nd|rd|th)?\\.?\\s+(?:of |de )?${MONTH}|\\b${MONTH}\\s+\\d{1,2}\\b`;
const withoutDays = (text: string) =>
  text.replace(new RegExp(DAY, 'gi'), '').replace(/\b(?:19|20)\d\d\b/g, '');
const DATE = new RegExp(
  `${DAY}|\\b\\d{1,2}[./-]\\d{1,2}[./-]\\d{2,4}|\\b\\d{1,2}:\\d{2}\\b|\\b\\d{4}-\\d{2}-\\d{2}`,
  'i',
);

/** A line that says by whom or when, or where the page is, and nothing else. */
const isAboutLine = ({ text, element }: PageBlock): boolean =>
  text.length < 120 &&
  !element?.closest('blockquote') &&
  !/^[—–-]/.test(text) &&
  !/[.!?]["”’]?$/.test(text.replace(/\b[ap]\.m\.$/i, '')) &&
  (/^\W*by\b/i.test(text) || DATE.test(text) || /^https?:\S+$/.test(text));

/**
 * Leaves out by-lines and dates above the first paragraph and below the last, what stands above the
 * headline, and headings of nothing.
 */
function dropEnds(blocks: readonly PageBlock[]): PageBlock[] {
  const first = blocks.findIndex(isProse);
  const last = blocks.findLastIndex(isProse);
  const headline = blocks.findIndex(({ element }) => element?.localName === 'h1');
  return blocks.filter((block, i) => {
    if (i >= first && i <= last) return true;
    if (i < first) return i >= headline && !isAboutLine(block);
    const isOfNothing = isHeading(block) && blocks.slice(i + 1).every(isHeading);
    return !isAboutLine(block) && !isOfNothing;
  });
}

/**
 * The blocks of an article without those that stand around its text: what is called so, lists of links,
 * requests to the reader, words under pictures, by-lines.
 *
 * @param root  contains all blocks; its own name does not count
 */
export const withoutBoilerplate = (blocks: readonly PageBlock[], root: Element): PageBlock[] =>
  dropEnds(dropCaptions(dropByWords(dropLinks(dropByName(blocks, root)))));
