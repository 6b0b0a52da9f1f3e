/** The longest name of a connection, in characters as people count them. */
export const LONGEST_LABEL = 64;

// What mails and pages could not show as it was typed: see FieldRules of credential-intake.
const UNSHOWABLE = /[\p{Cc}\p{Cs}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069\uFEFF]/u;

/** What is wrong with a name; null when the house takes it. */
export function labelTrouble(
    text: string,
): { kind: 'empty' } | { kind: 'long'; length: number } | { kind: 'control' } | null {
    const label = text.trim();
    const length = [...label].length;
    if (length === 0) return { kind: 'empty' };
    if (UNSHOWABLE.test(label)) return { kind: 'control' };
    return length > LONGEST_LABEL ? { kind: 'long', length } : null;
}
