import { describe, expect, test } from 'vitest';
import { extract } from '../extract';

const reasonsOf = (text: string) =>
  extract(text, { publishedOn: '2024-05-02', language: 'en' }).claims[0]?.reasons ?? [];

describe('a reason says what a figure lacks, who vouches for it, and what sort of statement it is', () => {
  test.each([
    ['Officials said 60 sailors were killed.', 'a death toll from one unnamed source'],
    ['The navy said that about 60 sailors were killed.', 'a death toll from one source'],
    ['Some 60 sailors were killed in the storm.', 'a death toll with no source named'],
    ['At least 12 women were hurt in the fire.', 'a count of victims with no source named'],
    ['It is the first ever tunnel under the bay.', 'a superlative: first ever'],
    ['The mill is the largest employer in Lund.', 'a superlative: largest'],
    ['Rents rose by 12 per cent.', 'a change with no base year'],
    ['About 300 boats were sold.', 'a figure that is not exact: About 300'],
    ['Eva Holm said the county has 300 buses.', 'a figure from one side'],
    ['The bridge cost £40m.', 'an amount of money: £40m'],
    ['Eva Holm said Jon Rask had lied to the court.', 'an accusation'],
    ['Jon Rask said he never met the builder.', 'a denial'],
    ['The mayor resigned on Monday.', 'an event with its date: Monday'],
    ['Critics said the mayor had lost the files.', 'a source without a name'],
    ['The tunnel will bring trade to the island.', 'a prediction, so it cannot be checked yet'],
  ])('%s', (text, reason) => {
    expect(reasonsOf(text)).toContain(reason);
  });

  test.each([
    ['Rents rose by 12 per cent from 2019.', 'a change with no base year'],
    ['Rents are 12 per cent higher than a year ago.', 'a change with no base year'],
    ['About 83 per cent of voters stayed at home.', 'a share without its whole'],
    ['The bridge cost £40m.', 'a figure from one side'],
    ['The dead forest was cut down for £40m.', 'a death toll with no source named'],
    ['The mayor opened the first bridge.', 'a denial'],
  ])('%s is not %s', (text, reason) => {
    expect(reasonsOf(text)).not.toContain(reason);
  });

  test('a claim has at most three, and always one', () => {
    for (const text of [
      'Officials said the first fire killed at least 60 people, the most since 1999.',
      'Engineers began work on the tunnel.',
    ]) {
      expect(reasonsOf(text).length).toBeGreaterThan(0);
      expect(reasonsOf(text).length).toBeLessThan(4);
    }
  });
});
