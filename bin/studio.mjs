// `npm run studio`: Prisma Studio on the desk's database.
import { refuseOldNode } from './node-version.mjs';

refuseOldNode();
import('./studio-on-desk.mjs').then(({ openStudio }) => openStudio(process.argv.slice(2)));
