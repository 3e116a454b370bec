import { describe, expect, test } from 'vitest';
import { readHtml } from './read-html';

const read = (head: string, body: string) =>
  readHtml(
    new TextEncoder().encode(
      `<!doctype html><html><head>${head}</head><body>${body}</body></html>`,
    ),
    { declaredType: 'text/html; charset=utf-8', address: 'https://plumb.example/news/7' },
  );

const LINES = [
  'The harbour board of Ostby closed the northern quay on Monday, after divers had found cracks.',
  'Repairs will cost 31 million crowns, the board said, and last until the autumn of next year.',
  'Ferries to the islands leave from the fish market, and take twenty minutes longer than before.',
  'Fishermen asked the board to pay for the fuel of the longer way, and were told to write a letter.',
];
const TEXT = LINES.join('\n\n');
const data = (thing: object) =>
  `<script type="application/ld+json">${JSON.stringify(thing)}</script>`;
const story = (more: object) => ({ '@type': 'NewsArticle', headline: 'The quay closes', ...more });

describe('an article that the page gives for machines', () => {
  test.each([
    ['scripts would fill the page', '<div id="root"></div><script src="/a.js"></script>'],
    [
      'the page shows the beginning of it',
      `<article><p>${LINES[0]}</p><p>Read on in our app.</p></article>`,
    ],
  ])('is read where %s, and said to be from there', (_what, body) => {
    const page = read(
      data(story({ articleBody: LINES.map((line) => `<p>${line}</p>`).join('') })),
      body,
    );
    expect(page).toMatchObject({ text: TEXT, textFrom: 'pageData', wall: null });
  });

  test.each([
    ['shows it whole', LINES.map((line) => `<p>${line}</p>`).join('')],
    [
      'shows another text',
      `<article>${'<p>A chess club of the town of Lund has won eleven of its twelve games, to its own surprise.</p>'.repeat(5)}</article>`,
    ],
  ])('is not read where the page %s', (_what, body) => {
    const long = `${TEXT}\n\n${LINES.map((line) => line.toUpperCase())
      .join(' ')
      .repeat(6)}`;
    const page = read(data(story({ articleBody: body.includes('chess') ? long : TEXT })), body);
    expect(page).not.toHaveProperty('textFrom');
    expect(page.text).toContain(body.includes('chess') ? 'chess' : LINES[3]);
  });
});

describe('data for machines are read', () => {
  const json = JSON.stringify(
    story({ datePublished: '2015-10-15', author: { name: 'Ada Brandt' } }),
  );
  test.each([
    ['in CDATA', `<![CDATA[${json}]]>`],
    ['in CDATA in comments of the script', `/*<![CDATA[*/ ${json} /*]]>*/`],
    ['in CDATA behind slashes', `//<![CDATA[\n${json}\n//]]>`],
    ['in a remark', `<!-- ${json} -->`],
    ['in a list in a list', `[[${json}]]`],
    ['in a graph in a list', `[{"@graph":[${json}]}]`],
  ])('%s', (_what, script) => {
    const head = `<meta property="article:published_time" content="2015-12-11"><script type="application/ld+json">${script}</script>`;
    expect(read(head, `<p>${TEXT}</p>`)).toMatchObject({
      publishedOn: '2015-10-15',
      author: 'Ada Brandt',
    });
  });

  test('but not endless lists in lists', () => {
    const deep = `${'['.repeat(20_000)}${']'.repeat(20_000)}`;
    const page = read(`<script type="application/ld+json">${deep}</script>`, `<p>${LINES[0]}</p>`);
    expect(page.text).toBe(LINES[0]);
  });
});

describe('a page without its text is flagged', () => {
  test.each([
    [
      'one that leads on by itself',
      '<meta http-equiv="refresh" content="0; url=/story">',
      '<p>You are being redirected.</p>',
      'redirect',
    ],
    [
      'one that is not there',
      '',
      '<h1>Page not found</h1><p>Sorry, try our search.</p>',
      'notFound',
    ],
    [
      'one that is no longer there',
      '',
      '<p>Sorry, the page you were looking for could not be found.</p>',
      'notFound',
    ],
    [
      'one that says so in its title',
      '<title>404 - Not Found</title>',
      '<p>Back to the start.</p>',
      'notFound',
    ],
    [
      'one that says so in German',
      '<title>Seite nicht gefunden</title>',
      '<p>Zur Startseite.</p>',
      'notFound',
    ],
  ])('%s', (_what, head, body, wall) => {
    expect(read(head, body).wall).toBe(wall);
  });

  test.each([
    [
      'an article that is loaded again each minute',
      '<meta http-equiv="refresh" content="60">',
      `<p>${LINES[0]}</p>`,
    ],
    [
      'a notice about a page',
      '',
      '<p>The page that the minister quoted could not be found in the archive, the court said.</p>',
    ],
    ['a notice of 404 people', '', '<p>404 people of the town were saved.</p>'],
  ])('but not %s', (_what, head, body) => {
    expect(read(head, body).wall).toBeNull();
  });
});

describe('the name of the author is read', () => {
  test.each([
    ['By Ida Holm', 'Ida Holm'],
    ['Ida Holm - Apr 16, 2015 8:02 pm UTC', 'Ida Holm'],
    ['Written by Bo Ek', 'Bo Ek'],
    ['Byron Smith', 'Byron Smith'],
    ['Anna Berg-Lund', 'Anna Berg-Lund'],
  ])('from “%s”', (byline, author) => {
    expect(read('', `<article><a rel="author">${byline}</a><p>${TEXT}</p></article>`).author).toBe(
      author,
    );
  });
});

describe('the title is', () => {
  test('the heading, where the data have the same words for each page', () => {
    const head = `${data(story({ headline: 'Sealore list article' }))}<title>List of lighthouses of Ostby - Sealopedia</title>`;
    expect(read(head, `<h1>List of lighthouses of Ostby</h1><p>${TEXT}</p>`).title).toBe(
      'List of lighthouses of Ostby',
    );
  });
  test('the headline in the data, where it is the page’s', () => {
    const head = `${data(story({}))}<title>Quay closes in Ostby</title>`;
    expect(read(head, `<h1>Cracks in Ostby</h1><p>${TEXT}</p>`).title).toBe('The quay closes');
  });
});
