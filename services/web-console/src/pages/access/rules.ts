/** The shortest password, as the house has it. */
export const SHORTEST = 12;

/** Characters as people count them: an emoji is one. */
export function lengthOf(text: string): number {
    return [...text].length;
}

/** Whether this may be an e-mail address; the house knows better. */
export function looksLikeEmail(text: string): boolean {
    return /^[^\s@]+@[^\s@]+\.[^\s@]+$/.test(text);
}
