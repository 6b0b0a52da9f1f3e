import type { Connection, Venue } from '../../api/types';

/** A thing that a key may be allowed to do. */
export type Right = 'read' | 'trade_spot' | 'trade_derivatives' | 'withdraw' | 'transfer';

/** What the venue says of it; `unknown` is what it does not tell. */
export type Grant = 'granted' | 'denied' | 'unknown';

/** One right of a key and what it is to us. */
export interface RightRow {
    right: Right;
    grant: Grant;
    /** What it should be: `on` to work at all, `off` to be safe, `free` when it does not matter. */
    wanted: 'on' | 'off' | 'free';
    /** `unsure` is never shown as fine. */
    verdict: 'good' | 'bad' | 'unsure' | 'free';
    /** The venue's own sentence on why it cannot tell. */
    note: string | null;
}

const ALL: readonly Right[] = ['read', 'trade_spot', 'trade_derivatives', 'withdraw', 'transfer'];

/** The rights of a connection's key, in one order. Before the first verdict all are unknown. */
export function rightsOf(
    { rights, market, reason }: Pick<Connection, 'rights' | 'market' | 'reason'>,
    venue: Pick<Venue, 'rights_not_reported'> | undefined,
): RightRow[] {
    return ALL.map((right) => {
        const grant = sinceThen(right, market, reason?.code) ?? grantOf(rights?.[right]);
        const wanted = wantedOf(right, market);
        const note = grant === 'unknown' ? venue?.rights_not_reported?.[right] : undefined;
        return { right, grant, wanted, verdict: verdictOf(grant, wanted), note: note ?? null };
    });
}

/** The worst that is to be said of a key's rights. */
export function worstOf(rows: readonly RightRow[]): 'good' | 'bad' | 'unsure' {
    if (rows.some((row) => row.verdict === 'bad')) return 'bad';
    return rows.some((row) => row.verdict === 'unsure') ? 'unsure' : 'good';
}

/**
 * What a ping has found since the key was accepted: rights are told as of then, and the reason why a
 * connection fails is newer.
 */
function sinceThen(right: Right, market: string, code: string | undefined): Grant | null {
    if (right === 'withdraw' && code === 'WITHDRAW_GRANTED') return 'granted';
    if (right === 'transfer' && code === 'TRANSFER_GRANTED') return 'granted';
    if (right === 'read' && code === 'READ_MISSING') return 'denied';
    return right === `trade_${market}` && code === 'TRADE_MISSING' ? 'denied' : null;
}

function grantOf(said: string | undefined): Grant {
    return said === 'granted' || said === 'denied' ? said : 'unknown';
}

function wantedOf(right: Right, market: string): RightRow['wanted'] {
    if (right === 'withdraw' || right === 'transfer') return 'off';
    return right === 'read' || right === `trade_${market}` ? 'on' : 'free';
}

function verdictOf(grant: Grant, wanted: RightRow['wanted']): RightRow['verdict'] {
    if (wanted === 'free') return 'free';
    if (grant === 'unknown') return 'unsure';
    return (grant === 'granted') === (wanted === 'on') ? 'good' : 'bad';
}
