import { describe, expect, test } from 'vitest';
import { extract } from '../extract';

const speakers = (text: string) =>
  extract(text, { publishedOn: '2024-05-02', language: 'en' }).claims.map(
    ({ claimant }) => claimant?.name.replace(/^an? /, '') ?? null,
  );

describe('what opens the sentence is not the speaker', () => {
  test.each([
    ['Questioned by senators about the spill, Varga said that 60 barrels had leaked.', 'Varga'],
    [
      'In his first speech since the vote, Prime Minister Tomas Heel told the nation that debts fell 6 percent.',
      'Tomas Heel',
    ],
    ['Although ticket sales rose, the museum warned it would lose 2 million pounds.', 'museum'],
    ['Before leaving for Geneva, Dr Ilse Brand wrote that 19 samples were spoiled.', 'Ilse Brand'],
    ['With winter near, aid workers say 8,000 families lack heating.', 'aid workers'],
  ])('%s', (sentence, speaker) => {
    expect(speakers(sentence)).toContain(speaker);
  });
});

describe('days and adverbs stand between the speaker and the verb', () => {
  test.each([
    ['The Coast Guard late on Sunday reported that two trawlers had collided.', 'Coast Guard'],
    ['Varga, on Thursday, insisted that 60 percent of voters agreed.', 'Varga'],
    ['Regulators in June quietly concluded the bank owed 5 billion yen.', 'Regulators'],
    ['The club announced on 4 May it had signed three goalkeepers.', 'club'],
    ['The charity has repeatedly said that 300 children sleep outdoors.', 'charity'],
  ])('%s', (sentence, speaker) => {
    expect(speakers(sentence)).toContain(speaker);
  });
});

describe('a second verb and a relative clause have their speaker', () => {
  test.each([
    ['Heel apologised to passengers and promised that 20 trains would run.', 'Heel'],
    ['The verdict dismayed campaigners, who argue the firm hid 90 complaints.', 'campaigners'],
    ['Brand led the inquiry in 2015 and later wrote that 11 files had vanished.', 'Brand'],
    ['Varga met the mayor of Pest, who told him that 700 flats stood empty.', 'mayor of Pest'],
    [
      'Shares slid 3 percent, but the firm said its profit had doubled to 40 million euros.',
      'firm',
    ],
  ])('%s', (sentence, speaker) => {
    expect(speakers(sentence)).toContain(speaker);
  });
});

describe('who speaks in the midst of a statement is its speaker', () => {
  test.each([
    ['The vaccine, researchers believe, cut deaths by a third.', 'researchers'],
    ['Last winter, Brand recalled, 15 climbers froze.', 'Brand'],
    ['"Our members," said union chief Ola Vik, "lost 9 percent of their pay."', 'Ola Vik'],
    ["The museum's collection, according to the auditors, is worth 70 million francs.", 'auditors'],
    ['Nobody, Varga told the court, had counted the 900 ballots.', 'Varga'],
  ])('%s', (sentence, speaker) => {
    expect(speakers(sentence)).toContain(speaker);
  });
});

describe('records, polls and papers are sources', () => {
  test.each([
    ['A leaked memo shows that managers knew of 17 faults.', 'leaked memo'],
    ['According to tax filings, the foundation spent 4 million dollars on travel.', 'tax filings'],
    ['The census found that 1.2 million people live alone.', 'census'],
    [
      'Heel earned 300,000 francs, according to bank statements obtained by a newspaper.',
      'bank statements',
    ],
    [
      'A survey by the university suggests that 40 percent of nurses want to quit.',
      'survey by the university',
    ],
  ])('%s', (sentence, speaker) => {
    expect(speakers(sentence)).toContain(speaker);
  });
});

describe('a claimant is a noun phrase', () => {
  test.each([
    ['Yesterday, however, Varga claimed 60 wells were clean.', 'Varga'],
    ['Clearly shaken, Heel said 12 friends had died.', 'Heel'],
    ['Even so, engineers say the dam lost 8 metres.', 'engineers'],
    ['Once again, the ministry denied nothing and said 14 were held.', 'ministry'],
    ['Worse, doctors warn that 300 beds are missing.', 'doctors'],
  ])('%s', (sentence, speaker) => {
    expect(speakers(sentence)).toContain(speaker);
  });
});

describe('names and roles stay whole', () => {
  test.each([
    [`"It took 14 years," said Jan Vik, St. Mary's head of surgery.`, 'Jan Vik'],
    ['"Prices fell 9 percent," said Lt. Gov. Ana Sol.', 'Ana Sol'],
    ["Ana Sol, Mr. Heel's chief of staff, said 14 aides had left.", 'Ana Sol'],
    ["The firm's deputy chairman, Ola Vik, said 40 ships were idle.", 'Ola Vik'],
    ['Bishop Jan Vik of Lund said 40 churches would close.', 'Jan Vik'],
  ])('%s', (sentence, speaker) => {
    expect(speakers(sentence)).toContain(speaker);
  });
});

describe('verbs of conceding, suspecting, assuring and complaining say something', () => {
  test.each([
    ["The treaty's backers contend it saved 40,000 jobs.", "treaty's backers"],
    ['Heel conceded that 14 bridges were unsafe.', 'Heel'],
    ['Scientists suspect the quake moved the coast by 2 metres.', 'Scientists'],
    ['The army assured residents that 40 mines had been cleared.', 'army'],
    ['Fishermen complain that catches fell 30 percent.', 'Fishermen'],
  ])('%s', (sentence, speaker) => {
    expect(speakers(sentence)).toContain(speaker);
  });
});

describe('what is denied, refused or not known is said by nobody', () => {
  test.each([
    ['Heel refused to say whether 14 bridges were unsafe.', null],
    ['It is not known if Heel said that 14 bridges were unsafe.', null],
    ['Heel never claimed that 14 bridges were unsafe.', null],
    ["The museum's claims department has 14 clerks.", null],
    ['Nobody told the mayor that 14 bridges were unsafe.', null],
  ])('%s', (sentence, speaker) => {
    expect(new Set(speakers(sentence))).toEqual(new Set([speaker]));
  });
});
