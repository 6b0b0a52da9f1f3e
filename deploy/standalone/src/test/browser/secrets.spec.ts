import type { Page, Request } from '@playwright/test';
import { expect, test, title } from './house/test';
import { bybitKeys, field, goToKeys, goToSummary, next, onStep, submit } from './house/form';
import { openAccount } from './house/simulator';

test('a secret typed into the form is nowhere but in the two requests that need it', async ({
    context,
    page,
    trader,
    watch,
}) => {
    expect(trader.name).toBe('Test Trader');
    const account = await openAccount('bybit', { balances: { BTC: '2' } });
    const secret = account.credentials.api_secret ?? '';
    expect(secret.length).toBeGreaterThan(15);
    const bearing: Request[] = [];
    const addresses: string[] = [];
    context.on('request', (request) => {
        addresses.push(request.url());
        const sent = `${request.postData() ?? ''} ${JSON.stringify(request.headers())}`;
        if (sent.includes(secret)) bearing.push(request);
    });

    await goToKeys(page);
    await goToSummary(page, { keys: bybitKeys(account.credentials) });
    expect(await page.content()).not.toContain(secret);
    expect(await stored(page)).not.toContain(secret);
    await page.getByRole('button', { name: 'Change: API Secret' }).click();
    await expect(field(page, 'API Secret')).not.toHaveValue('');
    expect(await stored(page)).not.toContain(secret);
    expect(await visible(page)).not.toContain(secret);
    for (const step of ['Anti-phishing code', 'Funding', 'Terms', 'Summary']) {
        await next(page);
        await onStep(page, step);
    }
    await submit(page);
    await expect(page.getByRole('heading', { name: 'Your strategy is running' })).toBeVisible({
        timeout: 40_000,
    });

    // Not even somebody who goes back finds it.
    await page.goBack();
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect(await visible(page)).not.toContain(secret);
    expect(await stored(page)).not.toContain(secret);
    await page.goForward();
    await expect(title(page, 'Your submission')).toBeVisible();

    const cookies = JSON.stringify(await context.cookies());
    expect(cookies).not.toContain(secret);
    expect(addresses.filter((url) => decodeURIComponent(url).includes(secret))).toEqual([]);
    expect(watch.lines.filter((line) => line.includes(secret))).toEqual([]);
    expect(page.url()).not.toContain(secret);
    expect(await page.evaluate(() => JSON.stringify(history.state))).not.toContain(secret);
    const places = bearing.map((one) => `${one.method()} ${new URL(one.url()).pathname}`);
    expect(places.filter((one) => one === 'POST /v1/submissions')).toHaveLength(1);
    expect(
        places.filter(
            (one) => one !== 'POST /v1/submissions' && one !== 'POST /v1/venues/bybit/check-paste',
        ),
    ).toEqual([]);
});

test('only the colours are kept on a device, and only the house sets a cookie', async ({
    context,
    page,
    trader,
}) => {
    expect(trader.name).toBe('Test Trader');
    await page.goto('/settings');
    await expect(title(page, 'Settings')).toBeVisible();
    await page.getByRole('button', { name: /^Colours/ }).click();
    const kept = JSON.parse(await stored(page)) as Record<string, unknown>;
    expect(kept).toEqual({
        local: { 'sequence-colours': expect.stringMatching(/^(light|dark|auto)$/) as unknown },
        session: {},
        databases: [],
        caches: [],
    });
    const cookies = await context.cookies();
    expect(cookies.map((one) => one.name)).toEqual(['sequence_refresh']);
    expect(cookies[0]).toMatchObject({ httpOnly: true, sameSite: 'Strict', path: '/v1/auth' });
});

/** All that the page keeps on this device. */
function stored(page: Page): Promise<string> {
    return page.evaluate(async () => {
        const inCaches = [];
        for (const name of await caches.keys()) {
            const cache = await caches.open(name);
            for (const request of await cache.keys()) {
                inCaches.push(request.url, await (await cache.match(request))?.text());
            }
        }
        const inDatabases: unknown[] = [];
        for (const { name } of await indexedDB.databases()) {
            const database = await new Promise<IDBDatabase>((good, bad) => {
                const opening = indexedDB.open(name ?? '');
                opening.onsuccess = () => good(opening.result);
                opening.onerror = () => bad(new Error(name));
            });
            for (const store of database.objectStoreNames) {
                inDatabases.push(
                    await new Promise((good) => {
                        const all = database.transaction(store).objectStore(store).getAll();
                        all.onsuccess = () => good(all.result);
                    }),
                );
            }
            inDatabases.push(name);
            database.close();
        }
        return JSON.stringify({
            local: { ...localStorage },
            session: { ...sessionStorage },
            databases: inDatabases,
            caches: inCaches,
        });
    });
}

/** The page's markup, and what its fields hold. */
async function visible(page: Page): Promise<string> {
    const values = await page.evaluate(() =>
        [...document.querySelectorAll('input, textarea')].map(
            (one) => (one as HTMLInputElement).value,
        ),
    );
    return `${await page.content()} ${values.join(' ')}`;
}
