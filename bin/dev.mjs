// `npm run dev`. Imported while running, not before: the rest is newer than an old Node can read.
import { refuseOldNode } from './node-version.mjs';

refuseOldNode();
import('./desk.mjs').then(({ startDesk }) => startDesk({ isDevelopment: true }));
