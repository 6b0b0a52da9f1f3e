import type { Connection } from '../../api/types';

export const MINUTE = 60_000;
export const HOUR = 60 * MINUTE;
export const DAY = 24 * HOUR;

/** From here on a key's end is brought to attention. */
export const SOON = 10 * DAY;

/** How near a key's end is. */
export type ExpiryKind = 'never' | 'unread' | 'later' | 'soon' | 'urgent' | 'expired';

/** When a key dies, seen from now. */
export interface Expiry {
    kind: ExpiryKind;
    /** Milliseconds until then, negative afterwards; null when there is no end. */
    left: number | null;
    at: Date | null;
}

/** When the connection's key dies. */
export function expiryOf(
    { expires_at, status }: Pick<Connection, 'expires_at' | 'status'>,
    now: number,
): Expiry {
    if (expires_at === null) {
        return { kind: status === 'validating' ? 'unread' : 'never', left: null, at: null };
    }
    const at = new Date(expires_at);
    const left = at.getTime() - now;
    return { kind: kindOf(left), left, at };
}

function kindOf(left: number): ExpiryKind {
    if (left <= 0) return 'expired';
    if (left < 2 * DAY) return 'urgent';
    return left < SOON ? 'soon' : 'later';
}

/** A length of time in its one fitting unit, never more than is true: 47 h are 47 hours. */
export function inOneUnit(millis: number): { count: number; unit: 'day' | 'hour' | 'minute' } {
    const length = Math.abs(millis);
    if (length >= 2 * DAY) return { count: Math.floor(length / DAY), unit: 'day' };
    if (length >= 2 * HOUR) return { count: Math.floor(length / HOUR), unit: 'hour' };
    return { count: Math.max(1, Math.floor(length / MINUTE)), unit: 'minute' };
}
