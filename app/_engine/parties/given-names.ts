const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

// Only names that hardly anybody of the other sex bears: Andrea, Jean, Kim, Lindsey, Robin and Sasha are left out.

const WOMEN = words(`
  abigail ada adriana agnes agnieszka aisha akiko alba alejandra aleksandra alice alicia alison amanda amber amelia amina
  amy ana anastasia angela angelina anita anja anke anna annalena anne annette annie antonia april ariana astrid aurora ayesha barbara
  beatrice beatriz becky bella bernadette beth bethany betty beverly bianca birgit bridget britta brenda brigitte camila carla
  carmen carol carole carolina caroline cassandra catalina catherine cathy cecilia celia celine charlotte cheryl chiara
  chloe christina christine cindy clara claudia colleen concepcion connie constance cristina cynthia daniela danielle
  debbie deborah deirdre delphine denise diana diane dilma dolores donna dora doris dorothy edith eileen ekaterina elaine elena
  eleanor elisa elisabeth elise eliza elizabeth ella ellen elsa emilia emily emma erica erika esther eva eve evelyn fatima fiona
  florence frances francesca frida fumiko gabriela gail georgia geraldine gertrude gina giorgia giulia giuliana gladys gloria grace greta gretchen gunilla
  hanna hannah harriet heather heidi helen helena helene helga henrietta hilda hillary ida ines inga ingrid irene irina
  iris irma isabel isabella isabelle ivana jacinda jacqueline jane janet janice jasmine jeanne jennifer jenny jessica jill
  joan joanna joanne josephine joyce juana judith judy julia juliana julie juliet justine kaja kamala karen karin karina karla
  kate katherine kathleen kathryn kathy katja katrina katy kavita kayla kerstin kirsten kirsty kristen kristin kristina
  latoya laura lauren layla leah leila lena leonora lidia lilian lillian lily linda lisa liz liza lois lorena lorraine louise lucia
  lucy luisa lydia maddalena madeleine madison magdalena maggie maia malala manuela marcia margaret margarita margot
  maria mariam mariana marianne marie marilyn marina marine marisa marjorie marlene marta martha martina mary matilda maureen maya
  megan melania melanie melinda melissa mercedes meredith mette michelle mildred mina miranda miriam molly monica
  monika muriel nadia nadine nancy naomi natalia natalie natasha nicole nikki nina nora norma octavia olga olivia ophelia
  pamela patricia paula pauline peggy penelope penny petra phoebe phyllis pilar polly priscilla priti priya rachel ramona
  raquel rebecca regina renata rhonda rita roberta rosa rosalind rose rosemary roxana ruth sabina sabrina sally samantha
  sandra sanna sara sarah selena serena shakira sharon sheila shirley sigrid silvia sofia sonia sophia sophie
  stella stephanie sue susan susana susanna susanne suzanne svetlana sylvia tamara tammy tania tanya tara tatiana
  teresa tessa theresa tiffany tina trudy ulrike una ursula valentina valerie vanessa vera verona veronica victoria
  violet virginia vivian viviana wendy wilma xiomara yasmin yolanda yoko yulia yvette yvonne zainab zoe zuzana
`);

const MEN = words(`
  aaron abdul abdullah abraham adam adolf ahmad ahmed alan albert alberto alejandro aleksandr alessandro alexander alfonso
  alfred alistair allan allen alvaro andre andreas andres andrew andrzej andy angus anthony antoine anton antonio
  archie arnold arthur arturo austin axel barack barry bartholomew basil ben benedict benito benjamin bernard bernardo
  bernd bill bilal bjorn bob boris brad bradley brandon brendan brett brian bruce bruno bryan byron calvin carl carlo
  carlos cedric cesar chad charles chris christian christoph christopher chuck clarence claudio claus clifford clint clive
  colin connor conrad craig cristiano curtis cyril damian damien daniel danilo dave david davi dean declan dennis derek desmond
  diego dieter dimitri dmitri dmitry dominic don donald dong doug douglas duncan dustin dwight eamon earl ed eddie edgar
  edmund eduardo edward edwin eli elias elon emil emmanuel enrico enrique eric erik ernest ernesto erwin ethan eugene
  evan fabian fabio felipe felix ferdinand fernando fidel floyd francesco francis francisco franco frank franz fred
  frederick friedrich fritz gareth gary gavin gene geoff geoffrey george georg gerald gerard gerhard gilbert giovanni
  giuseppe glenn gordon graham greg gregory guillermo gunnar gustav guy hamid hans harold harry harvey hassan hector heinrich
  helmut henri henrik henry herbert herman hiroshi howard hugh hugo humphrey hussein ian ibrahim igor imran ivan jack
  jacob jacques jair jake jakob james jan jared jason javier jeff jeffrey jens jeremy jermaine jerome jerry jesus
  jim jimmy joachim joao joe joel joerg johan johann johannes john johnny jon jonas jonathan jorge jose josef joseph
  joshua juan juergen julian julio jurgen justin karl karim keith ken kenneth kevin khalid klaus konrad konstantin kurt
  kwame kyle lance lars lawrence leif leo leon leonard leonardo liam lorenzo louis lucas luca luigi luis luiz lukas luke
  magnus mahmoud malcolm manuel marc marcel marco marcos marcus mario mark markus martin marvin mateo mathias matt
  matteo matthew matthias maurice mauricio max maxim maximilian michael miguel mike mikhail mohamed mohammad mohammed
  moritz morten muhammad mustafa narendra nathan nathaniel neil nelson nicholas nick nicolas niels nigel nikolai
  noah norbert norman oleg oliver olof oscar osama otto owen pablo patrick paul pavel pedro per pete peter philip
  philippe pierre piotr quentin rafael rahul raj rajesh ralph ramon randy raul ray raymond recep reginald reinhard rene ricardo
  richard rick robert roberto roderick rodney rodrigo roger roland roman ron ronald rory ross roy rudolf rupert russell
  ryan salman salvador samuel sanjay santiago saul scott sean sebastian seamus sergei sergey sergio seth shane silvio simon
  stanley stefan stephen steve steven stewart stuart sven tariq ted terence terry theodore theo thomas tim timothy tobias
  todd tom tomas tommy tony travis trevor uwe vaclav victor viktor vincent vincenzo vitaly vladimir volodymyr walter
  warren wayne werner wilhelm will willem william winston wolfgang xavier yannick yusuf yuri zachary zoltan
`);

/** 'he' or 'she' where a first name tells which; null where it tells nothing. */
export const pronounOfName = (first: string): 'he' | 'she' | null => {
  const lower = first.toLowerCase();
  return WOMEN.has(lower) ? 'she' : MEN.has(lower) ? 'he' : null;
};
