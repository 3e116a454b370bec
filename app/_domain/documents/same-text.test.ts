import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  decideDerived,
  estimateOverlap,
  overlapOf,
  toBands,
  toShingles,
  toSignature,
} from './same-text';

const WIRE = `The river rose above its dykes in the night to Tuesday and flooded the lower town, the regional government said.
About 4,500 people had to leave their homes, and 12 were taken to hospital with light injuries.

Soldiers built a wall of sandbags along the market street while the fire service pumped water out of the power station.
The mayor said the water had never stood so high since measurements began in 1921.

The gauge at the old bridge showed 7.4 metres at six in the morning, two metres more than on Sunday.
Schools stay closed until the end of the week, and trains to the capital are diverted through the hills.

A spokeswoman for the insurers put the damage at more than 300 million euros, though nobody had yet seen the cellars.
Rain is expected to stop on Wednesday, and the water to fall by the weekend.

Farmers in the valley have lost their potato harvest, and a dairy had to pour away the milk of two days.
The government promised every household that was flooded a first payment of 1,000 euros within a month.`;
const paragraphs = WIRE.split('\n\n');

const NEWSPAPER = `Flood drives thousands out of the lower town\nFrom our correspondent\n\n${[0, 1, 2].map((n) => paragraphs[n]).join('\n\n')}`;

const UPDATE = WIRE.replace('4,500', '6,200').replace('12 were', '31 were').replace('7.4', '7.9');

const RELEASE = `The Northern Port Authority today opened the new container terminal on the west bank after three years of building.
The terminal can take two ships of 400 metres at once and will handle 1.2 million containers a year when all cranes are working.
With this investment we are giving the whole region a gate to the world, said the chief executive at the ceremony.
The cranes are driven by electricity from wind alone, and the berths supply ships with power so that their engines can rest.`;

const HALF = `Residents of the west bank watched the ceremony from behind a fence. ${RELEASE}
Not all are pleased. Anna Weber, who has lived beside the harbour since her childhood, counts the lorries that pass her kitchen: one every forty seconds, she says, since the trials began in autumn.
The city council had asked for a tunnel, which the federal transport ministry refused to pay for. An expert opinion that this newspaper has read doubts the forecast of traffic, because two competing harbours are being widened at the same time.
A complaint by three associations is pending before the administrative court, which wants to hear it in summer.`;

const OTHER_REPORT = `Large parts of the lower town were under water on Tuesday after the river burst its banks overnight.
Rescue workers brought some 4,500 residents to safety in schools and sports halls; a dozen people were slightly hurt.
“I have lived here for fifty years and never seen anything like it,” said baker Karl Huber, whose shop filled up to the counter within minutes.
At the old bridge the level reached 7.4 metres, which is a record. Hydrologists blame three days of rain on ground that was already soaked.
The railway is sending its trains over another line, and pupils can stay at home until Friday.
Insurers speak of damage of at least 300 million euros. The government wants to help the victims quickly with 1,000 euros each.`;

const on = (text: string, publishedOn: string | null = null) => ({ text, publishedOn });

describe('the desk suggests that one text repeats another', () => {
  test('for a wire story with a new headline and two paragraphs less', () => {
    const found = decideDerived(on(WIRE, '2026-05-05'), on(NEWSPAPER, '2026-05-06'));
    expect(found).toMatchObject({ kind: 'repeats', origin: 'a', figuresDiffer: false });
    expect(found?.share).toBeGreaterThan(0.85);
  });
  test('with the earlier text as the origin, in whatever order the texts arrive', () => {
    expect(decideDerived(on(NEWSPAPER, '2026-05-06'), on(WIRE, '2026-05-05'))).toMatchObject({
      origin: 'b',
    });
  });
  test('with the containing text as the origin when no days are known', () => {
    expect(decideDerived(on(NEWSPAPER), on(WIRE, '2026-05-05'))).toMatchObject({ origin: 'b' });
    expect(decideDerived(on(WIRE), on(WIRE))).toMatchObject({ origin: null, share: 1 });
  });
  test('for an article that is half a press release', () => {
    const found = decideDerived(on(RELEASE, '2026-04-01'), on(HALF, '2026-04-01'));
    expect(found).toMatchObject({ kind: 'repeats', figuresDiffer: false });
    expect(decideDerived(on(RELEASE, '2026-04-01'), on(HALF, '2026-04-02'))).toMatchObject({
      kind: 'repeats',
      origin: 'a',
    });
  });
  test('as an update when the figures differ', () => {
    const found = decideDerived(on(WIRE, '2026-05-05'), on(UPDATE, '2026-05-06'));
    expect(found).toMatchObject({ kind: 'updates', origin: 'a', share: 1, figuresDiffer: true });
    expect(found?.figures).toEqual([
      { a: '4,500', b: '6,200' },
      { a: '12', b: '31' },
      { a: '7.4', b: '7.9' },
    ]);
  });
});

describe('the desk suggests nothing', () => {
  test('for two reports of one event', () => {
    expect(decideDerived(on(WIRE), on(OTHER_REPORT))).toBeNull();
    expect(overlapOf(toShingles(WIRE), toShingles(OTHER_REPORT)).resemblance).toBeLessThan(0.05);
  });
  test('for two reports that quote one statement', () => {
    const statement = paragraphs[2];
    const one = `${OTHER_REPORT} ${statement}`;
    expect(decideDerived(on(one), on(`${HALF} ${statement}`))).toBeNull();
  });
  test('for a long article that includes a short report of the day before', () => {
    const shortText = paragraphs.slice(0, 2).join(' ');
    const later = `${shortText} ${HALF} ${OTHER_REPORT}`;
    expect(decideDerived(on(shortText, '2026-05-05'), on(later, '2026-05-06'))).toBeNull();
  });
  test('for texts that are empty or too short to compare', () => {
    expect(decideDerived(on('Nobody was hurt.'), on('Nobody was hurt.'))).toBeNull();
    expect(decideDerived(on(''), on(''))).toBeNull();
  });
});

describe('the signatures of texts', () => {
  const shareBand = (one: string, other: string) => {
    const bands = new Set(toBands(toSignature(one)));
    return toBands(toSignature(other)).some((band) => bands.has(band));
  };
  test('share a band when the texts repeat each other, and share none otherwise', () => {
    expect(shareBand(WIRE, NEWSPAPER)).toBe(true);
    expect(shareBand(WIRE, UPDATE)).toBe(true);
    expect(shareBand(RELEASE, HALF)).toBe(true);
    expect(shareBand(WIRE, HALF)).toBe(false);
    expect(toBands(toSignature(''))).toEqual([]);
  });
  test('never change from version to version, since they are stored', () => {
    const { values, shingles } = toSignature(WIRE);
    expect([values[0], values[127], shingles]).toEqual([4420233, 9586612, 182]);
    expect(toBands(toSignature(WIRE)).slice(0, 2)).toEqual(['0-1wz1ms4', '1-1g7r2n0']);
  });
  test('change little with line breaks, spaces and letter case', () => {
    const set = WIRE.replaceAll('\n', ' ').replaceAll(',', ' ,').toUpperCase();
    expect(estimateOverlap(toSignature(WIRE), toSignature(set)).resemblance).toBeGreaterThan(0.9);
  });
  test('estimate the counted likeness of two texts', () => {
    const word = fc.constantFrom(...'abcdefghijklmnopqrstuvwxyz');
    const words = fc.array(word, { minLength: 30, maxLength: 200 }).map((all) => all.join(' '));
    fc.assert(
      fc.property(words, words, words, (shared, one, other) => {
        const [a, b] = [`${shared} ${one}`, `${shared} ${other}`];
        const counted = overlapOf(toShingles(a), toShingles(b));
        const estimated = estimateOverlap(toSignature(a), toSignature(b));
        // Four standard errors of 128 values.
        expect(Math.abs(estimated.resemblance - counted.resemblance)).toBeLessThan(0.18);
        for (const each of [counted, estimated]) {
          for (const share of [each.resemblance, each.ofA, each.ofB]) {
            expect(share).toBeGreaterThanOrEqual(0);
            expect(share).toBeLessThanOrEqual(1);
          }
        }
      }),
    );
  });
});
