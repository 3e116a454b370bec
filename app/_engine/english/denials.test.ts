import { describe, expect, test } from 'vitest';
import { extract } from '../extract';

const read = (text: string) =>
  extract(text, { publishedOn: '2025-05-15', language: 'en' }).claims.map(
    ({ text: words, claimant }) => [words, claimant?.name ?? null],
  );

describe('a denied statement is not a claim of the speaker', () => {
  test.each([
    'A spokesman denied that 30 prisoners had escaped.',
    'Moscow has denied that 30 soldiers were killed.',
    'The ministry did not say that 30 soldiers had died.',
    'Ms Reis never said that the plant had lost $3m.',
    "The board hasn't confirmed that 400 jobs will go.",
    'The firm neither confirmed nor denied that it had lost $3m.',
    'The minister did not confirm or say that 30 people had died.',
    'The drug was 94% effective, the firm denied.',
    'It is denied that 30 people died.',
    'No official has said that 30 people died.',
    'Neither the mayor nor the police said that 30 people had died.',
    'Mr Marek Dolan denied that the firm had lost "more than $3m in cash".',
  ])('%s is one claim without a claimant', (text) => {
    expect(read(text)).toEqual([[text, null]]);
  });

  test.each([
    'Moscow denied that 30 soldiers had died and that 12 tanks were lost.',
    'Moscow denied that 30 soldiers had died and 12 tanks were lost.',
    'The court rejected claims that 30 men had died and that 12 tanks were lost.',
    'The ministry did not say that 30 soldiers had died and that 12 tanks were lost.',
    'Ms Reis has never said flatly that 30 soldiers had died and 12 tanks were lost.',
  ])('%s: all of it is denied, so nothing stands alone', (text) => {
    expect(read(text)).toEqual([[text, null]]);
  });

  test('a statement after a denial is a claim of the speaker', () => {
    expect(read('Moscow denied that 30 men had died and said that 12 tanks were lost.')).toEqual([
      ['Moscow denied that 30 men had died.', null],
      ['12 tanks were lost.', 'Moscow'],
    ]);
    expect(read('Moscow denied that 30 men had died, but Kyiv said 12 tanks were lost.')).toEqual([
      ['Moscow denied that 30 men had died.', null],
      ['12 tanks were lost.', 'Kyiv'],
    ]);
  });

  test('a participle of denial keeps its verb', () => {
    expect(read('The firm sacked 30 workers, denying that it had lost $3m.')[1]).toEqual([
      'The firm denied that it had lost $3m.',
      null,
    ]);
  });

  test.each([
    ['No 10 said that 30 jobs would go.', 'No 10'],
    ['The minister not only said that 30 jobs would go.', 'minister'],
  ])('%s is a claim of the speaker', (text, name) => {
    expect(read(text)).toEqual([['30 jobs would go.', name]]);
  });
});
