/**
 * The sample story: a report about the first road bridge between Russia and North
 * Korea, told again in our own sentences with every figure and quotation it carries. The report
 * bears no publication date: the story's is set for the sample, so that "on Friday" is a day, and the
 * page says so. It ships without sources, evidence or verdicts: none is invented.
 */
export const tumenBridge = {
  title: 'Work starts on a road bridge between Russia and North Korea',
  publisher: 'Plumbline sample story',
  language: 'en',
  publishedOn: '2025-05-01',
  text: `Work starts on a road bridge between Russia and North Korea

A new road bridge over the Tumen River will connect the two neighbours

Russia and North Korea have begun to build a bridge across the Tumen River. When it opens it will be the first road link that has ever joined the two countries.

Pictures taken from space showed that work has begun on both sides of the river, not far from the Russian border town of Khasan.

Prime Minister Mikhail Mishustin of Russia followed the opening ceremony by video link. Kremlin media quoted him as calling the project a "big milestone for Russian-Korean relations". Mr Mishustin said the two governments meant to "strengthen neighbourly relations" and "to boost trans-regional cooperation".

The two capitals are drawing closer, in arms as in trade. This week North Korea confirmed for the first time that it had sent soldiers to Russia to fight in the war against Ukraine.

A "sacred mission"

Kim Jong-un, who rules North Korea, said that sending the troops was a "sacred mission for further consolidating as firm as a rock" the ties between the two states.

The crossing will be a little over half a mile long, according to Russian state media. Building it will take 18 months, they reported.

Its site lies around 400 yards downstream of a railway bridge. That railway bridge has been the only link over land between the two nations since 1959.

Pak Thae-song, a vice chairman of the Workers' Party of Korea, said the construction of the bridge would contribute to "laying an eternal foundation for the comprehensive strategic partnership between the two countries" and would "put on track comprehensive new development".

Far more goods will cross the border once the road is open. North Korea could also use it to send more soldiers and equipment to the units that are fighting beside the Russian army.

Moscow is widely believed to have paid for those soldiers with military technology.

Russia's ambassador, Alexander Matsegora, attended the ceremony alongside Kim Kyong Jun, the North Korean minister for land and the environment.

A new warship

On Friday, North Korea launched the Choe Hyon, a destroyer of 4,500 tonnes. State media said that tests of its weapons were held this week. The ship is thought to carry a 5-inch gun at the bow, cruise missiles and surface-to-air missiles.

Analysts in South Korea said that much of the equipment on board, from missiles and radar to air defences, looks very much like Russian designs.

A treaty, and its price

Vladimir Putin and Kim Jong-un signed a treaty of comprehensive strategic partnership in June 2024. Pyongyang has pointed to that treaty to justify sending its soldiers to the war. Dmitry Peskov, a spokesman for Mr Putin, said on Monday that Russia would give North Korea military help if it were needed.

The cost has been high. Around 600 North Korean soldiers have been killed while fighting for Russia and more than 4,000 have been injured, South Korean intelligence reported on Wednesday.
`,
} as const;
