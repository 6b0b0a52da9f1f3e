// The console's build, step by step; each step is left out when what it depends on has not changed.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { measure } from './measure.mjs';
import { pack } from './pack.mjs';

const CONTRACT = '../../docs/openapi.json';
const SCHEMA = 'src/api/schema.d.ts';
const STAMPS = 'target/stamps';
// Straight to where the jar is made from: what is not in the site any more is not in the jar either.
const PACKED = 'target/classes/META-INF/console';

function filesBelow(path) {
    return readdirSync(path, { withFileTypes: true, recursive: true })
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath ?? entry.path, entry.name));
}

function sources() {
    const loose = readdirSync('.', { withFileTypes: true })
        .filter(
            (entry) => entry.isFile() && !entry.name.endsWith('.md') && entry.name !== 'pom.xml',
        )
        .map((entry) => entry.name);
    return [...loose, ...['src', 'public', 'docs', 'tools'].flatMap(filesBelow)].sort();
}

function fingerprint(files) {
    const hash = createHash('sha256').update(process.version);
    for (const file of files) hash.update(`\0${file}\0`).update(readFileSync(file));
    return hash.digest('hex');
}

function run(command, ...args) {
    const done = spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] });
    if (done.status !== 0) {
        console.error(`The console's build stopped at: ${command} ${args.join(' ')}`);
        process.exit(1);
    }
}

const npm = (...args) => run('npm', '--silent', '--no-update-notifier', ...args);

/** Runs a step unless it went well on the very same files. The stamp is written when it has. */
function unlessDone(name, files, result, step) {
    const stamp = join(STAMPS, name);
    const now = fingerprint(files);
    const before = existsSync(stamp) ? readFileSync(stamp, 'utf8') : '';
    if (before === now && existsSync(result)) return;
    rmSync(stamp, { force: true });
    step();
    mkdirSync(STAMPS, { recursive: true });
    writeFileSync(stamp, now);
}

function install() {
    // Within node_modules: whoever deletes it deletes the stamp.
    const stamp = 'node_modules/.installed';
    const now = fingerprint(['package.json', 'package-lock.json']);
    if (existsSync(stamp) && readFileSync(stamp, 'utf8') === now) return;
    npm('ci');
    writeFileSync(stamp, now);
}

function site() {
    install();
    unlessDone('site', sources(), join(PACKED, 'files.txt'), () => {
        npm('run', 'check');
        npm('run', 'build');
        measure('target/site');
        pack('target/site', PACKED);
    });
}

function typesAreOfTheContract() {
    // The document is being written anew: what it says now is not known before.
    if (process.env.UPDATE_DOCUMENTS === 'true') return;
    run('npx', '--no-install', 'openapi-typescript', CONTRACT, '-o', 'target/schema.d.ts');
    if (readFileSync('target/schema.d.ts', 'utf8') !== readFileSync(SCHEMA, 'utf8')) {
        console.error(
            `services/web-console/${SCHEMA} is not what docs/openapi.json says: run npm run types there.`,
        );
        process.exit(1);
    }
}

function test() {
    if (process.env.SKIP_TESTS === 'true' || process.env.SKIP_TEST_BUILD === 'true') return;
    install();
    unlessDone('test', [...sources(), CONTRACT], 'target/schema.d.ts', () => {
        typesAreOfTheContract();
        npm('test');
    });
}

const steps = { site, test };
const step = steps[process.argv[2]];
if (!step) {
    console.error('tools/build site|test');
    process.exit(2);
}
step();
