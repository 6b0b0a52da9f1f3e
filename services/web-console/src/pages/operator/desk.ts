import type { OperatorMail, SupportMessage } from '../../api/types';
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

const A_WHILE = 15 * 60_000;

/** Whether a message is so new that its mail may not be in the queue yet. */
export const maybeUnderway = (message: SupportMessage, now: number) =>
    now - Date.parse(message.written_at) < A_WHILE;

/**
 * How the mail of each message fared, by message id. The house does not name the mail of a message;
 * they are told apart by order: a message's mail is the first one queued after it was written.
 */
export function deliveries(
    messages: SupportMessage[],
    mails: OperatorMail[],
): Record<string, OperatorMail> {
    const waiting = mails
        .filter((mail) => mail.template === 'support_message')
        .sort((a, b) => Date.parse(a.queued_at) - Date.parse(b.queued_at));
    const found: Record<string, OperatorMail> = {};
    const oldestFirst = [...messages].sort(
        (a, b) => Date.parse(a.written_at) - Date.parse(b.written_at),
    );
    for (const [index, message] of oldestFirst.entries()) {
        const from = Date.parse(message.written_at);
        const following = oldestFirst[index + 1];
        const until = following ? Date.parse(following.written_at) : Infinity;
        const at = waiting.findIndex((mail) => {
            const queued = Date.parse(mail.queued_at);
            return queued >= from && queued < until;
        });
        const mail = at < 0 ? undefined : waiting.splice(at, 1)[0];
        if (mail) found[message.message_id] = mail;
    }
    return found;
}
