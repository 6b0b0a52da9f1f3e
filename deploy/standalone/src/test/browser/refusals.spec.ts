import { expect, open, test } from './house/test';
import { openAccount } from './house/simulator';
import type { Wanted } from './house/trader';

const BTC = { BTC: '2' };

interface Refusal {
    why: string;
    /** Any of these codes. */
    code: RegExp;
    wanted: () => Promise<Wanted>;
}

const REFUSALS: Refusal[] = [
    {
        why: 'the secret of another key',
        code: /INVALID_SIGNATURE/,
        wanted: async () => {
            const [own, other] = [await openAccount('bybit'), await openAccount('bybit')];
            return {
                credentials: { ...own.credentials, api_secret: other.credentials.api_secret ?? '' },
            };
        },
    },
    {
        why: 'a key that the exchange does not know',
        code: /INVALID_KEY/,
        wanted: async () => ({
            credentials: {
                api_key: 'Qz7Rk2Ma9Xw4Ty6Bn1',
                api_secret: 'b'.repeat(12) + 'Kd8Lm3Vx7Qp2Rs5Tz9Wc' + 'aaaa',
            },
        }),
    },
    {
        why: 'a wrong passphrase',
        code: /INVALID_PASSPHRASE/,
        wanted: async () => ({
            venue: 'okx',
            credentials: {
                ...(await openAccount('okx', { balances: BTC })).credentials,
                passphrase: 'Another-1phrase',
            },
        }),
    },
    {
        why: 'a key that may withdraw',
        code: /WITHDRAW_GRANTED/,
        wanted: async () => ({
            terms: { permissions: ['read', 'trade', 'withdraw'], balances: BTC },
        }),
    },
    {
        why: 'a key that may transfer',
        code: /TRANSFER_GRANTED/,
        wanted: async () => ({
            terms: { permissions: ['read', 'trade', 'transfer'], balances: BTC },
        }),
    },
    {
        why: 'a key that may not trade',
        code: /TRADE_MISSING/,
        wanted: async () => ({ terms: { permissions: ['read'], balances: BTC } }),
    },
    {
        why: 'an expired key',
        code: /KEY_EXPIRED/,
        wanted: async () => ({ terms: { expires_at: '2026-01-01T00:00:00Z', balances: BTC } }),
    },
    {
        why: 'an IP list without our addresses',
        code: /IP_NOT_ALLOWED/,
        wanted: async () => ({ terms: { ip_whitelist: ['203.0.113.7'], balances: BTC } }),
    },
    {
        why: 'a key for the other market',
        code: /WRONG_MARKET|TRADE_MISSING/,
        wanted: async () => ({ terms: { markets: ['spot'], balances: BTC } }),
    },
    {
        why: 'too little in the account',
        code: /INSUFFICIENT_FUNDS/,
        wanted: async () => ({ terms: { balances: { BTC: '0.001' } } }),
    },
    {
        why: 'a key of the demo exchange',
        code: /ENVIRONMENT_MISMATCH|INVALID_KEY/,
        wanted: async () => ({ venue: 'okx', terms: { demo: true, balances: BTC } }),
    },
];

for (const { why, code, wanted } of REFUSALS) {
    test(`refused with its reason and fix: ${why}`, async ({ page, trader }) => {
        const submitted = await trader.submit({ label: 'Refused', ...(await wanted()) });
        await open(page, `/submissions/${submitted.submission_id}`);
        await expectRefused(page, code);
        const { reason } = await trader.api<{ reason: { message: string; fix: string } }>(
            200,
            'GET',
            `/v1/submissions/${submitted.submission_id}`,
        );
        await expect(page.getByText(reason.message, { exact: true })).toBeVisible();
        await expect(page.getByText(reason.fix, { exact: true })).toBeVisible();
        await expect(page.getByRole('link', { name: 'Try again' })).toBeVisible();

        await page.getByRole('link', { name: 'More about this' }).click();
        await expect(page).toHaveURL(/\/help\/faults\/[A-Z_]+$/);
        await expect(page.getByRole('heading', { level: 1 })).not.toBeEmpty();
    });
}

test('refused with its reason: an account that is connected already', async ({ page, trader }) => {
    const connected = await trader.connect();
    const again = await trader.submit({ credentials: connected.account.credentials });
    await open(page, `/submissions/${again.submission_id}`);
    await expectRefused(page, /ACCOUNT_ALREADY_CONNECTED/);
});

test('a refresh with a key of another account is refused, and the old key stays', async ({
    page,
    trader,
}) => {
    const connected = await trader.connect();
    const other = await openAccount('bybit', { balances: BTC });
    const refresh = await trader.api<{ submission_id: string }>(202, 'POST', '/v1/submissions', {
        email: trader.email,
        type: 'refresh',
        connection_id: connected.id,
        market: 'derivatives',
        venue: 'bybit',
        strategy_id: 'btc_accumulation',
        label: connected.label,
        credentials: other.credentials,
        anti_phishing_code: 'heron-42',
        funded_confirmed: true,
        terms_accepted: true,
    });
    await open(page, `/submissions/${refresh.submission_id}`);
    await expectRefused(page, /DIFFERENT_ACCOUNT/);
    await expect(page.getByText('The old key stays in use; nothing changed.')).toBeVisible();
    await trader.check(connected.id, ['connected']);
});

async function expectRefused(page: import('@playwright/test').Page, code: RegExp) {
    await expect(page.getByRole('heading', { name: 'Your key was not accepted' })).toBeVisible({
        timeout: 40_000,
    });
    await expect(page.locator('main code').filter({ hasText: code })).toBeVisible();
}
