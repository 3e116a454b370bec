import { describe, expect, test } from 'vitest';
import { extract } from '../extract';

const read = (text: string) => extract(text, { publishedOn: '2025-05-15', language: 'en' }).claims;
const texts = (text: string) => read(text).map((claim) => claim.text);
const last = (text: string) => read(text).at(-1)?.text;

describe('a person who was named is named in each later claim', () => {
  test.each<[string, string]>([
    [
      'Marta Kowal, 52, runs a bakery in Bristol. Kowal opened the shop in 2009.',
      'Marta Kowal opened the shop in 2009.',
    ],
    [
      'Mr Tom Hale met Joan Ferris on Tuesday. He paid her £300.',
      'Tom Hale paid Joan Ferris £300.',
    ],
    [
      'Ann Reed sued the Oakham Bank in 2020. The bank paid her $3m.',
      'The Oakham Bank paid Ann Reed $3m.',
    ],
    [
      'A 34-year-old man was arrested in Leeds. He had stolen 12 cars.',
      'The 34-year-old man had stolen 12 cars.',
    ],
    [
      'The club sacked its coach, Paul Stone. He had won two of 14 matches.',
      'Paul Stone had won two of 14 matches.',
    ],
    [
      'Karl Boyd and Ana Reis founded the firm in 2003. They sold it for $90m in 2015.',
      'Karl Boyd and Ana Reis sold the firm for $90m in 2015.',
    ],
    ['Minister Eva Holm said she had hired 30 nurses.', 'Eva Holm had hired 30 nurses.'],
    [
      'Two banks sued Dale Hart in May. A third bank closed his accounts.',
      "A third bank closed Dale Hart's accounts.",
    ],
  ])('%s', (text, expected) => {
    expect(last(text)).toBe(expected);
  });

  test('once in a claim, and after that by the pronoun', () => {
    expect(
      texts('Ann Reed sued the bank. Reed said that she had lost her savings of $3m.')[1],
    ).toBe('Ann Reed had lost her savings of $3m.');
  });

  test('and by the name after a pronoun that looks ahead', () => {
    expect(
      texts(
        'Paul Stone won in 2021. In her first speech as mayor, Lena Marsh promised 900 flats.',
      )[1],
    ).toBe('In her first speech as mayor, Lena Marsh promised 900 flats.');
  });
});

describe('a body or a thing is named by the words that told it', () => {
  test.each<[string, string]>([
    [
      'The Harbour Board said it has sold 70 ships. The board employs 900 people.',
      'The Harbour Board employs 900 people.',
    ],
    [
      'Norvik Airlines lost $40m last year. The airline has 12 jets.',
      'Norvik Airlines has 12 jets.',
    ],
    [
      'The Danish Maritime Authority (DMA) saw the ship. The authority found 14 faults.',
      'The Danish Maritime Authority found 14 faults.',
    ],
    [
      'The Clean Rivers programme began in 2018. This programme has cost £40m.',
      'The Clean Rivers programme has cost £40m.',
    ],
    [
      'Two bridges over the Arne closed on Monday. They carried 12,000 cars a day.',
      'The two bridges over the Arne carried 12,000 cars a day.',
    ],
    [
      'HMP Stanwick holds 600 men. The prison was built for 400 men.',
      'HMP Stanwick was built for 400 men.',
    ],
    [
      'A fire broke out in the Lindholm factory. The factory employs 200 people.',
      'The Lindholm factory employs 200 people.',
    ],
    [
      'The United Fund says it is sending 40 nurses to help local doctors.',
      'The United Fund is sending 40 nurses to help local doctors.',
    ],
  ])('%s', (text, expected) => {
    expect(last(text)).toBe(expected);
  });
});

describe('where two could be meant, the words of the article stay and the claim says on what it leans', () => {
  test.each<[string, string, string, string[]]>([
    [
      'Olof Berg led the fund. His wife Hanna Berg leads it now. Berg won 41 per cent of the vote.',
      'Berg won 41 per cent of the vote.',
      'Berg',
      ['Olof Berg', 'Hanna Berg'],
    ],
    [
      'Kenji Watanabe beat Carlos Ruiz in the final. He served 14 aces.',
      'He served 14 aces.',
      'He',
      ['Carlos Ruiz', 'Kenji Watanabe'],
    ],
    [
      'Norvik Airlines bought Pelham Foods in 2019. The company lost $40m.',
      'The company lost $40m.',
      'The company',
      ['Pelham Foods', 'Norvik Airlines'],
    ],
    ['Rivera told Chen that he owed $4m.', 'He owed $4m.', 'he', ['Chen', 'Rivera']],
    [
      'The ferry hit a trawler. It sank in nine minutes.',
      'It sank in nine minutes.',
      'It',
      ['the trawler', 'the ferry'],
    ],
    ['"He owes us $4m," said Carla Diaz.', 'He owes us $4m.', 'He', []],
  ])('%s', (text, expected, leansOn, candidates) => {
    expect(read(text).at(-1)).toMatchObject({ text: expected, leansOn, candidates });
  });

  test('a claim that stands alone leans on nothing', () => {
    expect(read('Marta Kowal employs 14 people.')[0]).toMatchObject({
      leansOn: null,
      candidates: [],
    });
  });

  test('a pronoun whose antecedent stands in the claim is no leaning', () => {
    expect(read('Four players were fined $300 for their part in it.')[0]?.leansOn).toBe('it');
    expect(read('Four players were fined $300 for their language.')[0]?.leansOn).toBeNull();
  });

  test('after a pronoun that is not clear the same pronoun is no clearer', () => {
    expect(
      last('Karl Boyd met Paul Stone. He was fined twice for hitting Dale Hart. He paid $400.'),
    ).toBe('He paid $400.');
  });
});

describe('a speaker of a quotation is named in it', () => {
  test.each<[string, string]>([
    ['"I have lost 40 clients," said Eva Holm.', 'Eva Holm has lost 40 clients.'],
    ['"I don\'t own 40 flats," said Eva Holm.', 'Eva Holm does not own 40 flats.'],
    [
      '"I lost my house and my 40 cows," said Eva Holm.',
      'Eva Holm lost her house and her 40 cows.',
    ],
    ['"We have sold 14 ships," the Harbour Board said.', 'The Harbour Board has sold 14 ships.'],
    ['"We have sold 14 ships," said Eva Holm.', 'We have sold 14 ships.'],
  ])('%s', (text, expected) => {
    expect(texts(text)[0]).toBe(expected);
  });
});

describe('nobody is named who was only mentioned', () => {
  test.each<[string, string]>([
    [
      'Karl Boyd won the mayoralty in 2001. Boyd lost the support of Paul Stone. He won 41 per cent in May.',
      'He won 41 per cent in May.',
    ],
    [
      'Karl Boyd led the fund. The fund closed the office of Paul Stone. His staff of 40 left in May.',
      'His staff of 40 left in May.',
    ],
    ['The striker joined Porto City. He scored 14 goals.', 'The striker scored 14 goals.'],
    [
      'The team lost to Porto City, becoming second of 14 clubs.',
      'The team became second of 14 clubs.',
    ],
  ])('%s', (text, expected) => {
    expect(texts(text).at(-1)).toBe(expected);
  });
});

describe('a split keeps the subject, the denial and the condition', () => {
  test.each<[string, string[]]>([
    [
      'Park was replaced by Kim in Korea and Kim lost 14 seats.',
      ['Park was replaced by Kim in Korea.', 'Kim lost 14 seats.'],
    ],
    [
      'The guards were seen by 40 people and told that the gate was shut.',
      ['The guards were seen by 40 people.', 'The guards were told that the gate was shut.'],
    ],
    [
      'It will be an offence to own a gun and carry 40 rounds.',
      ['It will be an offence to own a gun.', 'It will be an offence to carry 40 rounds.'],
    ],
    [
      'The scheme ensures that 40 nurses and their pupils are paid.',
      ['The scheme ensures that 40 nurses and their pupils are paid.'],
    ],
    [
      'The embassy says 17 helicopters and 40 boats will be sent to Lund.',
      ['17 helicopters and 40 boats will be sent to Lund.'],
    ],
    [
      'Shops sell 14 kinds of tea, including black tea and smoked tea.',
      ['Shops sell 14 kinds of tea, including black tea and smoked tea.'],
    ],
    [
      'Prices soared in May, rents were up 9 percent in Lund.',
      ['Prices soared in May.', 'Rents were up 9 percent in Lund.'],
    ],
    [
      'Although Reed did not sign the 40 papers, she admitted that she knew of them.',
      ['Ann Reed did not sign the 40 papers.', 'Ann Reed knew of them.'],
    ],
  ])('%s', (text, expected) => {
    expect(texts(`Ann Reed, 40, was tried in Lund. ${text}`).slice(1)).toEqual(expected);
  });
});

test('the full stop of a title is no part of the name after it', () => {
  const { claims } = extract(
    'Rep. John Culbert lost 40 votes. Lena Espin said Culbert sold 3 boats.',
    {
      publishedOn: '2024-05-02',
      language: 'en',
    },
  );
  expect(claims.at(-1)?.text).toBe('John Culbert sold 3 boats.');
});

test('"we" is not filled in for a surname that may be taken for a body', () => {
  const { claims } = extract('“We have sold 40 ships,” Black continued.', {
    publishedOn: '2024-05-02',
    language: 'en',
  });
  expect(claims[0]?.text).toBe('We have sold 40 ships.');
});

test('"what it is to" stands for nobody', () => {
  const { claims } = extract(
    'Ken Black lost 40 ships. Lena Holm knows what it is to lose a ship.',
    {
      publishedOn: '2024-05-02',
      language: 'en',
    },
  );
  expect(claims.at(-1)?.text).toBe('Lena Holm knows what it is to lose a ship.');
});
