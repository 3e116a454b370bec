import { describe, expect, test } from 'vitest';
import { extract } from '../extract';

const texts = (text: string) =>
  extract(text, { publishedOn: '2025-05-15', language: 'en' }).claims.map((claim) => claim.text);

describe('a split never leaves half a sentence', () => {
  test.each([
    'The act would impose economic sanctions and a travel ban on officials deemed responsible for abuses.',
    'A court in Lund banned rallies and a march by students accused of rioting last year.',
    'Shops like those burning in Paris and Lyon are often old.',
    'The law will cut small local and national taxes, fees for pupils and rents.',
    "Unions criticised Reed's company and the power big firms can have when they buy up smaller ones.",
    'Carter was fined after pleading guilty to threatening to shoot and kill a judge and being drunk in charge of a car.',
    'Having sold two mills near Lund, a town in the south, Nordland will build a third.',
    'With the harbour closed and two ferries held at the pier, traders lost 40,000 euros.',
    'The detail is superb, with very clear maps and text.',
    'Dana Roe told a crowd of farmers who blocked the road that prices should rise by 5%.',
    'Nordland claimed responsibility for sinking the trawler, which it said sank near Bergen.',
  ])('%s', (text) => {
    expect(texts(text)).toEqual([text]);
  });

  test.each<[string, string[]]>([
    [
      'Carl Holm could face up to 10 years in prison and have to pay $250,000.',
      ['Carl Holm could face up to 10 years in prison.', 'Carl Holm could have to pay $250,000.'],
    ],
    [
      'Carl Holm has three dogs and has to feed 12 cats.',
      ['Carl Holm has three dogs.', 'Carl Holm has to feed 12 cats.'],
    ],
    [
      'Nordland closed two mills and a march in Lund ended early.',
      ['Nordland closed two mills.', 'A march in Lund ended early.'],
    ],
    [
      'Floods hit Lund, with all power plants and other sites badly damaged by the water.',
      ['Floods hit Lund.', 'All power plants and other sites were badly damaged by the water.'],
    ],
    [
      'Nurses in Lund are unhappy, with 40 being asked to work at weekends and two being sacked.',
      ['Nurses in Lund are unhappy.', '40 are asked to work at weekends.', 'Two are sacked.'],
    ],
    [
      'Rates would rise often, or often enough to hurt 40 banks, Moss and her team said in a report, which was published on Monday.',
      [
        'Rates would rise often, or often enough to hurt 40 banks.',
        'The report was published on Monday.',
      ],
    ],
  ])('%s', (text, expected) => {
    expect(texts(text)).toEqual(expected);
  });
});
