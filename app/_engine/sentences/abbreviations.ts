const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

/** Stand before a name, so a sentence never ends after them. Lower case, without the point. */
export const TITLES = words(`
  mr mrs ms mx dr prof gen sen gov rep rev hon st mt ft capt cpt cmdr cdr col lt ltcol maj sgt cpl pvt adm
  pres supt insp det dir messrs mme mlle sr sra herr fr amb atty treas sec hr pfc drs profs ps
`);

/** Stand before a number or a name. */
export const BEFORE_NUMBERS = words(`
  no nos n° p pp pg pgs vol vols ch chap art arts fig figs eq par para pt app ex ed eds op cl col tab ser
  rs approx ca c tel ext est circa bldg rm apt sect
`);

/** Stand after a name or at the end of a phrase: the sentence ends when the next word opens one. */
export const AFTER_NAMES = words(`
  inc corp co ltd llc plc bros assn dept univ jr sr esq phd md ma ba bs etc al ave blvd rd hwy sq st sts
  intl natl mfg govt div lt mins hrs secs yrs ft lb lbs oz in cm mm km kg hr min mi dist u.s u.k u.n e.u u.s.a
  a.m p.m d.c b.c a.d m.d ph.d i.v l.a n.y
`);

/** Never end a sentence on their own. */
export const INSIDE = words(`
  vs v i.e e.g viz cf ie eg f.e btw incl excl resp med misc min max avg nat orig trans rev seq
  ind ariz ark calif colo conn del fla ga ill kan ky la md mass mich minn miss mo mont neb nev okla ore pa
  penn tenn tex va vt wash wis wyo ont que alta
`);

/** Months and days cut short; a sentence may end after them when an opener follows. */
export const CUT_DATES = words(`
  jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun
`);

/** Words that open sentences far more often than they stand, capitalised, inside a name. */
export const OPENERS = words(`
  the a an this that these those it its he she they we you i his her their our my your there here what
  who whom whose when where why how which if but and or so yet nor for as at in on of to by with from after
  before since while although though because until unless once during despite however meanwhile moreover
  then thus now today yesterday tomorrow later earlier also still not no some many most more all both each
  every other another such one two three several few next last finally please let do did does is are was were
  have has had can could will would should may might must according only even just than mr mrs ms dr prof
  travelers millions thousands hundreds
`);
