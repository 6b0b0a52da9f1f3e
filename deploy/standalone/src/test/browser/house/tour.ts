import type { APIRequestContext } from '@playwright/test';
import { expect } from '@playwright/test';
import { change } from './simulator';
import { Receiver } from './standins';
import { join } from './trader';
import type { Trader } from './trader';

/** A page of the console, and what it is called in pictures. */
export interface Stop {
    name: string;
    address: string;
}

/** What everybody may see. */
export const open: Stop[] = [
    { name: 'sign-in', address: '/sign-in' },
    { name: 'register', address: '/register' },
    { name: 'help', address: '/help' },
    { name: 'help-topic', address: '/help/mail' },
    { name: 'help-webhooks', address: '/help/webhooks' },
    { name: 'help-venue', address: '/help/venues/kucoin' },
    { name: 'help-faults', address: '/help/faults' },
    { name: 'help-fault', address: '/help/faults/IP_NOT_ALLOWED' },
    { name: 'unsubscribe', address: '/unsubscribe/somebody' },
    { name: 'not-found', address: '/no/such/page' },
];

/** What somebody with connections sees. */
export interface Furnished {
    trader: Trader;
    stops: Stop[];
}

/** Somebody with one connection that works, one that fails, a key that ends, and a refusal. */
export async function furnish(jar: APIRequestContext): Promise<Furnished> {
    const trader = await join(jar, undefined, 'Ada Lovelace');
    const soon = new Date(Date.now() + 6 * 24 * 3_600_000).toISOString();
    const works = await trader.connect({
        label: 'Main account',
        terms: { balances: { BTC: '2.41870065', USDT: '1200.5', ETH: '0.4' } },
    });
    const fails = await trader.connect({ label: 'Savings, with a rather long name to it' });
    await trader.connect({
        venue: 'okx',
        market: 'spot',
        strategy: 'usdt_dca',
        label: 'OKX sub-account',
        terms: { balances: { USDT: '4310.77' }, expires_at: soon, sub_account: true },
    });
    const refused = await trader.submit({
        label: 'May withdraw',
        terms: { permissions: ['read', 'trade', 'withdraw'] },
    });
    await expect
        .poll(
            async () =>
                (
                    await trader.api<{ status: string }>(
                        200,
                        'GET',
                        `/v1/submissions/${refused.submission_id}`,
                    )
                ).status,
            { timeout: 30_000, intervals: [200] },
        )
        .toBe('rejected');
    await change('bybit', fails.account, { ip_whitelist: ['203.0.113.7'] });
    await trader.check(fails.id, ['error', 'reauth_needed']);
    await trader.check(works.id, ['connected']);
    await trader.api(201, 'POST', '/v1/alerts/channels', {
        kind: 'webhook',
        url: new Receiver().url,
        name: 'On-call, the one with the long name',
    });
    return {
        trader,
        stops: [
            { name: 'dashboard', address: '/' },
            { name: 'connections', address: '/connections' },
            { name: 'connection', address: `/connections/${works.id}` },
            { name: 'connection-failing', address: `/connections/${fails.id}` },
            { name: 'assets', address: '/assets' },
            { name: 'submissions', address: '/submissions' },
            { name: 'submission-launched', address: `/submissions/${works.submission}` },
            { name: 'submission-rejected', address: `/submissions/${refused.submission_id}` },
            { name: 'submit', address: '/submit' },
            { name: 'submit-refresh', address: `/submit?type=refresh&connection=${fails.id}` },
            { name: 'settings', address: '/settings' },
            { name: 'alerts', address: '/settings/alerts' },
            { name: 'support', address: '/support' },
        ],
    };
}

/** What somebody new sees where others have connections. */
export const empty: Stop[] = [
    { name: 'dashboard-empty', address: '/' },
    { name: 'connections-empty', address: '/connections' },
    { name: 'assets-empty', address: '/assets' },
    { name: 'submissions-empty', address: '/submissions' },
    { name: 'alerts-empty', address: '/settings/alerts' },
    { name: 'refresh-empty', address: '/submit?type=refresh' },
    { name: 'connection-none', address: '/connections/00000000-0000-7000-8000-000000000000' },
    { name: 'operator-not-yours', address: '/operator' },
];

/** The support desk. */
export const desk = (account: string): Stop[] => [
    { name: 'operator', address: '/operator' },
    { name: 'operator-requests', address: '/operator/requests' },
    { name: 'operator-accounts', address: '/operator/accounts' },
    { name: 'operator-account', address: `/operator/accounts/${account}` },
    { name: 'operator-submissions', address: '/operator/submissions' },
    { name: 'operator-mails', address: '/operator/mails' },
];
