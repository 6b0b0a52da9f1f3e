import { console as house } from './house/settings';
import { expect, open, settled, test, title } from './house/test';

test('what is renamed in one tab shows in the other', async ({ context, page, trader }) => {
    await trader.connect({ label: 'Before' });
    const other = await context.newPage();
    await open(page, '/connections');
    await open(other, '/');
    await expect(other.getByRole('link', { name: 'Before' }).first()).toBeVisible();

    await page.getByRole('button', { name: 'Rename Before' }).click();
    await page.getByRole('textbox', { name: 'Name of the connection' }).fill('After');
    await page.keyboard.press('Enter');
    await expect(other.getByRole('link', { name: 'After' }).first()).toBeVisible();
});

test('signing out of one tab ends the other, and signing in again too', async ({
    context,
    page,
    trader,
}) => {
    const other = await context.newPage();
    await open(page, '/settings');
    await open(other, '/assets');
    await page.getByRole('button', { name: `Account of ${trader.name}` }).click();
    await page.getByRole('menuitem', { name: 'Sign out' }).click();
    await expect(title(page, 'Sign in')).toBeVisible();
    await expect(title(other, 'Sign in')).toBeVisible();
    expect((await context.cookies()).filter((one) => one.name.includes('refresh'))).toEqual([]);
});

test('two tabs that renew their session at once both stay signed in', async ({
    context,
    page,
    trader,
}) => {
    expect(trader.name).toBe('Test Trader');
    const tabs = [page, await context.newPage(), await context.newPage()];
    for (const round of [1, 2, 3]) {
        await Promise.all(tabs.map((tab) => tab.goto(round === 2 ? '/settings' : '/assets')));
        for (const tab of tabs) {
            await settled(tab);
            await expect(title(tab, round === 2 ? 'Settings' : 'Assets')).toBeVisible();
        }
    }
});

test('a lost answer to a renewed session signs nobody out', async ({ page, trader }) => {
    expect(trader.name).toBe('Test Trader');
    let lost = 0;
    await page.route(`${house}/v1/auth/refresh`, async (route) => {
        if (lost++ > 0) return route.continue();
        // The house answers, and the answer never arrives.
        await route.fetch();
        await route.abort('connectionreset');
    });
    await page.goto('/assets');
    await expect(title(page, 'Assets')).toBeVisible({ timeout: 20_000 });
    expect(lost).toBeGreaterThan(1);
});
