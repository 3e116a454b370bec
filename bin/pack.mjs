// `npm run pack`. Imported while running, not before: the rest is newer than an old Node can read.
import { refuseOldNode } from './node-version.mjs';

refuseOldNode();
import('./pack-desk.mjs').then(({ packDesk }) => packDesk(process.argv.slice(2)));
