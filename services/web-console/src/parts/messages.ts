/** How many characters may still be written; below zero when it is too many. */
export const left = (text: string, longest: number) => longest - [...text.trim()].length;

const PEM = /-----BEGIN [A-Z ]*PRIVATE KEY-----/;
const LONG = /[A-Za-z0-9+/_=-]{32,}/g;

/** Whether a text seems to hold a key: then it should go into no message. */
export function looksSecret(text: string): boolean {
    if (PEM.test(text)) return true;
    return (text.match(LONG) ?? []).some(
        (run) => /\d/.test(run) && /[A-Za-z]/.test(run) && !isId(run),
    );
}

// Ids of connections, requests and the like are long too, but no secrets.
function isId(run: string) {
    return /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(run);
}
