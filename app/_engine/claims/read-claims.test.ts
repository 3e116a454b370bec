import { describe, expect, test } from 'vitest';
import { extract } from '../extract';

const read = (text: string) => extract(text, { publishedOn: '2025-05-15', language: 'en' }).claims;
const texts = (text: string) => read(text).map((claim) => claim.text);
const speakers = (text: string) => read(text).map((claim) => claim.claimant?.name ?? null);

describe('each claim is one statement', () => {
  test('two joined by "and" are two claims', () => {
    expect(texts('The tunnel will be 3 km long and construction will take 18 months.')).toEqual([
      'The tunnel will be 3 km long.',
      'Construction will take 18 months.',
    ]);
  });

  test('a relative clause with a fact of its own stands alone with its subject', () => {
    expect(
      texts('The ferry passed a lighthouse that has been the tallest on the coast since 1890.'),
    ).toEqual([
      'The ferry passed a lighthouse.',
      'The lighthouse has been the tallest on the coast since 1890.',
    ]);
  });

  test('a toll added with "with" is a claim about the same people', () => {
    expect(
      texts('Some 60 sailors have been killed in the fire, with more than 400 injured.'),
    ).toEqual([
      'Some 60 sailors have been killed in the fire.',
      'More than 400 sailors have been injured.',
    ]);
  });

  test('"it" becomes the subject of the sentence before', () => {
    expect(texts('The new tunnel opened in May. It runs for 3 km under the bay.')[1]).toBe(
      'The new tunnel runs for 3 km under the bay.',
    );
  });

  test.each([
    'Keep up to date with our videos.',
    'Who paid for the bridge?',
    'Comments',
    "'A proud day'",
  ])('%s states nothing', (text) => {
    expect(texts(text)).toEqual([]);
  });
});

describe('the claimant', () => {
  test.each([
    ['According to the Harbour Office, the ferry sank in 9 minutes.', 'Harbour Office'],
    ['The ferry sank in 9 minutes, according to police.', 'police'],
    ['Analysts in Lisbon said the ferry was overloaded.', 'Analysts in Lisbon'],
    ['Harbour master Ana Reis said on Monday that the ferry was overloaded.', 'Ana Reis'],
    ['"The ferry was overloaded", said Ana Reis, head of the port.', 'Ana Reis'],
    ['The ferry was overloaded, officials said.', 'officials'],
    ['It is widely believed that the ferry was overloaded.', null],
    ['The ferry was overloaded.', null],
    ['The UN says 1.4 million people need food aid.', 'UN'],
    ['Prosecutors allege that Hart moved $3.4m abroad.', 'Prosecutors'],
    ['The WHO estimates 3,000 people died.', 'WHO'],
    ['About 3,000 people died, analysts estimate.', 'analysts'],
    ['The quake buried 300 people, rescuers told AFP.', 'rescuers'],
    [
      'Crowds reached 110,000, the Metropolitan Police said, well above hopes.',
      'Metropolitan Police',
    ],
    ['Sources close to the club say that the fee was £35m.', 'Sources close to the club'],
    ['Rebels advanced 3km, according to residents.', 'residents'],
    ['Ms Le Pen said 11 million had voted.', 'Le Pen'],
    ['Mr Van Gaal said 11 million had voted.', 'Van Gaal'],
    ['An estimated 5 million children died of it.', null],
    ['The Independent reported a loss of $3m.', null],
  ])('%s', (text, name) => {
    expect(speakers(text)[0]).toBe(name);
  });

  test.each([
    ['Critics say 300 died, but officials put the toll at 29.', 'Officials put the toll at 29.'],
    ['The bank says it lost $3m, while analysts had expected $5m.', 'Analysts had expected $5m.'],
  ])('%s: the view of others is not the speaker’s', (text, second) => {
    expect(texts(text)[1]).toBe(second);
    expect(speakers(text)[1]).toBeNull();
  });

  test('a surname and a pronoun are traced to the person named before', () => {
    const claims = read(
      'Ana Reis, the harbour master, said the ferry was full. Ms Reis said it had no radio. "It had two boats," she added.',
    ).filter((claim) => claim.kind !== 'attribute');
    expect(claims.map((claim) => claim.claimant?.name)).toEqual([
      'Ana Reis',
      'Ana Reis',
      'Ana Reis',
    ]);
    expect(claims[0]?.claimant).toMatchObject({ kind: 'person', role: 'the harbour master' });
  });

  test('the day of saying is not the day of the event', () => {
    const [claim] = read('The navy reported on Wednesday that the ship sailed in June 2024.');
    expect(claim?.saidOn?.surface).toBe('Wednesday');
    expect(claim?.eventOn?.surface).toBe('June 2024');
  });
});

describe('the kind of a claim', () => {
  test.each([
    ['The ferry carried 4,000 people.', 'figure', true],
    ['It is the first ever tunnel under the bay.', 'superlative', true],
    ['The tunnel will bring trade to the island.', 'prediction', false],
    ['Engineers began work on the tunnel.', 'event', true],
    ['The design closely resembles a French one.', 'comparison', true],
  ])('%s', (text, kind, checkable) => {
    expect(read(text)[0]).toMatchObject({ kind, checkable });
  });

  test('each claim has reasons for the reviewer', () => {
    const [claim] = read('The navy said that about 60 sailors were killed.');
    expect(claim?.reasons).toContain('a death toll from one source');
  });
});
