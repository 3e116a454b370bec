import { describe, expect, test } from 'vitest';
import { toPassage } from '../tokens/passage';
import { readFigures } from './read-figures';

const read = (text: string) =>
  readFigures(toPassage(text, { start: 0, end: text.length }), []).map(({ surface, unit }) => [
    surface,
    unit,
  ]);

describe('numbers that are not figures', () => {
  test.each([
    'She is a woman in her 40s.',
    'He moved there in his late 60s.',
    'An F-35 and an A-10 took off.',
    'The 737 MAX was grounded.',
    'The Group of Seven met.',
    'It was lost in World War Two.',
    'The chain filed for Chapter Eleven protection.',
    'Channel Four will show it.',
    'Call 020 7946 0000 or 0800 123 456.',
    'Clause 9 forbids it, and paragraph 31 permits it.',
    'Schools 2, 5 and 8 stay shut.',
    'Rule 4.12 says the opposite.',
    'The jet was once called the 7E7.',
    'Lanes 3 to 5 are closed.',
    'The museum stands at 41 NE Harbour Road.',
    'Her flat is at 9 King Street.',
    'The band went one step further.',
    'It was a two-way street and a three-way race.',
    'They left one by one, once and for all.',
    'At one stage he was back at square one.',
    'It is a six-figure salary.',
    'Chances were fifty-fifty.',
    "She backed the '78 ban and the ’84 repeal.",
    'They shared a high-five.',
    'On day five they rested; on page two they wrote.',
    'They left at 4 in the morning.',
    'Malmö won 3 – 0 and lost 1 – 2.',
    'Rents in the 60614 ZIP code fell.',
    'Trading stopped at 0915 GMT.',
    'The cac 40 was flat.',
    'Drivers like the Golf 7e and 8e.',
    'The striker, Lena Voss (9), was sent off.',
    'The season of 2011–12 was dull, that of 2012/13 was not.',
    'It runs in 1080p, and in 4K on the PS4 Pro.',
    'They could not make 911 calls, so they rang 999.',
    'Write to us in San Francisco, CA 94107.',
    'He turned it into a professional one several weeks ago.',
    'The fund is listed on the SIX Swiss Exchange.',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });

  test.each([
    'Growth slowed (Fig. 12).',
    'Growth slowed (see Figs. 3A and S4).',
    'Tables 2, 5 and 7 list the wells.',
    'It follows from Eq. (14) that growth slowed.',
    'Growth slowed, as others found [8].',
    'Growth slowed, as others found [8,11] or [14–17].',
    'Growth slowed in a larger study (42).',
    'Others disagree (Haas et al., 2009b).',
    'Stations 4 and 6 were left out.',
    'Water was drawn in month 6 and in months 8 and 9.',
    'They compared 13C/12C and 14C dates.',
    'The protein (MIM: 104300) is common.',
    'They marked TRA-1–81 and BRN3A.',
    'Answers ran from low to high (0 = never, 1 = often).',
    'The risk scores of both were low.',
  ])('%s', (text) => {
    expect(read(text)).toEqual([]);
  });

  test.each([
    ['It took 40s to load.', '40s', 's'],
    ['She earns 4K a month.', '4K', null],
    ['The nurse took 112 calls.', '112', '{call}'],
    ['He got a PS6m bonus.', 'PS6m', 'GBP'],
    ['SIX MEN DIE IN FIRE', 'SIX', '{man}'],
    ['The game runs at 60fps.', '60fps', '{frame}/s'],
    ['The limit is 30 kg max.', '30 kg max', 'kg'],
    ['A group of seven boys was found.', 'seven', '{boy}'],
    ['In Texas Two men died.', 'Two', '{man}'],
    ['Bomb Kills Seven In Park', 'Seven', null],
    ['They ordered 12 F-35 jets.', '12', '{jet}'],
    ['This week 40 nurses left.', '40', '{nurse}'],
    ['The paper quotes "about [30] tenants".', '30', null],
    ['Most were dogs (22), the keeper said.', '22', null],
    ['He climbed one step of the ladder.', 'one', '{step}'],
    ['The two-man crew left.', 'two', '{man}'],
    ['He paid two grand for the car.', 'two grand', null],
    ['The hall has two grand pianos.', 'two', '{piano}'],
    ['Villagers saved scores of horses.', 'scores', '{horse}'],
    ['He walked 14 West Highland miles.', '14', '{mile}'],
  ])('this is a figure: %s', (text, surface, unit) => {
    expect(read(text)).toEqual([[surface, unit]]);
  });
});
