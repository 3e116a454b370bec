import { wordList } from '../tokens/word-list';

/** Words before the size of a rise. */
export const RISES = wordList(`
  up rise rises rose risen rising rallied rally gain gains gained gaining climb climbs climbed climbing jump jumps jumped
  jumping surge surges surged surging soar soars soared soaring increase increases increased increasing grow grows grew grown
  growing advance advances advanced advancing add adds added adding leap leaps leapt leaped spike spiked spikes swell swelled
  swollen rocket rocketed skyrocket skyrocketed improve improved improves strengthen strengthened appreciate appreciated
  expand expanded expands expanding widened edged-up ticked-up accelerate accelerated accelerates boosted raised hiked lifted inched-up
  trending-up rebounded rebound rebounds
`);

/** Words before the size of a fall. */
export const FALLS = wordList(`
  down fall falls fell fallen falling drop drops dropped dropping decline declines declined declining decrease decreases
  decreased decreasing lose loses lost losing slide slides slid sliding slip slips slipped slipping tumble tumbles tumbled
  tumbling plunge plunges plunged plunging plummet plummets plummeted plummeting slump slumps slumped slumping sink sinks sank
  sunk sinking shed sheds shedding dip dips dipped dipping shrink shrinks shrank shrunk shrinking contract contracts contracted
  contracting crash crashed crashes ease eased eases easing retreat retreated retreats dive dived dives cut cuts cutting
  reduced reduce reduces lowered weakened weaken depreciated depreciate slashed trimmed narrowed tanked nosedived cooled
`);

/** Verbs that mean a rise or a fall only with 'by', after their object: 'raise $3m' is no rise. */
export const RISES_BY = wordList(
  'boost boosts boosting raise raises raising hike hikes hiking lift lifts lifting widen widens',
);
export const FALLS_BY = wordList(
  'lower lowers lowering slash slashes slashing trim trims trimming narrow narrows reducing',
);

/** Words that may stand between the verb and its figure. */
export const BETWEEN = wordList(`
  by about around roughly nearly almost some over under more than at least another an a just only approximately as much
  much up a further additional extra of average the further estimated close less fewer below above between in on sharply
  slightly modestly steeply only well another whopping staggering
`);
