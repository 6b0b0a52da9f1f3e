// The first page must come fast on a bad line: its scripts are weighed at every build.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';

const LIMIT = 200_000;
const ENTRY = 'index.html';
const FIRST_PAGE = 'src/pages/access/SignInPage.tsx';

/** The scripts that a page needs: the entry's and its own, with all that these import. */
function scripts(manifest, names, found = new Set()) {
    for (const name of names) {
        const chunk = manifest[name];
        if (!chunk) throw new Error(`${name} is not in the build's manifest`);
        if (found.has(chunk.file)) continue;
        found.add(chunk.file);
        scripts(manifest, chunk.imports ?? [], found);
    }
    return found;
}

/** Weighs the first page's scripts, compressed; ends the build when they are too heavy. */
export function measure(site) {
    const manifest = JSON.parse(readFileSync(join(site, 'manifest.json'), 'utf8'));
    const files = [...scripts(manifest, [ENTRY, FIRST_PAGE]), 'scheme.js'];
    const bytes = files
        .filter((file) => file.endsWith('.js'))
        .map((file) => gzipSync(readFileSync(join(site, file)), { level: 9 }).length)
        .reduce((sum, one) => sum + one, 0);
    const told = `the first page's scripts are ${(bytes / 1000).toFixed(1)} kB compressed, of at most ${LIMIT / 1000} kB`;
    if (bytes > LIMIT) {
        console.error(`Too heavy: ${told}.\n${files.join('\n')}`);
        process.exit(1);
    }
    console.log(`console: ${told}`);
}
