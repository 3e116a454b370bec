import { mendAnchor } from '#data/chain/anchor';
import { closeDatabase } from '#data/database/db';
import { recordAnchorBreak } from '#data/record/anchor-breaks';
import { anchorBreakInWords } from '#domain/record/anchor';

// Run by bin/anchor.mjs with the anchor and the database; says in one line what it did. That the
// anchor was broken is an event as well, and a warning on *Record* until somebody acknowledges it.

const [anchor = '', database = ''] = process.argv.slice(2);
const mended = mendAnchor(anchor, database);
const events = `${mended?.events ?? 0} ${mended?.events === 1 ? 'event' : 'events'}`;
if (mended?.kind === 'made') {
  console.log(`The record had no anchor: it is now in ${anchor}, with ${events}.`);
} else if (mended?.kind === 'caughtUp') {
  console.log(
    `The anchor of the record was behind by ${events}, which follow on, and has them now.`,
  );
} else if (mended?.kind === 'lost') {
  await recordAnchorBreak({ kind: mended.found, file: anchor });
  console.log(
    `WARNING: the anchor of the record, ${anchor}, ${anchorBreakInWords(mended.found)}. It has ${events} more now: an administrator acknowledges it on the page Record.`,
  );
} else if (mended?.kind === 'broken') {
  await recordAnchorBreak({ kind: 'unlike', file: anchor });
  console.log(
    `WARNING: the record is not the one that its anchor ${anchor} holds, from event ${mended.seq} on: "npm run -s plumbline -- verify" says what was changed, and an administrator acknowledges it on the page Record.`,
  );
}
await closeDatabase();
