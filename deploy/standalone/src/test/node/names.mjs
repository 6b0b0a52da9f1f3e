// The venues that ccxt.mjs can walk, one a line.

import { venues } from './venues.mjs';

console.log(Object.keys(venues).join('\n'));
