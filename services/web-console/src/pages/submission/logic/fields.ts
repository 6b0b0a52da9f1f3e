import type { CredentialField, Venue } from '../../../api/types';
import type { Keys } from './answers';
import type { Problem, ProblemCode } from './steps';

const PEM_SAMPLE = `-----BEGIN PRIVATE KEY-----\n${`${'A'.repeat(64)}\n`.repeat(8)}-----END PRIVATE KEY-----`;
const INVISIBLE = /\p{Cf}/gu;
const EMAIL = /^[^@\s]+@[^@\s.]+(?:\.[^@\s.]+)+$/;
const MASK = /[*•●·∙]{3}/;

const patterns = new Map<string, RegExp | null>();

/** A field's pattern for the whole value; null when this browser cannot read it. */
export function patternOf(field: CredentialField): RegExp | null {
    const known = patterns.get(field.pattern);
    if (known !== undefined) return known;
    let pattern: RegExp | null = null;
    // The catalogue's patterns are Java's; an inline flag at the start is all that differs.
    const flags = /^\(\?([ims]+)\)/.exec(field.pattern);
    try {
        const body = flags ? field.pattern.slice(flags[0].length) : field.pattern;
        pattern = new RegExp(`^(?:${body})$`, flags?.[1] ?? '');
    } catch {
        pattern = null;
    }
    patterns.set(field.pattern, pattern);
    return pattern;
}

/** Whether a value has the form that the catalogue asks for; true when nobody can tell. */
export function matches(field: CredentialField, value: string): boolean {
    return value.length <= field.max_length && (patternOf(field)?.test(value) ?? true);
}

/** Whether a key file of several lines can go into a field. */
export function takesFiles(field: CredentialField): boolean {
    return field.max_length > 512 && matches(field, PEM_SAMPLE);
}

/** Whether blanks inside are part of a value, as in a passphrase. */
export function takesWords(field: CredentialField): boolean {
    return matches(field, 'two words') && !takesFiles(field);
}

/** The field that a key file belongs into. */
export function fileField(fields: readonly CredentialField[]): CredentialField | undefined {
    return fields.find((field) => field.secret && takesFiles(field));
}

/** What is mended without a doubt, as the house does it as well. */
export type Repair = 'invisible' | 'blanks' | 'quotes' | 'line_ends';

/** A pasted text as it was meant, and what was done for that. */
export function tidy(field: CredentialField, raw: string): { value: string; repairs: Repair[] } {
    const repairs: Repair[] = [];
    let value = raw.replace(INVISIBLE, '');
    if (value !== raw && value.trim() !== '') repairs.push('invisible');
    const file = value.includes('-----BEGIN');
    const stripped = value.trim();
    if (stripped !== value && stripped !== '' && !file) repairs.push('blanks');
    value = stripped;
    if (!file && !takesWords(field)) {
        const quoted = /^(["'`])([^]+)\1,?$/.exec(value) ?? /^([“‘«„])([^]+)[”’»“],?$/.exec(value);
        if (quoted?.[2] !== undefined) {
            value = quoted[2].trim();
            repairs.push('quotes');
        }
    }
    if (file && takesFiles(field)) {
        const lines = value.replace(/^["']|["'],?$/g, '').replace(/\\r\\n|\\n|\r\n?/g, '\n');
        if (lines !== value) {
            value = lines.trim();
            repairs.push('line_ends');
        }
    }
    return { value, repairs };
}

/** What can be told of a value at once, without asking anybody; null when nothing is wrong. */
export function fieldProblem(field: CredentialField, raw: string): ProblemCode | null {
    const { value } = tidy(field, raw);
    if (value === '') return field.required ? 'missing' : null;
    if (EMAIL.test(value)) return 'login_email';
    if (MASK.test(value) && (!takesWords(field) || /^(.)\1*$/.test(value))) return 'masked';
    if (/-----BEGIN [A-Z ]*(PUBLIC KEY|CERTIFICATE)-----/.test(value)) return 'public_key';
    if (/-----BEGIN ENCRYPTED|Proc-Type:.*ENCRYPTED/.test(value)) return 'encrypted_key';
    if (value.length > field.max_length) return 'too_long';
    if (takesFiles(field) && /-----BEGIN/.test(value) && !/-----END/.test(value)) return 'cut_key';
    // A hexadecimal value without its 0x, a whole file: the house mends those, so they may pass.
    const mendable =
        value.startsWith('{') ||
        matches(field, `0x${value}`) ||
        matches(field, value.replace(/^0x/i, '')) ||
        (takesFiles(field) && value.length > 100);
    return matches(field, value) || mendable ? null : 'wrong_form';
}

/** What stands in the way of an exchange's fields. */
export function keyProblems(venue: Venue | null, keys: Keys): Problem[] {
    return (venue?.credential_fields ?? []).flatMap((field) => {
        const code = fieldProblem(field, keys[field.name] ?? '');
        return code === null ? [] : [{ id: `key-${field.name}`, field: field.name, code }];
    });
}
