import type { Page } from '@playwright/test';
import { mkdirSync } from 'node:fs';
import { join as path } from 'node:path';
import { bybitKeys, consent, goToKeys, next, onStep, paste } from './house/form';
import { pictures } from './house/settings';
import { openAccount } from './house/simulator';
import { open, settled, test } from './house/test';
import { desk, empty, furnish, open as openToAll } from './house/tour';
import type { Stop } from './house/tour';
import { join, operate } from './house/trader';

/*
 * Pictures of every page, in both themes, narrow and wide, to be looked at: npm run screenshots.
 */

const WIDTHS = [360, 1280];

test.describe.configure({ timeout: 600_000 });

async function take(page: Page, name: string) {
    mkdirSync(pictures, { recursive: true });
    for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: width < 600 ? 740 : 900 });
        for (const colorScheme of ['light', 'dark'] as const) {
            await page.emulateMedia({ colorScheme });
            const file = path(pictures, `${name}-${width}-${colorScheme}.png`);
            await page.screenshot({ path: file, fullPage: true, caret: 'initial' });
        }
    }
}

async function takeAll(page: Page, stops: Stop[]) {
    for (const { name, address } of stops) {
        await open(page, address);
        await take(page, name);
    }
}

test('pages that are open to all', async ({ page }) => {
    await takeAll(page, openToAll);
    await page.goto('/docs');
    await page.locator('.opblock').first().waitFor();
    await take(page, 'docs');
});

test('pages of somebody new', async ({ page, trader }) => {
    await trader.api(200, 'GET', '/v1/me');
    await takeAll(page, empty);
});

test('pages of somebody with connections', async ({ context, page }) => {
    const { stops } = await furnish(context.request);
    await takeAll(page, stops);
    await open(page, '/connections');
    await page.getByRole('button', { name: 'Disconnect Main account' }).click();
    await take(page, 'disconnect');
});

test('the support desk', async ({ browser, context, page }) => {
    const others = await browser.newContext();
    const { trader } = await furnish(others.request);
    const me = await trader.api<{ account_id: string }>(200, 'GET', '/v1/me');
    await trader.api(202, 'POST', '/v1/support-requests', { message: 'How do I begin?' });
    await join(others.request, `waits-${me.account_id.slice(-8)}@outlook.com`, 'Wendy Waits');
    await others.close();
    await operate(context.request);
    await takeAll(page, desk(me.account_id));
});

test('steps of the form', async ({ page, trader }) => {
    await trader.api(200, 'GET', '/v1/me');
    const account = await openAccount('bybit', { balances: { BTC: '2' } });
    await open(page, '/submit');
    await next(page);
    await onStep(page, 'Type');
    await take(page, 'step-type');
    await goToKeys(page);
    await take(page, 'step-keys');
    await next(page);
    await take(page, 'step-keys-missing');
    for (const [label, value] of Object.entries(bybitKeys(account.credentials))) {
        await paste(page, label, value);
    }
    await settled(page);
    await take(page, 'step-keys-filled');
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await onStep(page, 'Exchange and strategy');
    await take(page, 'step-strategy');
    await next(page);
    await next(page);
    await onStep(page, 'Anti-phishing code');
    await take(page, 'step-code');
    await page.getByLabel('Your word or code').fill('heron-42');
    await next(page);
    await onStep(page, 'Funding');
    await take(page, 'step-funding');
    await consent(page);
    await take(page, 'step-summary');
});
