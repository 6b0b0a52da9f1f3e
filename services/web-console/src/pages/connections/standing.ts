import type { Connection } from '../../api/types';

/** How a connection stands; `unclear` is a state that this console does not know yet. */
export type Standing = 'connected' | 'validating' | 'reauth_needed' | 'error' | 'unclear';

const KNOWN: readonly string[] = ['connected', 'validating', 'reauth_needed', 'error'];

/** The state of a connection. */
export function standingOf({ status }: Pick<Connection, 'status'>): Standing {
    return KNOWN.includes(status) ? (status as Standing) : 'unclear';
}

/** Whether a connection that worked before does not work now. */
export function isFailing(connection: Pick<Connection, 'status'>): boolean {
    return connection.status === 'reauth_needed' || connection.status === 'error';
}

/** Reasons that are mended on the key or the account at the exchange; the key itself can stay. */
const MENDED_THERE: readonly string[] = [
    'IP_NOT_ALLOWED',
    'PERMISSION_DENIED',
    'READ_MISSING',
    'TRADE_MISSING',
    'WRONG_MARKET',
    'ACCOUNT_LOCKED',
    'REGION_RESTRICTED',
    'INSUFFICIENT_FUNDS',
];

/** What a failing connection waits for: a new key, its owner at the exchange, or nothing of theirs. */
export function needOf({
    status,
    reason,
}: Pick<Connection, 'status' | 'reason'>): 'key' | 'exchange' | 'nothing' {
    if (status !== 'reauth_needed') return 'nothing';
    return MENDED_THERE.includes(reason?.code ?? '') ? 'exchange' : 'key';
}

/** Those that fail; the ones that wait for their owner come first. */
export function failingOf(connections: readonly Connection[]): Connection[] {
    return connections
        .filter(isFailing)
        .sort(
            (a, b) => Number(b.status === 'reauth_needed') - Number(a.status === 'reauth_needed'),
        );
}
