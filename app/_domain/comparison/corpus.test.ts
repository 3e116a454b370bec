import { describe, expect, test } from 'vitest';
import { compareFigures } from './compare';
import { type ComparisonResult, RESULT_WORDS } from './result';
import { parseFigure } from './test-figures';

// Every case is three lines: the article's figure, the source's, and what comes of it. In angle
// brackets stands how the figure is read: qualifier, value or low..high, unit; measure; the rest.
const CORPUS = `
# the sample story
4,500-tonne <4500 t; displacement of the destroyer>
5,000 tonnes <5000 t; displacement>
differs: The article's 4,500 tonnes is 10% below the 5,000 tonnes the source gives.

a little over half a mile <justOver 0.5 [mi_i]; length of the new bridge; last=0.1>
850 m <850 m; length of the bridge>
within: The 850 m the source gives is within the article's “a little over half a mile” (805 to 885 m).

A little over half-a-mile <justOver 0.5 [mi_i]; length of the new bridge; last=0.1>
1 km <1 km; length of the bridge>
differs: The article's “a little over half-a-mile” (0.805 km) is 20% below the 1 km the source gives.

around 400 yards <about 400 [yd_i]; distance from the railway bridge>
415 m <415 m; distance from the railway bridge>
differs: The article's “around 400 yards” (366 m) is 12% below the 415 m the source gives.

around 400 yards <about 400 [yd_i]; distance from the railway bridge>
390 metres <390 m; distance from the old bridge>
within: The 390 metres the source gives is within the article's “around 400 yards” (329 to 402 metres).

Around 600 <about 600 {troop}; North Korean troops killed>
4,700 <4700 {person}; casualties>
different-measure: The article's “around 600” North Korean troops killed and the source's 4,700 casualties are different measures: casualties count the injured as well as the killed.

Around 600 <about 600 {troop}; North Korean troops killed>
600 <600 {person}; people killed>
within: The 600 people killed the source gives is within the article's “around 600” North Korean troops killed (540 to 660).

more than 4,000 <over 4000 {troop}; North Korean troops injured>
4,100 <4100 {soldier}; soldiers wounded>
within: The 4,100 soldiers wounded the source gives is within the article's “more than 4,000” North Korean troops injured.

18 months <18 mo; duration of construction>
1.5 years <1.5 a; last=0.1>
match: The article's 18 months is the same as the 1.5 years the source gives.

5-inch <5 [in_i]; calibre of the bow gun>
127 mm <127 mm; calibre>
match: The article's 5 inches is the same as the 127 mm the source gives.

# how far a figure without a hedge goes
a little over half a mile <justOver 0.5 [mi_i]; length of the new bridge; last=0.1>
0.9 km <0.9 km; length of the bridge; last=0.1>
understates: The article's “a little over half a mile” (0.805 km) understates the 0.9 km the source gives: the two meet only in part.

half a mile <0.5 [mi_i]; distance; last=0.1>
1 km <1 km; distance>
differs: The article's half a mile (0.805 km) is 20% below the 1 km the source gives.

1 kilometre <1 km; length of the tunnel>
1,050 m <1050 m; length of the tunnel>
rounds-to: The article's 1 kilometre (1,000 m) is the 1,050 m the source gives, rounded.

1 kilometre <1 km; length of the tunnel>
1,060 m <1060 m; length of the tunnel>
differs: The article's 1 kilometre (1,000 m) is 5.7% below the 1,060 m the source gives.

5 million <5000000 {voter}; voters; last=1000000>
5.2 million <5200000 {voter}; voters; last=100000>
rounds-to: The article's 5 million voters is the 5.2 million the source gives, rounded.

5 million <5000000 {voter}; voters; last=1000000>
5.4 million <5400000 {voter}; voters; last=100000>
differs: The article's 5 million voters is 7.4% below the 5.4 million the source gives.

$1 billion <1000000000 USD; last=1000000000>
$1.4 billion <1400000000 USD; last=100000000>
differs: The article's $1 billion is 29% below the $1.4 billion the source gives.

7 <7 {child}; children killed>
8 <8 {child}; children killed>
differs: The article's 7 children killed is 1 fewer than the 8 the source gives.

12 <12 {death}; deaths>
13 <13 {death}; deaths>
differs: The article's 12 deaths is 1 fewer than the 13 the source gives.

nearly 6 <nearly 6 {miner}; miners killed>
6 <6 {person}; miners killed>
understates: The article's “nearly 6” miners killed understates the 6 the source gives: its words stop just short of it.

10,000 <10000 {death}; deaths>
10,000.4 <10000.4 {death}; deaths; last=0.1>
rounds-to: The article's 10,000 deaths is the 10,000.4 the source gives, rounded.

about 1 km <about 1 km; length of the queue>
1.2 km <1.2 km; length of the queue; last=0.1>
differs: The article's “about 1 km” is 17% below the 1.2 km the source gives.

8 miles <8 [mi_i]>
14 km <14 km>
understates: The article's 8 miles (12.9 km) understates the 14 km the source gives: the two meet only in part.

3 million <3000000 {voter}; voters; last=1000000>
more than 3.1 million <over 3100000 {voter}; voters; last=100000>
understates: The article's 3 million voters understates the “more than 3.1 million” the source gives: the two meet only in part.

6% <6 %; statistic=percent>
6.4% <6.4 %; statistic=percent; last=0.1>
differs: The article's 6% is 0.4 percentage points below the 6.4% the source gives.

about 35 <about 35 {person}; people rescued>
36 <36 {person}; people rescued>
within: The 36 the source gives is within the article's “about 35” people rescued (32 to 38).

# other times, and changes beside levels
120 <120 {person}; people killed; scope=in 2019>
240 <240 {person}; people killed; scope=since 2023>
different-measure: The article's 120 people killed and the source's 240 people killed are different measures: the article's figure is of 2019 and the source's of 2023.

40 <40 {job}; jobs; statistic=change; change=down>
40 <40 {job}; jobs; statistic=count>
different-measure: The article's fall of 40 jobs and the source's 40 jobs are different measures: the article gives a change and the source a level.

3% <3 %; statistic=change; change=up>
3% <3 %; share of voters; statistic=percent>
different-measure: The article's rise of 3% and the source's 3% (share of voters) are different measures: the article gives a change and the source a level.

# tons of three kinds
5,000 tons <5000 t>
5,000 short tons <5000 [ston_av]>
differs: The article's 5,000 tons (5,512 short tons) is 10% above the 5,000 short tons the source gives: they agree if the article's tons are short tons.

4,500 tons <4500 t>
4,572 tonnes <4572 t>
differs: The article's 4,500 tons is 1.6% below the 4,572 tonnes the source gives: they agree if the article's tons are long tons.

10,000 short tons <10000 [ston_av]>
9,072 tonnes <9072 t>
rounds-to: The article's 10,000 short tons (9,072 tonnes) rounds to the 9,072 tonnes the source gives.

10,000 long tons <10000 [lton_av]>
10,000 tonnes <10000 t>
differs: The article's 10,000 long tons (10,160 tonnes) is 1.6% above the 10,000 tonnes the source gives: it is the same number in long tons instead of tonnes.

9,072 tonnes <9072 t>
10,000 long tons <10000 [lton_av]>
differs: The article's 9,072 tonnes (8,929 long tons) is 11% below the 10,000 long tons the source gives: it is right for 10,000 short tons.

nearly 12,000 tonnes <nearly 12000 t>
11,500 tonnes <11500 t>
within: The 11,500 tonnes the source gives is within the article's “nearly 12,000 tonnes” (10,800 to 12,000 tonnes).

2.5-million-tonne <2500000 t; weight of the spill; last=100000>
2.48 million tonnes <2480000 t; last=10000>
rounds-to: The article's 2.5 million tonnes is the 2.48 million tonnes the source gives, rounded.

# ships
12,000 gross tons <12000 [GT]; gross tonnage of the ferry>
12,000 tonnes <12000 t>
not-comparable: The article's 12,000 gross tons and the source's 12,000 tonnes cannot be compared: gross tonnage measures the room inside a ship, not its weight.

9,000 tonnes <9000 t; deadweight of the tanker>
12,000 tonnes <12000 t; displacement of the tanker>
different-measure: The article's 9,000 tonnes (deadweight of the tanker) and the source's 12,000 tonnes (displacement of the tanker) are different measures.

25,000 GT <25000 [GT]; gross tonnage>
25,000 gross tons <25000 [GT]; gross tonnage of the ferry>
match: The article's 25,000 GT is the same as the 25,000 gross tons the source gives.

# miles, nautical and on land, kilometres, feet
100 miles <100 [mi_i]>
100 km <100 km>
differs: The article's 100 miles (161 km) is 61% above the 100 km the source gives: it is the same number in miles instead of km.

161 km <161 km>
100 nautical miles <100 [nmi_i]>
differs: The article's 161 km (86.9 nautical miles) is 13% below the 100 nautical miles the source gives: it is right for 100 miles on land.

120 miles <120 [mi_i]; distance>
222 km <222 km; distance>
differs: The article's 120 miles (193 km) is 13% below the 222 km the source gives: they agree if the article's miles are nautical miles.

8 miles <8 [mi_i]>
13 km <13 km>
rounds-to: The article's 8 miles (12.9 km) is the 13 km the source gives, rounded.

12 nautical miles <12 [nmi_i]>
22.2 km <22.2 km; last=0.1>
rounds-to: The article's 12 nautical miles (22.2 km) is the 22.2 km the source gives, rounded.

30 knots <30 [kn_i]; speed>
35 mph <35 [mi_i]/h; speed>
rounds-to: The article's 30 knots (34.5 mph) is the 35 mph the source gives, rounded.

300 feet <300 [ft_i]; height of the tower>
300 metres <300 m; height of the tower>
differs: The article's 300 feet (91.4 metres) is 70% below the 300 metres the source gives: it is the same number in feet instead of metres.

6 feet <6 [ft_i]; depth>
1.83 m <1.83 m; depth; last=0.01>
rounds-to: The article's 6 feet (1.83 m) is the 1.83 m the source gives, rounded.

200 m <200 m; length of the ship>
28 m <28 m; beam of the ship>
different-measure: The article's 200 m (length of the ship) and the source's 28 m (beam of the ship) are different measures.

500 acres <500 [acr_i]>
500 hectares <500 har>
differs: The article's 500 acres (202 hectares) is 60% below the 500 hectares the source gives: it is the same number in acres instead of hectares.

# temperatures
40°C <40 Cel>
104°F <104 [degF]>
match: The article's 40°C is the same as the 104°F the source gives.

40°C <40 Cel>
40°F <40 [degF]>
differs: The article's 40°C (104°F) is 64°F above the 40°F the source gives: it is the same number in °C instead of °F.

38 °C <38 Cel>
40.5 °C <40.5 Cel; last=0.1>
differs: The article's 38 °C is 2.5 °C below the 40.5 °C the source gives.

about 20 degrees Celsius <about 20 Cel>
70 degrees Fahrenheit <70 [degF]>
within: The 70 degrees Fahrenheit the source gives is within the article's “about 20 degrees Celsius” (64.4 to 71.6 degrees Fahrenheit).

35.6°F <35.6 [degF]; change=up; statistic=change; last=0.1>
2°C <2 Cel; change=up; statistic=change>
differs: The article's rise of 35.6°F (19.8°C) is 17.8°C larger than the rise of 2°C the source gives: the 32 degrees of the scale may have been added to a change.

-5°C <-5 Cel>
5°C <5 Cel>
differs: The article's -5°C is 10°C below the 5°C the source gives.

# per cent and percentage points
3 per cent <3 %; change=up; statistic=change>
3 percentage points <3 [pp]; change=up; statistic=points>
not-comparable: The article's rise of 3 per cent and the source's rise of 3 percentage points cannot be compared: a change in per cent is not one in percentage points.

3% <3 %; change=up; statistic=change>
3% <3 %; change=down; statistic=change>
differs: The article's rise of 3% is against a fall of 3% in the source: one of the two has the direction reversed.

12% <12 %; statistic=percent>
9% <9 %; statistic=percent>
differs: The article's 12% is 3 percentage points above the 9% the source gives.

-0.3% <-0.3 %; change=down; statistic=change; last=0.1>
0.3 per cent <0.3 %; change=down; statistic=change; last=0.1>
match: The article's fall of 0.3% is the same as the fall of 0.3 per cent the source gives.

5% <5 %; change=down; statistic=change>
8% <8 %; change=down; statistic=change>
differs: The article's fall of 5% is 3 percentage points smaller than the fall of 8% the source gives.

half <0.5 {child}; children; statistic=ratio; last=0.1>
48% <48 %; share of children; statistic=percent>
rounds-to: The article's half of children is the 48% the source gives, rounded.

30% <30 %; share of voters; statistic=percent>
30% <30 %; share of adults; statistic=percent>
different-measure: The article's 30% (share of voters) and the source's 30% (share of adults) are different measures: they are shares of different wholes.

25 basis points <25 [bp]; change=up; statistic=points>
0.25 percentage points <0.25 [pp]; change=up; statistic=points; last=0.01>
match: The article's rise of 25 basis points is the same as the rise of 0.25 percentage points the source gives.

# a thousand, a million, a billion
$5 million <5000000 USD; last=1000000>
$5 billion <5000000000 USD; last=1000000000>
differs: The article's $5 million is a thousandth of the $5 billion the source gives: million may stand for billion.

£2.5bn <2500000000 GBP; last=100000000>
£2.5m <2500000 GBP; last=100000>
differs: The article's £2.5bn is 1,000 times the £2.5m the source gives: billion may stand for million.

3,000 <3000 {person}; people displaced>
3 million <3000000 {person}; people displaced; last=1000000>
differs: The article's 3,000 people displaced is a thousandth of the 3 million the source gives: three zeros may be missing.

450 <450 {house}; houses destroyed>
4,500 <4500 {house}; houses destroyed>
differs: The article's 450 houses destroyed is a tenth of the 4,500 the source gives: one zero may be missing.

1.2 million barrels per day <1200000 [bbl_us]/d; last=100000>
1.2 billion barrels per day <1200000000 [bbl_us]/d; last=100000000>
differs: The article's 1.2 million barrels per day is a thousandth of the 1.2 billion barrels per day the source gives: million may stand for billion.

# lakh and crore
3 lakh <300000 {people}; people; last=100000>
3 crore <30000000 {people}; people; last=10000000>
differs: The article's 3 lakh people is a hundredth of the 3 crore the source gives: lakh may stand for crore.

₹5 lakh crore <5000000000000 INR; last=1000000000000>
₹5 trillion <5000000000000 INR; last=1000000000000>
match: The article's ₹5 lakh crore is the same as the ₹5 trillion the source gives.

2 crore <20000000 {voter}; voters; last=10000000>
2 million <2000000 {voter}; voters; last=1000000>
differs: The article's 2 crore voters is 10 times the 2 million the source gives: crore may stand for million.

# digits in the wrong order
1,953 <1953 {house}; houses>
1,935 <1935 {house}; houses>
differs: The article's 1,953 houses is 0.93% above the 1,935 the source gives: two digits may be swapped, 53 for 35.

$4.5 million <4500000 USD; last=100000>
$5.4 million <5400000 USD; last=100000>
differs: The article's $4.5 million is 17% below the $5.4 million the source gives: two digits may be swapped, 45 for 54.

45-year-old <45 a; age>
54 <54 a; age>
differs: The article's age of 45 is 9 years below the age of 54 the source gives: two digits may be swapped, 45 for 54.

# rounding, up, down and to the nearest
2.5 million <2500000 {people}; people; last=100000>
2,480,000 <2480000 {people}; people>
rounds-to: The article's 2.5 million people is the 2,480,000 the source gives, rounded.

2,480,000 <2480000 {people}; people>
2.5 million <2500000 {people}; people; last=100000>
rounds-to: The article's 2,480,000 people rounds to the 2.5 million the source gives.

4,500 <4500 {ship}; ships>
4,523 <4523 {ship}; ships>
differs: The article's 4,500 ships is 0.51% below the 4,523 the source gives: it is that figure rounded to the nearest hundred.

4,523 <4523 {ship}; ships>
4,500 <4500 {ship}; ships>
differs: The article's 4,523 ships is 0.51% above the 4,500 the source gives: that is the article's figure rounded to the nearest hundred.

2.5 million <2500000 {people}; people; last=100000>
2,580,000 <2580000 {people}; people>
differs: The article's 2.5 million people is 3.1% below the 2,580,000 the source gives: it is that figure rounded down to the hundred thousand.

3,000 <3000 {ship}; ships>
2,960 <2960 {ship}; ships>
differs: The article's 3,000 ships is 1.4% above the 2,960 the source gives: it is that figure rounded to the nearest thousand.

# ranges
3,000 to 4,000 <between 3000..4000 {soldier}; soldiers>
3,500 <3500 {soldier}; soldiers>
within: The 3,500 the source gives is within the article's 3,000 to 4,000 soldiers.

3,500 <3500 {soldier}; soldiers>
3,000 to 4,000 <between 3000..4000 {soldier}; soldiers>
within: The article's 3,500 soldiers is within the 3,000 to 4,000 the source gives.

40 to 50 <between 40..50 {tank}; tanks>
45 to 60 <between 45..60 {tank}; tanks>
understates: The article's 40 to 50 tanks understates the 45 to 60 the source gives: the two meet only in part.

3 and 4 km <between 3..4 km>
5 km <5 km>
differs: The article's “between 3 and 4 km” is at least 20% below the 5 km the source gives.

3 and 4 km <between 3..4 km>
2 miles <2 [mi_i]>
within: The 2 miles the source gives is within the article's “between 3 and 4 km” (1.86 to 2.49 miles).

Dozens <order 12..120 {people}; people hurt>
60 <60 {person}; people injured>
within: The 60 people injured the source gives is within the article's “dozens” of people hurt (24 to 99).

dozens <order 12..120 {people}; people hurt>
150 <150 {person}; people injured>
differs: The article's “dozens” of people hurt is at least 34% below the 150 people injured the source gives.

hundreds <order 100..1000 {house}; houses>
hundreds <order 100..1000 {house}; houses>
match: The article's “hundreds” of houses is the same as the “hundreds” the source gives.

about 700 <about 700 {house}; houses>
750 to 850 <between 750..850 {house}; houses>
understates: The article's “about 700” houses understates the 750 to 850 the source gives: the two meet only in part.

# nearly, just over, over, at least, up to
nearly 600 <nearly 600 {troop}; troops killed>
590 <590 {soldier}; soldiers killed>
within: The 590 soldiers killed the source gives is within the article's “nearly 600” troops killed (540 to 600).

nearly 600 <nearly 600 {troop}; troops>
600 <600 {troop}; troops>
understates: The article's “nearly 600” troops understates the 600 the source gives: its words stop just short of it.

nearly 600 <nearly 600 {troop}; troops>
640 <640 {troop}; troops>
differs: The article's “nearly 600” troops is 6.3% below the 640 the source gives.

just over 600 <justOver 600 {troop}; troops>
600 <600 {troop}; troops>
overstates: The article's “just over 600” troops overstates the 600 the source gives: its words begin just above it.

more than 4,000 <over 4000 {person}; people injured>
3,600 <3600 {person}; people injured>
differs: The article's “more than 4,000” people injured is at least 11% above the 3,600 the source gives.

more than 4,000 <over 4000 {person}; people injured>
40,000 <40000 {person}; people injured>
within: The 40,000 the source gives is within the article's “more than 4,000” people injured, though it is 10 times that.

600 <600 {person}; people killed>
at least 600 <atLeast 600 {person}; people killed>
within: The article's 600 people killed is within the “at least 600” the source gives; the article leaves out how the source hedges it.

4,000 <4000 {person}; people injured>
more than 5,000 <over 5000 {person}; people injured>
differs: The article's 4,000 people injured is at least 20% below the “more than 5,000” the source gives.

up to 30 <upTo 30 {worker}; workers>
35 <35 {worker}; workers>
differs: The article's “up to 30” workers is at least 14% below the 35 the source gives.

under 5% <under 5 %; statistic=percent>
4.2% <4.2 %; statistic=percent; last=0.1>
within: The 4.2% the source gives is within the article's “under 5%”.

more than 5,000 <over 5000 {person}; people>
fewer than 4,000 <under 4000 {person}; people>
differs: The article's “more than 5,000” people is at least 25% above the “fewer than 4,000” the source gives.

about 600 <about 600 {house}; houses>
about 600 <about 600 {house}; houses>
match: The article's “about 600” houses is the same as the “about 600” the source gives.

about 600 <about 600 {house}; houses>
about 640 <about 640 {house}; houses>
within: The “about 640” the source gives is within the article's “about 600” houses (540 to 660).

# tolls that grow
at least 44,000 <atLeast 44000 {person}; people killed; asOf=2025-02-06>
53,537 <53537 {person}; people killed; asOf=2025-02-20>
within: The 53,537 the source gives is within the article's “at least 44,000” people killed.

44,000 <44000 {people}; people died; asOf=2025-02-06>
53,537 <53537 {death}; deaths; asOf=2025-02-20>
outdated: The article's 44,000 people dead (6 February 2025) is overtaken by the 53,537 deaths the source gives for 20 February 2025.

53,537 <53537 {death}; deaths; asOf=2025-02-20>
44,000 <44000 {people}; people died; asOf=2025-02-06>
outdated: The 44,000 people dead the source gives for 6 February 2025 is older than the article's 53,537 deaths (20 February 2025).

44,000 <44000 {people}; people died; asOf=2025-02-20>
53,537 <53537 {death}; deaths; asOf=2025-02>
differs: The article's 44,000 people dead is 18% below the 53,537 deaths the source gives.

120 <120 {person}; people missing; asOf=2025-02-06>
80 <80 {person}; people missing; asOf=2025-02-20>
differs: The article's 120 people missing is 50% above the 80 the source gives.

9 <9 {person}; people killed>
12 <12 {person}; people killed>
differs: The article's 9 people killed is 3 fewer than the 12 the source gives.

# rates and totals
4 million tonnes a year <4000000 t/a; last=1000000>
40 million tonnes <40000000 t; last=1000000>
not-comparable: The article's 4 million tonnes a year and the source's 40 million tonnes cannot be compared: one is a rate and the other a total, and it is not said over what time.

$1.2m a day <1200000 USD/d; last=100000>
$1.2m a year <1200000 USD/a; last=100000>
differs: The article's $1.2m a day ($438.3 million a year) is about 370 times the $1.2m a year the source gives: it is the same number a day instead of a year.

$1 million a day <1000000 USD/d; last=1000000>
$365 million a year <365000000 USD/a; last=1000000>
rounds-to: The article's $1 million a day ($365 million a year) is the $365 million a year the source gives, rounded.

300 <300 {soldier}/d; soldiers>
9,000 <9000 {soldier}; soldiers>
not-comparable: The article's 300 soldiers per day and the source's 9,000 soldiers cannot be compared: one is a rate and the other a total, and it is not said over what time.

# money
€5 million <5000000 EUR; last=1000000>
$5 million <5000000 USD; last=1000000>
not-comparable: The article's €5 million and the source's $5 million cannot be compared: it takes an exchange rate and a date to compare two currencies.

£30,000 <30000 GBP; wage; statistic=mean>
£25,000 <25000 GBP; wage; statistic=median>
different-measure: The article's £30,000 (wage) and the source's £25,000 (wage) are different measures: the article gives a mean and the source a median.

50 pence <50 [p_GBP]>
£0.50 <0.5 GBP; last=0.01>
match: The article's 50 pence is the same as the £0.50 the source gives.

# counts of other things
600 <600 {troop}; North Korean troops killed>
600 <600 {troop}; Russian troops killed>
different-measure: The article's 600 North Korean troops killed and the source's 600 Russian troops killed are different measures.

300 <300 {ship}; ships>
300 <300 {aircraft}; aircraft>
different-measure: The article's 300 ships and the source's 300 aircraft are different measures.

12 <12 {person}; people dead>
30 <30 {person}; people wounded>
different-measure: The article's 12 people dead and the source's 30 people wounded are different measures.

50,000 <50000>
50,000 <50000 {people}; people killed>
match: The article's 50,000 is the same as the 50,000 people killed the source gives.

12,000 <12000>
12,000 tonnes <12000 t>
not-comparable: The article's 12,000 and the source's 12,000 tonnes cannot be compared: the article gives no unit.

120 m <120 m; length>
4,500 tonnes <4500 t>
not-comparable: The article's 120 m and the source's 4,500 tonnes cannot be compared: the one is a length, the other a mass.

8,140 people <8140 {person}>
12,000 people <12000 {person}; people employed>
differs: The article's 8,140 people is 32% below the 12,000 people employed the source gives.

# zero and below zero
Zero <0 {death}; deaths>
12 <12 {death}; deaths>
differs: The article's zero deaths is 12 fewer than the 12 the source gives.

12 <12 {death}; deaths>
zero <0 {death}; deaths>
differs: The article's 12 deaths is 12 more than the zero the source gives.

zero <0 {death}; deaths>
0 <0 {person}; people killed>
match: The article's zero deaths is the same as the 0 people killed the source gives.

-5 million dollars <-5000000 USD; loss; last=1000000>
-4 million dollars <-4000000 USD; loss; last=1000000>
differs: The article's -5 million dollars is 25% below the -4 million dollars the source gives.

# other units that are taken for one another
40 gallons <40 [gal_us]>
182 litres <182 L>
differs: The article's 40 gallons (151 litres) is 17% below the 182 litres the source gives: they agree if the article's gallons are imperial gallons.

150 pounds <150 [lb_av]>
150 kg <150 kg>
differs: The article's 150 pounds (68 kg) is 55% below the 150 kg the source gives: it is the same number in pounds instead of kg.

100 square miles <100 [mi_i]2>
259 km² <259 km2>
rounds-to: The article's 100 square miles (259 km²) is the 259 km² the source gives, rounded.

8 gigabits <8 Gbit>
1 GB <1 GBy>
match: The article's 8 gigabits is the same as the 1 GB the source gives.

5.9 <5.9 %; last=0.1>
5.1 per cent <5.1 %; last=0.1>
differs: The article's 5.9 per cent is 0.8 percentage points above the 5.1 per cent the source gives.

50 <50 km/h; speed>
30 km/h <30 km/h; speed>
differs: The article's 50 kilometres per hour is 67% above the 30 km/h the source gives.

# ages and places in an order
54-year-old <54 a; age>
54 years <54 a; duration>
different-measure: The article's age of 54 and the source's 54 years (duration) are different measures.

three-week-old <3 wk; age>
21 days old <21 d; age>
match: The article's age of 3 weeks is the same as the age of 21 days the source gives.

21 days old <21 d; age>
three-week-old <3 wk; age>
match: The article's age of 21 days is the same as the age of 3 weeks the source gives.

one-year-old <1 a; age>
12 months old <12 mo; age>
match: The article's age of 1 year is the same as the age of 12 months the source gives.

12 months old <12 mo; age>
one-year-old <1 a; age>
match: The article's age of 12 months is the same as the age of 1 year the source gives.

three-week-old <3 wk; age>
five-week-old <5 wk; age>
differs: The article's age of 3 weeks is 2 weeks below the age of 5 weeks the source gives.

third <3 {place}; statistic=rank>
3 <3 {place}; statistic=total>
different-measure: The article's third and the source's 3 places are different measures: the article gives a place in an order and the source a total.
`;

const cases = CORPUS.split('\n').filter((line) => line !== '' && !line.startsWith('#'));
const table = Array.from({ length: cases.length / 3 }, (_, at) => {
  const [article = '', source = '', expected = ''] = cases.slice(3 * at, 3 * at + 3);
  return { article, source, expected };
});

const swapped: Partial<Record<ComparisonResult, ComparisonResult>> = {
  understates: 'overstates',
  overstates: 'understates',
};

describe('a figure is compared with the figure of its source', () => {
  test('the corpus has at least 130 cases', () => expect(table.length).toBeGreaterThanOrEqual(130));
  test.each(table)('$article | $source', ({ article, source, expected }) => {
    const [a, s] = [parseFigure(article), parseFigure(source)];
    const { result, sentence } = compareFigures(a, s);
    expect(`${RESULT_WORDS[result]}: ${sentence}`).toBe(expected);
    const other = compareFigures(s, a).result;
    expect(other).toBe(swapped[result] ?? result);
  });
});
