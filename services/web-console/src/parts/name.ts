/** The longest name of a connection or a channel, in characters as people count them. */
export const LONGEST_NAME = 64;

// What mails and pages could not show as it was typed: see FieldRules of credential-intake.
const UNSHOWABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069\uFEFF]/u;

/** What is wrong with a name; null when the house takes it. */
export function nameTrouble(
    text: string,
): { kind: 'empty' } | { kind: 'long'; length: number } | { kind: 'control' } | null {
    const name = text.trim();
    const length = [...name].length;
    if (length === 0) return { kind: 'empty' };
    if (UNSHOWABLE.test(name)) return { kind: 'control' };
    return length > LONGEST_NAME ? { kind: 'long', length } : null;
}
