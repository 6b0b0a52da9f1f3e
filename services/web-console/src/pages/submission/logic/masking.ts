/** What stands for one character of a masked value. */
export const DOT = '•';

/** A value as it is shown while it is masked: as long as it is, and nothing of it. */
export function dots(value: string): string {
    return DOT.repeat(value.length);
}

/**
 * The value behind a masked field after an edit. What is before and after the new characters are
 * dots that stand for what was there.
 *
 * @param value what the dots stood for
 * @param edited what the field shows after the edit
 * @param caret where the caret is after the edit
 */
export function maskedEdit(value: string, edited: string, caret: number): string {
    const after = Math.min(edited.length - caret, value.length);
    let before = 0;
    while (before < caret && before < value.length - after && edited[before] === DOT) before++;
    return value.slice(0, before) + edited.slice(before, caret) + value.slice(value.length - after);
}
