import { existsSync } from 'node:fs';
import { join } from 'node:path';

/*
 * Which house is used, told by the environment: a house that was started with `./sequence up`
 * unless something else is said.
 */

const given = process.env;

/** Where the console and the API are. */
export const console = given.SEQUENCE_CONSOLE ?? 'http://localhost:8080';

/** Where the house's mails are. */
export const inbox = given.SEQUENCE_INBOX ?? 'http://localhost:8025';

/** Where the simulated exchanges are. */
export const simulator = given.SEQUENCE_SIMULATOR ?? 'http://localhost:8090';

/** Who may see the support desk. */
export const operator = {
    email: 'operator@sequence.localhost',
    passwordFile:
        given.SEQUENCE_OPERATOR_PASSWORD_FILE ??
        join(import.meta.dirname, '../../../../../../.sequence/secrets/operator-password'),
};

/** Where pictures and traces of failed tests go. */
export const results =
    given.SEQUENCE_BROWSER_RESULTS ??
    join(import.meta.dirname, '../../../../target/browser-results');

/** Where `npm run screenshots` puts its pictures. */
export const pictures =
    given.SEQUENCE_SCREENSHOTS ?? join(import.meta.dirname, '../../../../target/screenshots');

/** The browser: never one that a package brought along. */
export const chromium = given.SEQUENCE_CHROMIUM ?? onPath();

function onPath(): string {
    const names = ['chromium', 'chromium-browser', 'google-chrome'];
    for (const folder of (given.PATH ?? '').split(':')) {
        const found = names.map((name) => join(folder, name)).find((file) => existsSync(file));
        if (found) return found;
    }
    throw new Error(
        'No Chromium: install the package "chromium", or name one in SEQUENCE_CHROMIUM.',
    );
}
