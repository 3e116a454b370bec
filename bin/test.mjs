// `npm test`.
import { refuseOldNode } from './node-version.mjs';

refuseOldNode();
import('./checks.mjs').then(({ runChecks }) => runChecks(process.argv.slice(2)));
