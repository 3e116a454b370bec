import { mendAnchor } from '#data/anchor';

// Run by bin/anchor.mjs with the anchor and the database; says in one line what it did.

const [anchor = '', database = ''] = process.argv.slice(2);
const mended = mendAnchor(anchor, database);
const events = `${mended?.events ?? 0} ${mended?.events === 1 ? 'event' : 'events'}`;
if (mended?.kind === 'made') {
  console.log(`The record had no anchor: it is now in ${anchor}, with ${events}.`);
} else if (mended?.kind === 'caughtUp') {
  console.log(
    `The anchor of the record was behind by ${events}, which follow on, and has them now.`,
  );
} else if (mended?.kind === 'broken') {
  console.log(
    `WARNING: the record is not the one that its anchor ${anchor} holds, from event ${mended.seq} on: "npm run -s plumbline -- verify" says what was changed.`,
  );
}
