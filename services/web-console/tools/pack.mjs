// Lays the site out as credential-intake serves it: each text file also compressed, and a list of all.
import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, extname, join, relative, sep } from 'node:path';
import { gzipSync } from 'node:zlib';

const TYPES = {
    '.html': 'text/html; charset=utf-8',
    '.js': 'text/javascript; charset=utf-8',
    '.css': 'text/css; charset=utf-8',
    '.svg': 'image/svg+xml',
    '.png': 'image/png',
    '.woff2': 'font/woff2',
    '.webmanifest': 'application/manifest+json',
    '.txt': 'text/plain; charset=utf-8',
};
const COMPRESSED = new Set(['.html', '.js', '.css']);
const NOT_SERVED = new Set(['manifest.json']);

/** Lines of files.txt: path, media type, hash, whether there is a .gz beside it; tabs between. */
export function pack(site, packed) {
    rmSync(packed, { recursive: true, force: true });
    const lines = readdirSync(site, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => relative(site, join(entry.parentPath ?? entry.path, entry.name)))
        .map((file) => file.split(sep).join('/'))
        .filter((file) => !NOT_SERVED.has(file))
        .sort()
        .map((file) => line(site, packed, file));
    writeFileSync(join(packed, 'files.txt'), lines.join(''));
}

function line(site, packed, file) {
    const type = TYPES[extname(file)];
    if (!type) throw new Error(`${file}: what media type is that? Say it in tools/pack.mjs.`);
    const bytes = readFileSync(join(site, file));
    const target = join(packed, file);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, bytes);
    const compressed = COMPRESSED.has(extname(file));
    if (compressed) writeFileSync(`${target}.gz`, gzipSync(bytes, { level: 9 }));
    const hash = createHash('sha256').update(bytes).digest('hex').slice(0, 32);
    return `${file}\t${type}\t${hash}\t${compressed ? 'gzip' : 'plain'}\n`;
}
