import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { findQuote, type QuoteFind } from './find-quote';

const source = `He said: “We’ll build it — soon…”
Nobody  disagreed. The ﬁrst bridge, which cost 4,500 tonnes of steel and $5 million, did not open
before June 2027, the trans-
port minister said on Friday. It is illegal to cross. They can’t go, he said. Killed were 600 people of
the northern town. The bridge over the river will, after nine years of delay, open to cars. In 2012 he
was mayor of Zu\u0308rich, a city of 4\u202f000 bankers, at −5 degrees.`;

/** What was found, as the text of the source, and each difference as 'source → quote'. */
function show(text: string, quote: string) {
  const find = findQuote(text, quote);
  if (find.found === 'absent') return 'absent';
  const passage = text.slice(find.start, find.end).replace(/\s+/g, ' ');
  if (find.found === 'exact') return `exact: ${passage}`;
  const differences = find.differences
    .filter(({ change }) => change !== 'typography')
    .map((each) => `${each.change}: ${each.source} → ${each.quote}`);
  return [`${find.change}: ${passage}`, ...differences].join(' | ');
}

describe('a quote is found in its source', () => {
  test.each([
    [' build it ', 'exact: build it'],
    ['4,500 tonnes', 'exact: 4,500 tonnes'],
    // What differs is only how it is set.
    ["We'll build it - soon...", 'typography: We’ll build it — soon…'],
    ['Nobody disagreed.', 'typography: Nobody disagreed.'],
    ['"We’ll build it', 'typography: “We’ll build it'],
    ['The first bridge', 'typography: The ﬁrst bridge'],
    ['the transport minister said', 'typography: the trans- port minister said'],
    ['4500 tonnes of steel', 'typography: 4,500 tonnes of steel'],
    ['mayor of Zürich', 'typography: mayor of Zu\u0308rich'],
    ['4,000 bankers', 'typography: 4 000 bankers'],
    ['[T]he transport min\u00adister said', 'typography: the trans- port minister said'],
    ['the transport minister said …', 'typography: the trans- port minister said'],
    // The quote says itself that something was left out or put in.
    ['The bridge over the river will … open to cars', 'omission: The bridge over the river will, after nine years of delay, open to cars | omission: , after nine years of delay, → …'],
    ['The bridge over the river will [...] open to cars', 'omission: The bridge over the river will, after nine years of delay, open to cars | omission: , after nine years of delay, → [...]'],
    ['[the mayor] was mayor of Zürich', 'insertion: was mayor of Zu\u0308rich | insertion:  → [the mayor]'],
    ['Killed were 600 people of [that] town', 'insertion: Killed were 600 people of the northern town | insertion: the northern → [that]'],
    ['The bridge over the river will … open[ed] to cars', 'insertion: The bridge over the river will, after nine years of delay, open to cars | omission: , after nine years of delay, → … | insertion:  → [ed]'],
    // Small misquotes.
    ['a first bridge, which costed 4,500 tonnes of steel', 'words: The ﬁrst bridge, which cost 4,500 tonnes of steel | words: The → a | words: cost → costed'],
    ['which cost some tonnes of steal and $5 million', 'figure: which cost 4,500 tonnes of steel and $5 million | figure: 4,500 → some | words: steel → steal'],
    // A figure is another, or counts something else.
    ['The first bridge, which cost 5,000 tonnes of steel', 'figure: The ﬁrst bridge, which cost 4,500 tonnes of steel | figure: 4,500 → 5,000'],
    ['which cost 45.00 tonnes of steel', 'figure: which cost 4,500 tonnes of steel | figure: 4,500 → 45.00'],
    ['which cost over 4,500 tonnes of steel', 'figure: which cost 4,500 tonnes of steel | figure:  → over'],
    ['which cost 4,500 pounds of steel', 'figure: which cost 4,500 tonnes of steel | figure: tonnes → pounds'],
    ['which cost 4,500 tons of steel', 'figure: which cost 4,500 tonnes of steel | figure: tonnes → tons'],
    ['4,500 tonnes of steel and $5 billion', 'figure: 4,500 tonnes of steel and $5 million | figure: million → billion'],
    ['which cost [5,000] tonnes of steel', 'figure: which cost 4,500 tonnes of steel | figure: 4,500 → [5,000]'],
    ['Killed were 600 soldiers of the northern town', 'figure: Killed were 600 people of the northern town | figure: people → soldiers'],
    ['In 2012 she was mayor of Zürich', 'words: In 2012 he was mayor of Zu\u0308rich | words: he → she'],
    // A word that turns the sense.
    ['did open before June 2027', 'negation: did not open before June 2027 | negation: not → '],
    ['did … open before June 2027', 'negation: did not open before June 2027 | negation: not → …'],
    ['It is legal to cross', 'negation: It is illegal to cross | negation: illegal → legal'],
    ['It is [not] illegal to cross', 'negation: It is illegal to cross | negation:  → [not]'],
    // A part of a word or a figure is another word or figure.
    ['500 tonnes of steel', 'figure: 4,500 tonnes of steel | figure: 4,500 → 500'],
    ['which cost 4,500 tonnes of steel and $5', 'figure: which cost 4,500 tonnes of steel and $5 million | figure: million → '],
    ['legal to cross. They', 'negation: illegal to cross. They | negation: illegal → legal'],
    ['5 degrees.', 'absent'],
    ['They can', 'absent'],
    ['ridge, which', 'absent'],
    // Not there.
    ['', 'absent'],
    ['   ', 'absent'],
    ['[…]', 'absent'],
    ['We will build it', 'absent'],
    ['Nobody agreed.', 'absent'],
    ['open to cars … Nobody disagreed', 'absent'],
    ['Something else entirely that nobody ever said', 'absent'],
    ['after nine years of decay', 'words: after nine years of delay | words: delay → decay'],
    ['opens for nine years of delightful', 'absent'],
  ])('%j: %s', (quote, shown) => {
    expect(show(source, quote)).toBe(shown);
  }); // biome-ignore format: a table to read
  test('in a script without spaces', () => {
    expect(show('北京和上海之间的高速铁路于去年开通。', '高速铁路')).toBe('exact: 高速铁路');
  });
  test('with an ellipsis and a bracket of its own', () => {
    expect(show('He said [sic] that … well.', '[sic] that … well.')).toMatch(/^exact/);
  });
});

describe('the same figure in other writing is no difference', () => {
  test.each([
    // Marks of reference are the source's own.
    ['The fleet lost 4,500 tons[12] in the night,[3] the navy said.', 'The fleet lost 4,500 tons in the night, the navy said.', 'typography'],
    ['The fleet lost 4,500 tons¹² in the night, the navy said.', 'The fleet lost 4,500 tons in the night, the navy said.', 'typography'],
    ['The fleet lost 4,500 tons.12 The navy said so on Friday.', 'The fleet lost 4,500 tons. The navy said so on Friday.', 'typography'],
    ['It covers 4,500 km² of the northern coast.', 'It covers 4,500 km of the northern coast.', 'figure'],
    // Per cent.
    ['It rose 12 percent in the year to June', 'It rose 12 per cent in the year to June', 'typography'],
    ['It rose 12 percent in the year to June', 'It rose 12% in the year to June', 'typography'],
    ['It rose 12% in the year to June', 'It rose 12 per cent in the year to June', 'typography'],
    ['It rose 12 percent in the year to June', 'It rose 13 per cent in the year to June', 'figure'],
    // Money and its scale.
    ['The mayor said that it cost $5m in all.', 'it cost $5 million in all', 'typography'],
    ['The mayor said that it cost $5 million in all.', 'it cost $5m in all', 'typography'],
    ['The mayor said that it cost €5bn in all.', 'it cost €5 billion in all', 'typography'],
    // Units.
    ['The road is 400 km long, he said.', 'The road is 400 kilometres long', 'typography'],
    ['The road is 400 kilometers long, he said.', 'The road is 400 km long', 'typography'],
    ['It rose 12 in the year to June, he said.', 'It rose 12 inches the year to June', 'figure'],
    // Fractions.
    ['The walk took 2½ hours in all, he said.', 'The walk took 2 1/2 hours in all', 'typography'],
    ['The walk took 2 1/2 hours in all, he said.', 'The walk took 2½ hours in all', 'typography'],
    ['The walk took 2½ hours in all, he said.', 'The walk took 1/2 hours in all', 'figure'],
    // Days.
    ['The law is of 5 May 2024, the ministry said.', 'The law is of May 5, 2024, the ministry said.', 'typography'],
    ['The law is of May 5, 2024, the ministry said.', 'The law is of 5 May 2024, the ministry said.', 'typography'],
    ['The law is of 5 May 2024, the ministry said.', 'The law is of May 6, 2024, the ministry said.', 'figure'],
    ['The law is of 5 May 2024, the ministry said.', 'The law is of 5 May 2023, the ministry said.', 'figure'],
    // Letters.
    ['The œuvre fills the Hauptstraße and the dog`s kennel.', "The oeuvre fills the Hauptstrasse and the dog's kennel.", 'typography'],
    ["The dog's kennel stands by the river.", 'The dog´s kennel stands by the river.', 'typography'],
  ])('“%s”, quoted as “%s”: %s', (text, quote, change) => {
    expect(findQuote(text, quote)).toMatchObject({ found: 'fuzzy', change });
  }); // biome-ignore format: a table to read

  test.each([
    ['It rose 12 percent in the year to June', 'It rose 12 percentage points in the year to June'],
    ['The mayor said that it cost $5m in all.', 'it cost $5 billion in all'],
    ['The mayor said that it cost $5m in all.', 'it cost 5 m in all'],
    ['The road is 400 km long, he said.', 'The road is 400 miles long'],
    ['The road is 400 m long, he said.', 'The road is 400 million long'],
  ])('“%s”, quoted as “%s”, is never only other writing', (text, quote) => {
    const find = findQuote(text, quote);
    expect(find.found === 'absent' || (find.found === 'fuzzy' && find.change === 'figure')).toBe(
      true,
    );
  });

  test('the head of a page in the middle of a sentence is told as left out', () => {
    const report =
      'The board found that costs had\nAnnual Report 2024 | 17\nrisen by a third since May.\n';
    const find = findQuote(report, 'The board found that costs had risen by a third since May.');
    expect(find).toMatchObject({
      found: 'fuzzy',
      change: 'omission',
      differences: [{ change: 'omission', source: 'Annual Report 2024 | 17', quote: '' }],
    });
    expect(find.found !== 'absent' && report.slice(find.start, find.end)).toMatch(
      /^The board.*May\.$/s,
    );
    // A sentence that ends before the line is no head of a page.
    expect(
      findQuote(
        'Costs rose.\nIn 2024 they fell.\nand so on for years',
        'Costs rose. and so on for years',
      ).found,
    ).toBe('absent');
  });
});

describe('among several occurrences', () => {
  const text = 'The bridge is long. The bridge is new. Abridge is no word. The bridge is closed.';
  test('the first is taken, and the occurrences are counted', () => {
    expect(findQuote(text, 'The bridge is')).toMatchObject({ start: 0, occurrences: 3 });
    expect(findQuote(text, '“The bridge” is')).toMatchObject({ start: 0, occurrences: 3 });
    expect(findQuote(text, 'bridge is')).toMatchObject({
      found: 'exact',
      start: 4,
      occurrences: 3,
    });
  });
  test('the nearest to a given place is taken', () => {
    expect(findQuote(text, 'The bridge is', { near: 30 })).toMatchObject({ start: 20 });
    expect(findQuote(text, '“The bridge” is', { near: 70 })).toMatchObject({ start: 59 });
  });
});

test('for an absent quote the most similar passage is shown, if there is one', () => {
  const quote = 'the bridge cost 4,500 tonnes of iron and nine million, and did not open';
  const find = findQuote(source, quote);
  expect(find).toMatchObject({ found: 'absent', nearest: { score: 0.66 } });
  if (find.found !== 'absent' || !find.nearest) return;
  expect(source.slice(find.nearest.start, find.nearest.end)).toMatch(
    /bridge, which.*did not open$/s,
  );
  expect(findQuote(source, 'Something else entirely that nobody ever said')).toMatchObject({
    nearest: null,
  });
});

test('each difference has its place in the source', () => {
  const find = findQuote(source, 'The first bridge, which cost 5,000 tonnes of steel');
  const places = find.found === 'fuzzy' ? find.differences : [];
  expect(places.map(({ start, end }) => source.slice(start, end))).toEqual(['ﬁrst', '4,500']);
});

test('a quote is not found in words that are scattered over a page', () => {
  const words = 'The minister spoke. '.repeat(200);
  expect(show(`${words}The bridge ${words} will open.`, 'The bridge … will open')).toBe('absent');
});

describe('for any source', () => {
  const word = fc.oneof(
    fc.string({ unit: fc.constantFrom(...'aeinorst'), minLength: 2, maxLength: 9 }),
    fc.constantFrom('bridge', '4,500', '𝔘𝔫𝔦', 'Zu\u0308rich', 'ﬁne', '🌉', 'can’t', '−5', '%'),
  );
  const words = fc.array(word, { minLength: 1, maxLength: 60 });

  test('any run of its words is found at its place, letter for letter', () => {
    fc.assert(
      fc.property(words, words, words, (before, quoted, after) => {
        const quote = quoted.join(' ');
        const text = [...before, '.', quote, '.', ...after].join(' ');
        const find = findQuote(text, quote);
        // What ends with a figure may be cut from its “%”, and then it is not what the source says.
        expect(find.found).toBe('exact');
        expectSound(text, find);
        if (find.found === 'exact') expect(text.slice(find.start, find.end)).toBe(quote);
      }),
    );
  });
  test('any stretch is found at a place that covers it', () => {
    fc.assert(
      fc.property(words, fc.nat(), fc.integer({ min: 20, max: 200 }), (all, at, length) => {
        const text = all.join(' ');
        const start = at % text.length;
        const quote = text
          .slice(start, start + length)
          .toWellFormed()
          .replaceAll('\ufffd', '');
        fc.pre(quote.replace(/[^a-z]/g, '').length >= 12);
        const find = findQuote(text, quote);
        expect(find.found).not.toBe('absent');
        expectSound(text, find);
      }),
    );
  });
  test('a stretch with one letter in twenty changed is found at its place', () => {
    const long = fc.array(word, { minLength: 10, maxLength: 120 });
    const edits = fc.array(fc.tuple(fc.nat(), fc.constantFrom('x', '', 'qz')), { maxLength: 40 });
    fc.assert(
      fc.property(long, long, long, edits, (before, quoted, after, changes) => {
        const plain = quoted.join(' ');
        let quote = plain;
        for (const [at, letters] of changes.slice(0, Math.floor(plain.length / 40))) {
          const place = at % quote.length;
          quote = `${quote.slice(0, place)}${letters}${quote.slice(place + 1)}`.toWellFormed();
        }
        const text = [...before, plain, ...after].join(' ');
        const start = before.join(' ').length + 1;
        const find = findQuote(text, quote);
        fc.pre(quote.replace(/[^a-z]/g, '').length >= 40);
        expectSound(text, find);
        expect(find.found).not.toBe('absent');
        if (find.found === 'absent') return;
        expect(find.start).toBeLessThan(start + plain.length);
        expect(find.end).toBeGreaterThan(start);
      }),
    );
  });
  test('any quote gets a consistent result', () => {
    const any = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'ab. …[]5,%') }),
    );
    fc.assert(
      fc.property(any, any, fc.option(fc.nat(20)), (text, quote, near) => {
        expectSound(text, findQuote(text, quote, near === null ? {} : { near }));
      }),
    );
  });

  function expectSound(text: string, find: QuoteFind) {
    const places = find.found === 'absent' ? [find.nearest ?? { start: 0, end: 1 }] : [find];
    for (const { start, end } of places) {
      expect(start).toBeGreaterThanOrEqual(0);
      expect(end).toBeGreaterThan(start);
      if (find.found === 'absent') continue;
      expect(end).toBeLessThanOrEqual(text.length);
      expect(find.score).toBeGreaterThanOrEqual(0);
      expect(find.score === 1).toBe(find.found === 'exact');
      // No half of a character.
      if (text.isWellFormed()) expect(text.slice(start, end).isWellFormed()).toBe(true);
    }
    if (find.found === 'fuzzy') {
      for (const { start, end } of find.differences) {
        expect(start).toBeGreaterThanOrEqual(find.start);
        expect(end).toBeLessThanOrEqual(find.end);
        expect(end).toBeGreaterThanOrEqual(start);
      }
    }
  }
});

describe('no text and no quote takes long to search', () => {
  const letters = 'a'.repeat(1_000_000);
  test.each([
    ['one letter', 'a'.repeat(2000)],
    ['one letter, and another in the middle', `${'a'.repeat(1000)}b${'a'.repeat(1000)}`],
    ['one letter, and another at the end', `${'a'.repeat(1999)}b`],
    ['an ellipsis between', `${'a'.repeat(500)} … ${'b'.repeat(500)}`],
    ['many ellipses', 'aaaaaaaaaa … '.repeat(150)],
    ['many brackets', '[a] a '.repeat(300)],
    ['open brackets', '['.repeat(2000)],
    ['words', 'no such words '.repeat(140)],
  ])('a quote of %s in a text of one letter', (_, quote) => {
    findQuote(letters, quote);
    findQuote('a '.repeat(500_000), quote);
  });
});
