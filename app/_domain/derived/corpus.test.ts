import { expect, test } from 'vitest';
import { RESULT_WORDS } from '../comparison/result';
import { parseFigure } from '../comparison/test-figures';
import { compareDerived } from './compare-derived';
import { OPERATIONS } from './operation';

// Every case: the article's figure, the calculation, the figures of the evidence in their order, the working, and
// what comes of it. How figures are read stands in angle brackets: see parseFigure.
const CORPUS = `
# a fall, a rise
a third <0.33333333333333333333; statistic=change; change=down; last=0.1>
changePercent
£48.2m <48200000 GBP; last=100000>
£31.9m <31900000 GBP; last=100000>
= (31.9 − 48.2) ÷ 48.2 = −33.8%
rounds-to: The article's fall of a third is the fall of 33.8% the figures of the evidence give, rounded.

a third <0.33333333333333333333; statistic=change; change=down; last=0.1>
changePercent
£31.9m <31900000 GBP; last=100000>
£48.2m <48200000 GBP; last=100000>
= (48.2 − 31.9) ÷ 31.9 = 51.1%
differs: The article's fall of a third is against a rise of 51.1% in the figures of the evidence: one of the two has the direction reversed.

50% <50 %; statistic=change; change=up>
changePercent
1,204 ships <1204 {ship}>
1,611 ships <1611 {ship}>
= (1,611 − 1,204) ÷ 1,204 = 33.8%
differs: The article's rise of 50% is 16.2 percentage points larger than the rise of 33.8% the figures of the evidence give.

34% <34 %; statistic=change; change=down>
changePercent
about 900 jobs <about 900 {job}>
600 jobs <600 {job}>
= (600 − about 900) ÷ about 900 = about −33.3%
within: The article's fall of 34% is within the fall of 33.3% (25.9 to 39.4%) the figures of the evidence give.

12% <12 %; statistic=change; change=up>
changePercent
5.0% <5 %; last=0.1>
5.6% <5.6 %; last=0.1>
= (5.6 − 5) ÷ 5 = 12%
match: The article's rise of 12% is what the figures of the evidence give.

nearly half <nearly 0.5; statistic=change; change=down; last=0.1>
changePercent
640 km <640 km>
350 km <350 km>
= (350 − 640) ÷ 640 = −45.3%
within: The fall of 45.3% the figures of the evidence give is within the article's fall of “nearly half” (45 to 50 per cent).

# points
1.5 percentage points <1.5 [pp]; statistic=points; change=up; last=0.1>
changePoints
4.9% <4.9 %; last=0.1>
6.4% <6.4 %; last=0.1>
= 6.4 − 4.9 = 1.5 percentage points
match: The article's rise of 1.5 percentage points is what the figures of the evidence give.

2 percentage points <2 [pp]; statistic=points; change=down>
changePoints
58% <58 %>
51% <51 %>
= 51 − 58 = −7 percentage points
differs: The article's fall of 2 percentage points is 5 percentage points smaller than the fall of 7 percentage points the figures of the evidence give.

# differences
£16m <16000000 GBP; last=1000000; statistic=change; change=down>
difference
£48.2m <48200000 GBP; last=100000>
£31.9m <31900000 GBP; last=100000>
= 31.9 million − 48.2 million = −£16.3 million
rounds-to: The article's fall of £16m is the fall of £16.3 million the figures of the evidence give, rounded.

2°C <2 Cel>
difference
14.1°C <14.1 Cel; last=0.1>
16.0°C <16 Cel; last=0.1>
= 16 − 14.1 = 1.9°C
rounds-to: The article's 2°C is the rise of 1.9°C the figures of the evidence give, rounded.

300 more <300 {person}>
difference
4,120 people <4120 {person}>
4,435 people <4435 {person}>
= 4,435 − 4,120 = 315
differs: The article's 300 more is 4.8% below the rise of 315 people the figures of the evidence give: it is that figure rounded to the nearest hundred.

3 km <3 km>
difference
5 miles <5 [mi_i]>
11 km <11 km>
= 6.835 − 5 = 1.835 miles
rounds-to: The article's 3 km (1.864 miles) is the rise of 1.835 miles the figures of the evidence give, rounded.

# times
twice <2; last=1>
ratio
1,210 deaths <1210 {death}>
604 deaths <604 {death}>
= 1,210 ÷ 604 = 2
rounds-to: The article's twice is the 2 the figures of the evidence give, rounded.

three times <3 {count}>
ratio
£9.2bn <9200000000 GBP; last=100000000>
£2.6bn <2600000000 GBP; last=100000000>
= 9.2 ÷ 2.6 = 3.54
differs: The article's three times is 15% below the 3.54 the figures of the evidence give.

threefold <3 {count}>
ratio
450 tonnes <450 t>
150,000 kg <150000 kg; last=1000>
= 450 ÷ 150 = 3
match: The article's threefold is the same as the 3 the figures of the evidence give.

ten times <10>
ratio
more than 5,000 shells <over 5000 {shell}>
500 shells <500 {shell}>
= over 5,000 ÷ 500 = at least 9.99
within: The article's ten times is within the “at least 9.99” the figures of the evidence give.

# shares
Four in 10 <0.4 {voter}; voters; statistic=ratio; last=0.1>
share
1,206 voters <1206 {voter}>
3,010 voters <3010 {voter}>
= 1,206 ÷ 3,010 = 40.1%
rounds-to: The article's four in 10 of voters is the 40.1% the figures of the evidence give, rounded.

two-thirds <0.66666666666666666667 {member}; members; statistic=ratio; last=0.1>
share
310 members <310 {member}>
600 members <600 {member}>
= 310 ÷ 600 = 51.7%
differs: The article's two-thirds of members is 15 percentage points above the 51.7% the figures of the evidence give.

60% <60 %; statistic=percent>
share
12 wins <12 {match}>
20 matches <20 {match}>
= 12 ÷ 20 = 60%
match: The article's 60% is what the figures of the evidence give.

more than half <over 0.5 {child}; children; statistic=ratio; last=0.1>
share
430 children <430 {child}>
about 800 children <about 800 {child}>
= 430 ÷ about 800 = about 53.8%
within: The 53.8% (48.8 to 59.8%) the figures of the evidence give is within the article's “more than half” of children.

one per cent <1 %; statistic=percent>
share
40 ha <40 har>
38.5 km2 <38.5 km2; last=0.1>
= 40 ÷ 3,850 = 1.04%
rounds-to: The article's one per cent is the 1.04% the figures of the evidence give, rounded.

# sums and means
20,000 people <20000 {person}; people in the two camps>
sum
8,140 people <8140 {person}>
11,862 people <11862 {person}>
= 8,140 + 11,862 = 20,002
differs: The article's 20,000 people in the two camps is 0.01% below the 20,002 people the figures of the evidence give: it is that figure rounded to the nearest ten thousand.

£5m <5000000 GBP; last=1000000>
sum
£3.1m <3100000 GBP; last=100000>
£1.2m <1200000 GBP; last=100000>
£0.9m <900000 GBP; last=100000>
= 3.1 million + 1.2 million + 900,000 = £5.2 million
rounds-to: The article's £5m is the £5.2 million the figures of the evidence give, rounded.

9 dead <9 {person}; people killed>
sum
5 dead <5 {person}; people killed>
3 dead <3 {person}; people killed>
= 5 + 3 = 8
differs: The article's 9 dead is 1 more than the 8 people the figures of the evidence give.

at least 700 <atLeast 700 {person}; people killed>
sum
at least 600 <atLeast 600 {person}; people killed>
118 <118 {person}; people killed>
= at least 600 + 118 = at least 718
within: The “at least 718” people the figures of the evidence give is within the article's “at least 700” people killed.

5 miles <5 [mi_i]>
sum
3 km <3 km>
5,200 m <5200 m; last=100>
= 3 + 5.2 = 8.2 km
rounds-to: The article's 5 miles (8.05 km) is the 8.2 km the figures of the evidence give, rounded.

30 <30 {dog}; dogs>
mean
28 dogs <28 {dog}>
31 dogs <31 {dog}>
34 dogs <34 {dog}>
= (28 + 31 + 34) ÷ 3 = 31
differs: The article's 30 dogs is 3.2% below the 31 the figures of the evidence give: it is that figure rounded to the nearest ten.

£30,000 <30000 GBP; wage; statistic=mean>
mean
£25,000 <25000 GBP>
£36,500 <36500 GBP>
= (25,000 + 36,500) ÷ 2 = £30,750
differs: The article's £30,000 is 2.4% below the £30,750 the figures of the evidence give: it is that figure rounded to the nearest ten thousand.

20°C <20 Cel>
mean
18.5°C <18.5 Cel; last=0.1>
22.1°C <22.1 Cel; last=0.1>
= (18.5 + 22.1) ÷ 2 = 20.3°C
rounds-to: The article's 20°C is the 20.3°C the figures of the evidence give, rounded.

# rates
£300 <300 GBP>
perHead
£3m <3000000 GBP; last=100000>
10,000 people <10000 {person}>
= 3 million ÷ 10,000 = £300 per person
match: The article's £300 is the same as the £300 per person the figures of the evidence give.

2.4 <2.4 {child}; children; last=0.1; statistic=mean>
perHead
4,810 children <4810 {child}>
2,000 women <2000 {woman}>
= 4,810 ÷ 2,000 = 2.41 per person
rounds-to: The article's 2.4 children is the 2.41 per person the figures of the evidence give, rounded.

$1,200 a person <1200 USD/{person}>
perHead
$240 million <240000000 USD; last=1000000>
150,000 residents <150000 {resident}>
= 240 million ÷ 150,000 = $1,600 per person
differs: The article's $1,200 a person is 25% below the $1,600 per person the figures of the evidence give.

12 deaths <12 {death}>
per100000
120 deaths <120 {death}>
1 million people <1000000 {person}; last=10000>
= 120 ÷ 1 million × 100,000 = 12
match: The article's 12 deaths is what the figures of the evidence give.

7.1 murders <7.1 {murder}; last=0.1>
per100000
612 murders <612 {murder}>
5.9 million people <5900000 {person}; last=100000>
= 612 ÷ 5.9 million × 100,000 = 10.4
differs: The article's 7.1 murders is 32% below the 10.4 murders the figures of the evidence give.

45 cases <45 {case}>
per100000
9,050 cases <9050 {case}>
10.1 million inhabitants <10100000 {inhabitant}; last=100000>
= 9,050 ÷ 10.1 million × 100,000 = 89.6
differs: The article's 45 cases is 50% below the 89.6 cases the figures of the evidence give.

# ranges
40% <40 %; statistic=change; change=down>
changePercent
3,000 to 4,000 seals <between 3000..4000 {seal}>
2,000 seals <2000 {seal}>
= (2,000 − (3,000 to 4,000)) ÷ (3,000 to 4,000) = −50% to −33.3%
within: The article's fall of 40% is within the fall of 33.3% to 50% the figures of the evidence give.

a quarter <0.25 {house}; houses; statistic=ratio; last=0.01>
share
80 to 100 houses <between 80..100 {house}>
400 houses <400 {house}>
= (80 to 100) ÷ 400 = 20% to 25%
within: The article's a quarter of houses is within the 20% to 25% the figures of the evidence give.

10 <10 {train}; statistic=change; change=up>
difference
up to 30 trains <upTo 30 {train}>
45 trains <45 {train}>
= 45 − up to 30 = 14.5 to 45.5
differs: The article's rise of 10 trains is at least 31% smaller than the rise of 14.5 to 45.5 the figures of the evidence give.

6.34 billion <6340000000 {person}; last=10000000>
sum
4.12 billion people <4120000000 {person}; last=10000000>
2.22 billion people <2220000000 {person}; last=10000000>
= 4.12 billion + 2.22 billion = 6.34 billion
match: The article's 6.34 billion people is the same as the 6.34 billion the figures of the evidence give.
`;

const cases = CORPUS.trim()
  .split('\n\n')
  .map((block) => {
    const lines = block.split('\n').filter((line) => !line.startsWith('#'));
    const [claim = '', operation = '', ...more] = lines;
    return { claim, operation, operands: more.slice(0, -2), expected: more.slice(-2) };
  });

test('the corpus has every calculation', () => {
  const used = new Set(cases.map(({ operation }) => operation));
  expect([...used].toSorted()).toEqual(OPERATIONS.toSorted());
  expect(cases.length).toBeGreaterThanOrEqual(35);
});

test.each(cases)('$claim | $operation of $operands', ({ claim, operation, operands, expected }) => {
  const known = OPERATIONS.find((each) => each === operation);
  if (!known) throw new Error(`there is no ${operation}`);
  const compared = compareDerived(parseFigure(claim), known, operands.map(parseFigure));
  if (!compared.ok) throw new Error(compared.refusal.kind);
  const { derived, comparison } = compared.value;
  expect([
    `= ${derived.working}`,
    `${RESULT_WORDS[comparison.result]}: ${comparison.sentence}`,
  ]).toEqual(expected);
});
