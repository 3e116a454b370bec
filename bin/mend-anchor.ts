import { repairAnchor } from '#data/chain/anchor';
import { closeDatabase } from '#data/database/db';
import { recordAnchorBreak } from '#data/record/anchor-breaks';
import { anchorBreakInWords } from '#domain/record/anchor';

// Run by bin/anchor.mjs with the anchor and the database; says in one line what it did. That the
// anchor was broken is an event as well, and a warning on *Record* until somebody acknowledges it.

const [anchor = '', database = ''] = process.argv.slice(2);
const mended = repairAnchor(anchor, database);
const events = `${mended?.events ?? 0} ${mended?.events === 1 ? 'event' : 'events'}`;
if (mended?.kind === 'made') {
  console.log(`The record had no anchor. The new anchor is in ${anchor}, with ${events}.`);
} else if (mended?.kind === 'caughtUp') {
  console.log(
    `The anchor of the record was behind by ${events}. The events are now in the anchor.`,
  );
} else if (mended?.kind === 'lost') {
  await recordAnchorBreak({ kind: mended.found, file: anchor });
  console.log(
    `WARNING: the anchor of the record, ${anchor}, ${anchorBreakInWords(mended.found)}. The anchor has ${events} more now: an administrator must acknowledge the break on the page Record.`,
  );
} else if (mended?.kind === 'broken') {
  await recordAnchorBreak({ kind: 'unlike', file: anchor });
  console.log(
    `WARNING: the record differs from its anchor ${anchor} from event ${mended.seq} on: "npm run -s plumbline -- verify" lists the changes, and an administrator must acknowledge the break on the page Record.`,
  );
}
await closeDatabase();
