import { describe, expect, test } from 'vitest';
import { articlePage, COOKIE_WALL, PARAGRAPH, SCRIPT_PAGE, STORY } from '../../e2e/nasty-sources';
import { readHtml } from './read-html';

const read = (html: string, address: string | null = 'https://plumb.example/news/7') =>
  readHtml(new TextEncoder().encode(html), { address, declaredType: 'text/html; charset=utf-8' });

const paragraphs = (n: number) => `<p>${PARAGRAPH}</p>`.repeat(n);
const textOf = (body: string) => read(articlePage(body)).text;

describe('the text of a page', () => {
  test('is its headline and paragraphs, without menus and the like', () => {
    expect(read(STORY).text).toBe(['Seven ships lost', ...Array(5).fill(PARAGRAPH)].join('\n\n'));
  });

  test('joins inline elements and separates blocks', () => {
    expect(textOf('<p>4<b>,50</b>0 <i>tonnes</i><br>and\n  more</p><div>next</div>')).toBe(
      'Seven ships lost\n\n4,500 tonnes\nand more\n\nnext',
    );
  });

  test.each([
    ['10<sup>6</sup> tons in m<sup>2</sup>', '10⁶ tons in m²'],
    ['600 saved<sup>[3]</sup>, the 5<sup>th</sup>', '600 saved[3], the 5th'],
    ['H<sub>2</sub>O', 'H2O'],
    ['<s>4,700</s> 600 killed', '600 killed'],
    ['<q>Seven</q>, he said', '“Seven”, he said'],
    ['cas&shy;ual&#8203;ties', 'casualties'],
    ['cafe&#769;', 'café'],
    ['&lt;b&gt;bold&lt;/b&gt;', '<b>bold</b>'],
    ['a<!-- 99 -->b<span hidden>99</span><span style="display: none">99</span>', 'ab'],
  ])('%s', (html, text) => {
    expect(textOf(`<p>${html}</p>`)).toBe(`Seven ships lost\n\n${text}`);
  });

  test.each([0, 8])('keeps tables and lists beside %i paragraphs, a line each', (n) => {
    const text = textOf(
      `${paragraphs(n)}<table><caption>Losses</caption><thead><tr><th>Year</th><th>Ships</th><th>Killed</th></tr></thead>
      <tbody><tr><td>1942</td><td>1,006</td><td></td></tr><tr><td>1943</td><td><p>377</p></td><td>600</td></tr></tbody></table>
      <ul><li>Found: <b>12</b></li><li>Missing: 13<ul><li>of them crew: 9</li></ul></li></ul>
      <ol start="3"><li>Third</li><li>Fourth</li></ol><dl><dt>Length</dt><dd>850 m</dd><dt>Beam</dt><dd>9 m</dd></dl>`,
    );
    expect(text).toContain(
      'Losses\nYear | Ships | Killed\n1942 | 1,006 |\n1943 | 377 | 600\n\n- Found: 12\n- Missing: 13\n- of them crew: 9\n\n3. Third\n4. Fourth\n\nLength | 850 m\nBeam | 9 m',
    );
  });

  test('of a layout table is the text of the page', () => {
    const page = `<html><body><table><tr><td><h2>Seven ships lost</h2>${paragraphs(3)}</td></tr></table></body></html>`;
    expect(read(page).text).toBe(`Seven ships lost\n\n${Array(3).fill(PARAGRAPH).join('\n\n')}`);
  });

  test('includes the captions of pictures', () => {
    const figure =
      '<figure><img src="ship.jpg" alt="a ship"><figcaption>The ship in 1939, 1,095 tons</figcaption></figure>';
    expect(textOf(`${paragraphs(3)}${figure}${paragraphs(3)}`)).toContain(
      `${PARAGRAPH}\n\nThe ship in 1939, 1,095 tons\n\n${PARAGRAPH}`,
    );
  });

  test('is the whole page when there is hardly an article', () => {
    const page = '<html><body><div><p>Killed: 600</p><p>Saved: 4,100</p></div></body></html>';
    expect(read(page)).toMatchObject({ text: 'Killed: 600\n\nSaved: 4,100', wall: null });
  });

  test.each([
    ['whole', STORY],
    ['with a head that does not end', STORY.replace('</head><body>', '')],
    ['with no body', STORY.replace(/<\/?body>/g, '')],
    ['with no head', STORY.replace(/<head>.*<\/head>/, '')],
    ['with neither', STORY.replace(/<\/?(?:head|body|html)\b[^>]*>/g, '')],
    ['with a remark about <html>', STORY.replace(/<\/?html\b[^>]*>/g, '<!-- <html> -->')],
    ['with a broken tag', STORY.replace('<meta charset="utf-8">', '<meta chars<ul>')],
  ])('is found in a page %s', (_what, html) => {
    expect(read(html).text).toContain(Array(5).fill(PARAGRAPH).join('\n\n'));
    expect(read(html).text).not.toContain('<');
  });

  test('runs no script, and has no word of one', () => {
    const page = articlePage(
      `${paragraphs(3)}<script>globalThis.hacked = true; document.write('<p>99 dead</p>')</script><img src=x onerror="globalThis.hacked = true"><svg onload="globalThis.hacked = true"><text>99</text></svg>`,
    );
    expect(read(page).text).not.toContain('99');
    expect(globalThis).not.toHaveProperty('hacked');
  });
});

describe('the details that a page gives', () => {
  const about = (head: string, body = paragraphs(3)) => read(articlePage(body, head));

  test('for machines', () => {
    const data = {
      '@context': 'https://schema.org',
      '@graph': [
        { '@type': 'WebPage', headline: 'The page' },
        {
          '@type': ['NewsArticle'],
          headline: 'Seven ships lost at sea',
          author: [{ name: 'Ada Brandt' }, { name: 'Bo Ek' }],
          publisher: { '@type': 'Organization', name: 'The Daily Plumb' },
          datePublished: '2025-05-01T23:30:00-04:00',
        },
      ],
    };
    const page = about(
      `<script type="application/ld+json">${JSON.stringify(data)}</script><link rel="canonical" href="/ships#top">`,
    );
    expect(page).toMatchObject({
      title: 'Seven ships lost at sea',
      author: 'Ada Brandt, Bo Ek',
      publisher: 'The Daily Plumb',
      publishedOn: '2025-05-01',
      language: 'en',
      canonicalUrl: 'https://plumb.example/ships',
    });
  });

  test('in its head', () => {
    const page = about(
      '<meta property="og:title" content="Seven &amp; more"><meta property="og:site_name" content="The Daily Plumb"><meta name="author" content="Ada Brandt"><meta property="article:published_time" content="2025-05-01T01:00:00Z"><meta property="og:url" content="https://plumb.example/og">',
    );
    expect(page).toMatchObject({
      title: 'Seven & more',
      author: 'Ada Brandt',
      publisher: 'The Daily Plumb',
      publishedOn: '2025-05-01',
      canonicalUrl: 'https://plumb.example/og',
    });
  });

  test('for people', () => {
    const page = read(
      `<html lang="en_gb"><head><title>Seven ships lost | The Daily Plumb</title></head><body><article><time>May 1, 2025</time><a rel="author" href="/ada">Ada Brandt</a>${paragraphs(3)}</article></body></html>`,
    );
    expect(page).toMatchObject({
      title: 'Seven ships lost',
      author: 'Ada Brandt',
      publishedOn: '2025-05-01',
      language: 'en-GB',
    });
  });

  test.each([
    'javascript:alert(1)',
    'data:text/html,a',
    'https://ada:secret@plumb.example/',
    'http://',
    '',
    `https://plumb.example/${'a'.repeat(2000)}`,
  ])('does not include an address that is %s', (href) => {
    expect(about(`<link rel="canonical" href="${href}">`).canonicalUrl).toBeNull();
  });

  test('may be missing', () => {
    expect(read(`<body><p>${PARAGRAPH}</p></body>`, null)).toEqual({
      type: 'html',
      mime: 'text/html',
      text: PARAGRAPH,
      title: null,
      publisher: null,
      author: null,
      publishedOn: null,
      language: null,
      canonicalUrl: null,
      wall: null,
    });
  });
});

describe('a page that shows a wall instead of its text', () => {
  const LOGIN =
    '<html><body><h1>Sign in</h1><form><label>Email <input name="email"></label><label>Password <input type="password"></label><button>Sign in</button></form></body></html>';
  const PAID =
    '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script>';
  const SUBSCRIBE = '<div><p>Subscribe to continue reading. Already a subscriber?</p></div>';

  test.each([
    ['a request for consent', COOKIE_WALL, 'cookieWall'],
    [
      'one in German',
      '<html><body><h1>Willkommen</h1><p>Wir und unsere Partner nutzen Cookies.</p><p>Mit Ihrer Zustimmung, der Einwilligung in Cookies, lesen Sie weiter.</p><button>Alle akzeptieren</button></body></html>',
      'cookieWall',
    ],
    ['a sign-in', LOGIN, 'loginWall'],
    [
      'the offer of a subscription',
      `<html><body><article><h1>Seven ships lost</h1><p>The convoy lost …</p></article>${SUBSCRIBE}</body></html>`,
      'loginWall',
    ],
    ['a teaser of what is sold', articlePage(`${paragraphs(4)}${SUBSCRIBE}`, PAID), 'loginWall'],
    ['scripts', SCRIPT_PAGE, 'scriptOnly'],
    [
      'a shell that scripts fill',
      '<html><body><div id="app"></div><script src="/app.js"></script></body></html>',
      'scriptOnly',
    ],
    [
      'a check for robots',
      '<html><body><h1>Just a moment...</h1><noscript>Enable JavaScript and cookies to continue</noscript><script>1</script></body></html>',
      'scriptOnly',
    ],
    ['nothing', '<html><body></body></html>', 'empty'],
    ['a picture', '<html><body><img src="chart.png"></body></html>', 'empty'],
  ])('%s', (_what, html, wall) => {
    expect(read(html).wall).toBe(wall);
  });

  test.each([
    [
      'an article under a banner that asks for consent',
      STORY.replace(
        '<nav>',
        '<div id="cookie-banner"><p>We use cookies. Our partners use cookies.</p><button>Accept all</button></div><nav>',
      ),
    ],
    [
      'an article about cookies',
      articlePage(
        '<p>Browsers will soon refuse cookies of third parties, and with them goes the consent that nobody reads.</p>'.repeat(
          8,
        ),
      ),
    ],
    [
      'a short notice about cookies',
      articlePage(
        '<p>The authority fined the company 50 million euros over cookies that were set without consent.</p>',
      ),
    ],
    ['an article with a form to sign in', STORY.replace('<footer>', `${LOGIN}<footer>`)],
    [
      'an article that is free, and asks for subscriptions',
      articlePage(`${paragraphs(6)}${SUBSCRIBE}`),
    ],
    ['an article that is sold, and here whole', articlePage(`${paragraphs(14)}${SUBSCRIBE}`, PAID)],
    [
      'an article on a page that scripts improve',
      STORY.replace(
        '<footer>',
        '<noscript>Enable JavaScript for comments.</noscript><script>1</script><footer>',
      ),
    ],
    ['a notice of one sentence', '<html><body><p>The ship displaced 1,095 tons.</p></body></html>'],
  ])('is not a page with %s', (_what, html) => {
    expect(read(html).wall).toBeNull();
  });
});
