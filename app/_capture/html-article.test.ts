import { describe, expect, test } from 'vitest';
import { readHtml } from './read-html';

const textOf = (body: string) =>
  readHtml(new TextEncoder().encode(`<!doctype html><html><body>${body}</body></html>`), {
    declaredType: 'text/html; charset=utf-8',
  }).text;

const SENTENCES = [
  'The harbour board of Ostby closed the northern quay on Monday, after divers had found cracks in it.',
  'The quay was built in 1911, of granite, and had been repaired twice, the engineer Ida Holm said.',
  'Ferries to the islands leave from the fish market, and take twenty minutes longer than they did.',
  'Repairs will cost 31 million crowns, the board said, and will last until the autumn of next year.',
  'Fishermen asked the board to pay for the fuel of the longer way, and were told to write a letter.',
  'The mayor, Per Dahl, said that the town had known of the cracks, but not of how deep they were.',
];
const STORY = SENTENCES.map((text) => `<p>${text}</p>`).join('\n');
const WHOLE = SENTENCES.join('\n\n');

const links = (n: number) =>
  Array.from(
    { length: n },
    (_, i) => `<li><a href="/${i}">Ship ${i} of ${1990 + i} sold for ${i} million euros</a></li>`,
  ).join('');

describe('around an article nothing is taken for it', () => {
  test.each([
    [
      'related stories',
      `<section class="related"><h2>More on this</h2><ul>${links(8)}</ul></section>`,
    ],
    [
      'comments',
      `<section id="comments"><h2>Comments</h2>${'<div class="comment"><b>Bo, 12:41</b><p>I say 87% of them never paid for a ferry, and neither did I, my friends.</p></div>'.repeat(10)}</section>`,
    ],
    [
      'a newsletter',
      '<div class="newsletter-signup"><p>Get the 5 best stories, each day at 7:00, for 0 crowns, in your mailbox.</p></div>',
    ],
    ['a share bar', '<ul class="share-bar"><li>Share 41</li><li>Tweet 12</li></ul>'],
    ['the most read', `<aside><h3>Most read</h3><ol>${links(5)}</ol></aside>`],
    [
      'a biography of the writer',
      '<div class="author-bio"><p>Ida Berg has written for this paper since 2004, and lives by the sea, with 3 dogs.</p></div>',
    ],
    ['a request', '<p>Follow us on Facebook for 24 more stories.</p><p>© 2025 The Ostby Post</p>'],
    ['the names of helpers', '<p>Jon Lie and the news desk contributed to this report.</p>'],
    ['a list of links below “Read more:”', `<p>Read more:</p><ul>${links(3)}</ul>`],
  ])('neither %s', (_what, around) => {
    expect(textOf(`<main><article>${STORY}</article>${around}</main>`)).toBe(WHOLE);
    expect(textOf(`<main><article>${STORY}${around}</article></main>`)).toBe(WHOLE);
  });

  test('nor by-lines, days and words under pictures that have no figure', () => {
    const head =
      '<p>By Ida Berg</p><p>Updated 5:27 am, Monday, 3 March 2025</p><figure><img src="a.jpg"><figcaption>The quay on Monday, 3 March 2025. Photo: Jon Lie</figcaption></figure>';
    expect(textOf(`<article>${head}${STORY}</article>`)).toBe(WHOLE);
  });
});

describe('inside an article nothing is lost', () => {
  test.each([
    [
      'a table of figures',
      '<div class="table-wrapper"><table><tr><th>Year</th><th>Ferries</th></tr><tr><td>2023</td><td>41</td></tr></table></div>',
      'Year | Ferries\n2023 | 41',
    ],
    ['a list', '<ul><li>Depth: 9 m</li><li>Length: 85 m</li></ul>', '- Depth: 9 m\n- Length: 85 m'],
    ['a sub-heading', '<h3 class="headline">Longer ways</h3>', 'Longer ways'],
    [
      'a quotation',
      '<blockquote><p>We saw 12 cracks, and more below.</p></blockquote>',
      'We saw 12 cracks, and more below.',
    ],
    [
      'a post of a network',
      '<div class="social-embed"><blockquote class="post"><p>The ferry took 55 minutes today.</p>— Bo (@bo) <a href="/x">3 March 2025</a></blockquote></div>',
      'The ferry took 55 minutes today.\n\n— Bo (@bo) 3 March 2025',
    ],
    [
      'a caption with a figure',
      '<figure><img src="a.jpg"><figcaption>The quay, 85 metres long</figcaption></figure>',
      'The quay, 85 metres long',
    ],
    [
      'a table of share prices',
      '<table class="share-prices"><tr><td>Ostby Line</td><td>41.20</td></tr></table>',
      'Ostby Line | 41.20',
    ],
  ])('neither %s', (_what, part, text) => {
    expect(textOf(`<article>${STORY}${part}${STORY}</article>`)).toBe(
      `${WHOLE}\n\n${text}\n\n${WHOLE}`,
    );
  });

  test('nor the lead in its header', () => {
    const header =
      '<header><h1>The quay closes</h1><p class="summary">Some 40 metres of the wall fell on Friday.</p></header>';
    expect(textOf(`<article>${header}<div>${STORY}</div></article>`)).toBe(
      `The quay closes\n\nSome 40 metres of the wall fell on Friday.\n\n${WHOLE}`,
    );
  });

  test('nor a lead in a part of its own, on a page without a headline', () => {
    const intro =
      '<div class="intro"><div><p>In 1998 forty ships sank here.</p></div><div class="ad"><p>Advertisement</p></div></div>';
    expect(textOf(`<div class="page">${intro}<div class="body">${STORY}</div></div>`)).toBe(
      `In 1998 forty ships sank here.\n\n${WHOLE}`,
    );
  });

  test('nor an article whose own name is that of a part around one', () => {
    expect(textOf(`<div class="related sponsor">${STORY}</div>`)).toBe(WHOLE);
  });
});

test('a list of titles with many words does not outdo the article', () => {
  const songs = `<ul>${Array.from({ length: 40 }, (_, i) => `<li><a href="/${i}">Song of the sea, number ${i}, by the choir</a></li>`).join('')}</ul>`;
  expect(textOf(`<div class="songs">${songs}</div><div class="text">${STORY}</div>`)).toBe(WHOLE);
});

test('a page that is nested a hundred thousand times deep is read', () => {
  expect(textOf(`${'<div>'.repeat(100_000)}${STORY}`)).toBe(WHOLE);
});

test('the reading aids over characters are left out', () => {
  expect(textOf(`${STORY}<p><ruby>法律<rt>ほうりつ</rt></ruby>は変わらない。</p>`)).toBe(
    `${WHOLE}\n\n法律は変わらない。`,
  );
});
