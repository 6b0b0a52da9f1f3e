/** A mailed code that we wait for, as far as this side can know. Times are milliseconds. */
export interface Challenge {
    id: string;
    email: string;
    sentAt: number;
    tries: number;
    resends: number;
    /** When another code may be asked for. */
    resendAt: number;
}

const BETWEEN_CODES = 30_000;
const CODE_LIFETIME = 10 * 60_000;
const TRIES = 5;
const RESENDS = 3;

/** What to say about a code that was refused. */
export type Refusal = { kind: 'wrong'; left: number } | { kind: 'old' } | { kind: 'over' };

/** A challenge whose first code was mailed now. */
export function opened(id: string, email: string, now: number): Challenge {
    return { id, email, sentAt: now, tries: 0, resends: 0, resendAt: now + BETWEEN_CODES };
}

/** After another code was mailed. */
export function resent(challenge: Challenge, now: number): Challenge {
    return {
        ...challenge,
        sentAt: now,
        resends: challenge.resends + 1,
        resendAt: now + BETWEEN_CODES,
    };
}

/** After the house said that another code must wait, or that there is none any more. */
export function mustWait(challenge: Challenge, seconds: number, now: number): Challenge {
    return { ...challenge, resendAt: now + seconds * 1000 };
}

/** After a code was refused; why is for us to tell, the house says the same to all. */
export function refused(challenge: Challenge, now: number): [Challenge, Refusal] {
    if (now - challenge.sentAt >= CODE_LIFETIME) return [challenge, { kind: 'old' }];
    const after = { ...challenge, tries: challenge.tries + 1 };
    const left = TRIES - after.tries;
    return [after, left > 0 ? { kind: 'wrong', left } : { kind: 'over' }];
}

/** Whether another code can be asked for at all. */
export function mayResend(challenge: Challenge): boolean {
    return challenge.resends < RESENDS && challenge.tries < TRIES;
}

/** The digits of what was typed or pasted, at most six: "Your code: 123 456" gives 123456. */
export function digitsOf(text: string): string {
    return text.replace(/\D/g, '').slice(0, 6);
}
