import type { CredentialField } from '../../../api/types';
import { fileField, matches, tidy } from './fields';

/** Values by the names of an exchange's fields. */
export type Found = Record<string, string>;

// What exchanges and their files call the parts, the likeliest first.
const NAMES: Record<string, readonly string[]> = {
    api_key: ['apikey', 'apikeyname', 'keyname', 'apikeyid', 'accesskey', 'key', 'id', 'keyid'],
    api_secret: [
        'apisecret',
        'apisecretkey',
        'secretkey',
        'privatekey',
        'apiprivatekey',
        'secret',
        'apiwalletprivatekey',
    ],
    passphrase: ['passphrase', 'apipassphrase', 'password', 'apipassword'],
    api_name: ['apiname', 'keylabel', 'apikeylabel', 'name', 'label'],
    memo: ['memo', 'apimemo'],
    signer_private_key: ['privatekey', 'signerprivatekey', 'secret'],
    proxy_address: ['proxyaddress', 'proxywallet', 'funder'],
};

const plain = (name: string) => name.toLowerCase().replace(/[^a-z]/g, '');

/** How well a name fits a field; lower is better, -1 is not at all. */
function rank(field: CredentialField, name: string): number {
    const wanted = plain(name);
    if (wanted === plain(field.name) || wanted === plain(field.label)) return 0;
    const at = (NAMES[field.name] ?? []).indexOf(wanted);
    return at < 0 ? -1 : at + 1;
}

function assign(
    fields: readonly CredentialField[],
    parts: readonly (readonly [string, string])[],
): Found {
    const found: Found = {};
    for (const field of fields) {
        const best = parts
            .map(([name, value]) => ({ rank: rank(field, name), value }))
            .filter((part) => part.rank >= 0 && part.value.trim() !== '')
            .sort((a, b) => a.rank - b.rank)[0];
        if (best) found[field.name] = tidy(field, best.value).value;
    }
    // Coinbase's file calls the key "name"; on other exchanges a name is a name.
    const key = fields.find((field) => field.name === 'api_key');
    const name = parts.find(([one]) => plain(one) === 'name')?.[1];
    if (key && found.api_key === undefined && name !== undefined && matches(key, name.trim())) {
        found.api_key = name.trim();
    }
    return found;
}

/** The parts of a JSON text, those one level down as well; null when it is none. */
function jsonParts(text: string): [string, string][] | null {
    let file: unknown;
    try {
        file = JSON.parse(text);
    } catch {
        return null;
    }
    if (typeof file !== 'object' || file === null || Array.isArray(file)) return null;
    return Object.entries(file).flatMap(([name, value]): [string, string][] => {
        if (typeof value === 'string') return [[name, value]];
        if (typeof value !== 'object' || value === null) return [];
        return Object.entries(value as Record<string, unknown>).flatMap(
            ([inner, deep]): [string, string][] =>
                typeof deep === 'string' ? [[inner, deep]] : [],
        );
    });
}

/** The parts of a text of labelled lines: `API Key: …`, `secret = …`, or a label above its value. */
function labelledParts(fields: readonly CredentialField[], text: string): [string, string][] {
    const known = (name: string) => fields.some((field) => rank(field, name) >= 0);
    const parts: [string, string][] = [];
    for (const line of text.split(/\r\n?|\n/)) {
        const labelled = /^\s*["']?([A-Za-z][A-Za-z0-9 _-]{1,40}?)["']?\s*[:=\t]\s*(.*)$/.exec(
            line,
        );
        const alone = /^\s*([A-Za-z][A-Za-z _-]{1,40})\s*:?\s*$/.exec(line);
        if (labelled?.[1] !== undefined && known(labelled[1])) {
            parts.push([labelled[1], labelled[2] ?? '']);
        } else if (alone?.[1] !== undefined && known(alone[1])) {
            parts.push([alone[1], '']);
        } else {
            const last = parts.at(-1);
            if (last) last[1] += `${last[1] === '' ? '' : '\n'}${line}`;
        }
    }
    return parts;
}

/** The fields in a text that holds several, or the downloaded file; empty when it holds none. */
export function severalFields(fields: readonly CredentialField[], text: string): Found {
    const cleaned = text.trim();
    if (cleaned.startsWith('{')) {
        const parts = jsonParts(cleaned);
        return parts === null ? {} : assign(fields, parts);
    }
    return assign(fields, labelledParts(fields, cleaned));
}

export const LARGEST_FILE = 64 * 1024;

/** What a file turned out to be. */
export type FileRead =
    | { kind: 'fields'; values: Found }
    | { kind: 'value'; value: string }
    | { kind: 'wrong'; why: WrongFile };

export type WrongFile =
    | 'too_big'
    | 'empty'
    | 'not_text'
    | 'unreadable'
    | 'public_key'
    | 'certificate'
    | 'encrypted'
    | 'no_key_files'
    | 'no_fields'
    | 'broken_json';

/** What is in a file's text, for an exchange's fields. Values stay in what is returned. */
export function readText(fields: readonly CredentialField[], text: string): FileRead {
    const cleaned = text.replace(/^\uFEFF/, '').trim();
    if (cleaned === '') return { kind: 'wrong', why: 'empty' };
    // Not a text: bytes that no key file holds.
    if (/[\0-\x08\x0E-\x1F\uFFFD]/.test(cleaned)) return { kind: 'wrong', why: 'not_text' };
    if (cleaned.startsWith('{')) {
        if (jsonParts(cleaned) === null) return { kind: 'wrong', why: 'broken_json' };
        const values = severalFields(fields, cleaned);
        return Object.keys(values).length > 0
            ? { kind: 'fields', values }
            : { kind: 'wrong', why: 'no_fields' };
    }
    const values = severalFields(fields, cleaned);
    if (Object.keys(values).length > 1) return { kind: 'fields', values };
    if (cleaned.includes('-----BEGIN')) return keyFile(fields, cleaned);
    if (/^ssh-(rsa|ed25519) |^ecdsa-/.test(cleaned)) return { kind: 'wrong', why: 'public_key' };
    return cleaned.split(/\r\n?|\n/).length > 3
        ? { kind: 'wrong', why: 'no_fields' }
        : { kind: 'value', value: cleaned };
}

function keyFile(fields: readonly CredentialField[], text: string): FileRead {
    if (/-----BEGIN [A-Z ]*PRIVATE KEY-----/.test(text)) {
        if (/-----BEGIN ENCRYPTED|Proc-Type:.*ENCRYPTED/.test(text)) {
            return { kind: 'wrong', why: 'encrypted' };
        }
        const field = fileField(fields);
        return field
            ? { kind: 'fields', values: { [field.name]: tidy(field, text).value } }
            : { kind: 'wrong', why: 'no_key_files' };
    }
    return { kind: 'wrong', why: text.includes('CERTIFICATE') ? 'certificate' : 'public_key' };
}

/** Reads a file that was chosen or dropped. */
export async function readFile(fields: readonly CredentialField[], file: File): Promise<FileRead> {
    if (file.size > LARGEST_FILE) return { kind: 'wrong', why: 'too_big' };
    try {
        return readText(fields, await file.text());
    } catch {
        return { kind: 'wrong', why: 'unreadable' };
    }
}
