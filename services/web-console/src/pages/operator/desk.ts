import type { SupportMessage } from '../../api/types';
import { left } from '../../parts/messages';
import type { Draft } from './api';

/** What may stand in a filter; anything else in an address is as if nothing stood there. */
export function oneOf(value: string | null, allowed: readonly string[]): string | undefined {
    return value !== null && allowed.includes(value) ? value : undefined;
}

/** The address's query with one filter changed; an empty one goes away. */
export function withFilter(query: URLSearchParams, name: string, value: string | null) {
    const next = new URLSearchParams(query);
    if (value) next.set(name, value);
    else next.delete(name);
    return next;
}

export const LONGEST_SUBJECT = 120;
export const LONGEST_TEXT = 4000;

/** What is wrong with a message, field by field; the names of the words for it. */
export function draftObjections(draft: Draft) {
    const subject = draft.subject.trim();
    const text = draft.text.trim();
    return {
        subject:
            subject === '' || left(subject, LONGEST_SUBJECT) < 0
                ? ('subjectMissing' as const)
                : null,
        text: text === '' || left(text, LONGEST_TEXT) < 0 ? ('textMissing' as const) : null,
    };
}

// As long as the house keeps a message for a mailer that is away.
const KEPT = 7 * 24 * 60 * 60_000;

/** Whether a message whose mail nobody has reported yet may still be on its way. */
export const maybeUnderway = (message: SupportMessage, now: number) =>
    now - Date.parse(message.written_at) < KEPT;
