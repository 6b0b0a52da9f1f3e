import type { Page } from '@playwright/test';
import { bybitKeys, consent, goToKeys, next, onStep, paste } from './house/form';
import { expectAccessible, expectNoSideways } from './house/looks';
import { openAccount } from './house/simulator';
import { expect, open, settled, test } from './house/test';
import { desk, empty, furnish, open as openToAll } from './house/tour';
import type { Stop } from './house/tour';
import { join, operate } from './house/trader';

/*
 * Every page: axe objects to nothing in either theme, nothing is wider than a narrow screen, and
 * (as on all pages that tests see) no request goes elsewhere and the policy refuses nothing.
 */

const WIDE = { width: 1280, height: 900 };
// What lies below an open dialog cannot be reached, so the dialog's own header is no second banner.
const DIALOG = { part: '[role=dialog]', without: ['landmark-no-duplicate-banner'] };

// Mantine keeps an empty element in its menus that holds the focus until an item has it.
const MENU = { part: '[role=menu]', without: ['aria-required-children'] };

const NARROW = { width: 360, height: 740 };

async function examine(page: Page, name: string) {
    await page.setViewportSize(WIDE);
    await expectAccessible(page, name);
    await page.setViewportSize(NARROW);
    await expectNoSideways(page, name);
    // Colours do not depend on the width.
    await expectAccessible(page, `${name}, narrow`, { themes: ['light'] });
    await page.setViewportSize(WIDE);
}

async function examineAll(page: Page, stops: Stop[]) {
    for (const { name, address } of stops) {
        await test.step(name, async () => {
            await open(page, address);
            await examine(page, name);
        });
    }
}

test.describe.configure({ timeout: 180_000 });

test('every page that is open to all is in order', async ({ page }) => {
    await examineAll(page, openToAll);
});

test('every page of somebody new is in order', async ({ page, trader }) => {
    expect(trader.name).toBe('Test Trader');
    await examineAll(page, empty);
});

test('every page of somebody with connections is in order', async ({ context, page }) => {
    const { stops } = await furnish(context.request);
    await examineAll(page, stops);
});

test('every page of the support desk is in order', async ({ browser, context, page }) => {
    const others = await browser.newContext();
    const trader = await join(others.request);
    await trader.submit({ terms: { permissions: ['read'] } });
    const me = await trader.api<{ account_id: string }>(200, 'GET', '/v1/me');
    await trader.api(202, 'POST', '/v1/support-requests', { message: 'How do I begin?' });
    await others.close();
    await operate(context.request);
    await examineAll(page, desk(me.account_id));
});

test('every step of the form is in order', async ({ page, trader }) => {
    expect(trader.name).toBe('Test Trader');
    const account = await openAccount('bybit', { balances: { BTC: '2' } });
    await open(page, '/submit');
    await next(page);
    await onStep(page, 'Type');
    await examine(page, 'step type');
    await next(page);
    await examine(page, 'step type, with its problem');
    await goToKeys(page);
    await examine(page, 'step keys');
    await next(page);
    await examine(page, 'step keys, with its problems');
    for (const [label, value] of Object.entries(bybitKeys(account.credentials))) {
        await paste(page, label, value);
    }
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await onStep(page, 'Exchange and strategy');
    await examine(page, 'step strategy');
    await next(page);
    await onStep(page, 'API keys');
    await next(page);
    await onStep(page, 'Anti-phishing code');
    await examine(page, 'step code');
    await page.getByLabel('Your word or code').fill('heron-42');
    await next(page);
    await onStep(page, 'Funding');
    await examine(page, 'step funding');
    await consent(page);
    await examine(page, 'step summary');
});

test('menus and dialogs are in order', async ({ page, trader }) => {
    await trader.connect({ label: 'Main account' });
    await open(page, '/connections');
    await page.getByRole('button', { name: 'Disconnect Main account' }).click();
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page, 'disconnect', DIALOG);
    await page.setViewportSize(NARROW);
    await expectAccessible(page, 'disconnect, narrow', DIALOG);
    await page.setViewportSize(WIDE);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(page.getByRole('button', { name: 'Disconnect Main account' })).toBeFocused();
    await page.getByRole('button', { name: 'Account of Test Trader' }).click();
    await expect(page.getByRole('menu')).toBeVisible();
    await expectAccessible(page, 'account menu', MENU);
    await page.keyboard.press('Escape');
    await page.setViewportSize(NARROW);
    await page.getByRole('button', { name: 'Open the menu' }).click();
    await expect(page.getByRole('link', { name: 'Assets' })).toBeVisible();
    await expectAccessible(page, 'menu of a narrow screen');
    await page.getByRole('link', { name: 'Assets' }).click();
    await settled(page);
    await expect(page.getByRole('link', { name: 'Assets' })).toBeHidden();
});
