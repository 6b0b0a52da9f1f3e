import type { Connection, Submission } from '../../api/types';

/** Connections and submissions for tests; each as healthy as can be unless told otherwise. */
export function sampleConnection(changes: Partial<Connection> = {}): Connection {
    return {
        connection_id: '11111111-0000-7000-8000-000000000001',
        label: 'Main BTC',
        venue: 'bybit',
        market: 'derivatives',
        mode: 'live',
        strategy_id: 'btc_accumulation',
        status: 'connected',
        reason: null,
        rights: {
            read: 'granted',
            trade_spot: 'denied',
            trade_derivatives: 'granted',
            withdraw: 'denied',
            transfer: 'denied',
        },
        ip_allow_list: ['203.0.113.7'],
        warnings: [],
        sub_account: true,
        expires_at: null,
        expiry_reported: true,
        key_changes: null,
        balances: [
            { wallet: 'Unified', trades: true, asset: 'BTC', total: '1.5', available: '1.25' },
        ],
        last_sync_at: '2026-03-10T11:59:37Z',
        noticed_within_seconds: null,
        paused: false,
        balances_at: null,
        active: false,
        key_hint: 'x7Qd',
        credential_version: 1,
        bot: {
            bot_id: '0x3E9 / Ada Lovelace / 1',
            bot_number: 1,
            strategy_id: 'btc_accumulation',
            state: 'running',
            reason: null,
            changed_at: '2026-03-01T09:00:00Z',
        },
        created_at: '2026-03-01T08:59:00Z',
        ...changes,
    };
}

export function sampleSubmission(changes: Partial<Submission> = {}): Submission {
    return {
        submission_id: '22222222-0000-7000-8000-000000000001',
        connection_id: '11111111-0000-7000-8000-000000000001',
        type: 'add',
        status: 'accepted',
        reason: null,
        warnings: [],
        venue: 'bybit',
        market: 'derivatives',
        strategy_id: 'btc_accumulation',
        label: 'Main BTC',
        created_at: '2026-03-01T08:59:00Z',
        decided_at: '2026-03-01T08:59:03Z',
        ...changes,
    };
}

/** A reason as the house gives it. */
export function sampleReason(code = 'INVALID_KEY') {
    return {
        code,
        message: 'The venue does not know this API key.',
        venue_code: '10003',
        venue_words: 'API key is invalid.',
        fix: 'Make a new key there and submit it.',
    };
}
