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

/** Those that fail; the ones that wait for their owner come first. */
export function failingOf(connections: readonly Connection[]): Connection[] {
    return connections
        .filter(isFailing)
        .sort(
            (a, b) => Number(b.status === 'reauth_needed') - Number(a.status === 'reauth_needed'),
        );
}
