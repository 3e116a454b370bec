import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { segment } from './segment';

const sentences = (text: string) => segment(text).map(({ start, end }) => text.slice(start, end));

describe('the ends of sentences in news', () => {
  test.each([
    ['The minister resigned. Her deputy stayed.', 2],
    ['Dr. Ada Moore and Gen. J. R. Pike met at St. Agnes.', 1],
    ['Shares of Harbour Inc. fell. They closed at 9.', 2],
    ['He works for the U.S. Navy in Spain.', 1],
    ['She moved to the U.K. The flat was small.', 2],
    ['The vote is at 5 p.m. on Monday.', 1],
    ['He was shot about 1:40 a.m. Sunday, Chicago police said.', 1],
    ['They met at 9 a.m. Sunday was quiet.', 2],
    ['They met at 9 a.m. Police came at 10.', 2],
    ['The fine was $2.50. He paid it.', 2],
    ['See fig. 3 and pp. 12 of the report.', 1],
    ['"We will not wait," the mayor said. "Not one day."', 2],
    ['He asked: "Who paid?" Nobody answered.', 2],
    ['"Stop!" she cried out.', 1],
    ['The limit is now 30 km/h. Drivers were told on Monday.', 2],
    ['Glucose fell to 5.1 mmol/L. Nobody knows why.', 2],
    ['The wall is 30 m. Masons built it.', 2],
    ['The limit is 30 km/h. in town.', 1],
    ['The note is c/o. Smith.', 1],
    ['The bridge (it opened in May.) is closed.', 1],
    ['They waited ... and waited.', 1],
    ['1. Count the votes 2. Print the list 3. Sign it', 3],
    ['Write to press.office@example.org. Nobody reads it.', 2],
    ['The ferry sank.[3] Nobody was hurt.', 2],
    ["He bought a map at Otto's. Then he left.", 2],
    ['Guests liked Maria’s. They came again.', 2],
    ["No entry for under 12's. Dogs are welcome.", 2],
    ['Mr. S. Holm left.', 1],
    ['The lake is calm [...] The shore is not.', 2],
    ['The mill [...] was sold.', 1],
    ['He called Ms [...] Holm late.', 1],
    ['The show was cancelled by the council.“ However, the club stays.', 2],
    ['She called it “large.” He left.', 2],
    ['The court sits at 9 a.m. EST Tuesday in Lund.', 1],
    ['Die Fähre sank。全員無事。', 2],
  ])('%s', (text, count) => {
    expect(sentences(text)).toHaveLength(count);
  });

  test('a blank line ends a headline that has no full stop', () => {
    expect(sentences('Ferry sinks off coast\n\nThe ferry sank at dawn.')).toEqual([
      'Ferry sinks off coast',
      'The ferry sank at dawn.',
    ]);
  });

  test('a line break of the page does not end a sentence', () => {
    expect(sentences('The ferry sank\nat dawn on Friday.')).toHaveLength(1);
  });

  test('the credit of a picture is separate from its caption', () => {
    expect(sentences('The ferry at its berth Image: Port Authority.')).toEqual([
      'The ferry at its berth',
      'Image: Port Authority.',
    ]);
  });
});

test('for any text the sentences contain everything but white space, in order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const spans = segment(text);
      let at = 0;
      for (const { start, end } of spans) {
        expect(text.slice(at, start).trim()).toBe('');
        expect(end).toBeGreaterThan(start);
        at = end;
      }
      expect(text.slice(at).trim()).toBe('');
    }),
  );
});
