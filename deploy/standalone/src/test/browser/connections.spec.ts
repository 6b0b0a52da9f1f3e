import type { Page } from '@playwright/test';
import { mails } from './house/inbox';
import { expect, open, settled, test, title } from './house/test';
import { change } from './house/simulator';

const PAGES = ['Dashboard', 'API Connect', 'Assets', 'Submissions', 'Help'];

const banner = (page: Page) => page.getByRole('status').filter({ hasText: 'is not working.' });

test('a failing connection is told on every page, and the banner goes when it is repaired', async ({
    page,
    trader,
}) => {
    const { id, account } = await trader.connect({ label: 'Falls ill' });
    await open(page, '/');
    await expect(page.getByText('All is well. Your connection works.')).toBeVisible();
    await expect(banner(page)).toHaveCount(0);

    await change('bybit', account, { ip_whitelist: ['203.0.113.7'] });
    await trader.check(id, ['error', 'reauth_needed']);
    await expect(banner(page)).toContainText('Falls ill (Bybit) is not working.');
    await expect(page.getByRole('heading', { name: 'Needs your attention' })).toBeVisible();
    for (const name of PAGES) {
        await page
            .getByRole('navigation', { name: 'Main' })
            .getByRole('link', { name, exact: true })
            .click();
        await expect(title(page, name)).toBeVisible();
        await expect(banner(page)).toBeVisible();
    }
    await page.getByRole('link', { name: 'See what to do' }).click();
    await expect(title(page, 'Falls ill')).toBeVisible();
    await expect(page.getByText('IP_NOT_ALLOWED')).toBeVisible();
    await expect(page.getByText('What to do', { exact: false }).last()).toBeVisible();

    await change('bybit', account, { ip_whitelist: [] });
    await trader.check(id, ['connected']);
    await expect(banner(page)).toHaveCount(0);
    await expect(page.getByText('All connections work again.')).toBeAttached();
    await expect(page.getByText('IP_NOT_ALLOWED')).toHaveCount(0);
});

test('a revoked key asks for a new one, and the dashboard leads to the form', async ({
    page,
    trader,
}) => {
    const { id, account } = await trader.connect({ label: 'Revoked one' });
    await change('bybit', account, { revoked: true });
    await trader.check(id, ['reauth_needed']);
    await open(page, '/');
    await expect(banner(page)).toContainText('It needs a new key from you.');
    await page.getByRole('link', { name: 'Refresh API key of Revoked one' }).first().click();
    await expect(title(page, 'Refresh API')).toBeVisible();
    await expect(page).toHaveURL(`/submit?type=refresh&connection=${id}`);
});

test('a connection is checked, renamed, made active and disconnected', async ({ page, trader }) => {
    const first = await trader.connect({ label: 'First' });
    await trader.connect({ label: 'Second' });
    await open(page, '/connections');
    const card = (label: string) => page.getByRole('article', { name: label, exact: true });
    await expect(card('First').getByText('Active execution account')).toBeVisible();

    await page.getByRole('button', { name: 'Check now: First' }).click();
    await expect(card('First').getByText(/The key works/)).toBeVisible({ timeout: 30_000 });

    await page.getByRole('button', { name: 'Rename Second' }).click();
    const name = page.getByRole('textbox', { name: 'Name of the connection' });
    await expect(name).toBeFocused();
    await name.fill('');
    await name.press('Enter');
    await expect(page.getByText('Give it a name of at least one character.')).toBeVisible();
    await name.press('Escape');
    await expect(card('Second')).toBeVisible();
    await page.getByRole('button', { name: 'Rename Second' }).click();
    await name.fill('Zweites <b>Konto</b>');
    await name.press('Enter');
    await expect(card('Zweites <b>Konto</b>')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Rename Zweites <b>Konto</b>' })).toBeFocused();

    await page.getByRole('button', { name: 'Make active: Zweites <b>Konto</b>' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog).toContainText('First becomes a read-only mirror');
    await dialog.getByRole('button', { name: 'Make active' }).click();
    await expect(dialog).toHaveCount(0);
    await expect(card('Zweites <b>Konto</b>').getByText('Active execution account')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Make active: First' })).toBeVisible();

    await page.getByRole('button', { name: 'Disconnect First' }).click();
    const sure = dialog.getByRole('button', { name: 'Disconnect', exact: true });
    await expect(sure).toBeDisabled();
    await expect(dialog).toContainText(first.bot);
    await dialog.getByLabel('Type First to confirm').fill('first');
    await expect(sure).toBeDisabled();
    await dialog.getByLabel('Type First to confirm').fill('First');
    await sure.click();
    await expect(page.getByText('First is disconnected and its key is erased.')).toBeVisible();
    await expect(card('First')).toHaveCount(0);

    await page.goto(`/connections/${first.id}`);
    await settled(page);
    await expect(page.getByRole('heading', { name: 'There is no such connection' })).toBeVisible();
});

test('a connection that its owner has paused alarms nobody until it is taken up again', async ({
    page,
    trader,
}) => {
    const { id, account } = await trader.connect({ label: 'Resting' });
    await trader.check(id, ['connected']);
    await open(page, `/connections/${id}`);
    await page.getByRole('button', { name: 'Pause Resting' }).click();
    await expect(page.getByRole('status').filter({ hasText: 'Resting is paused' })).toBeVisible();
    await page.reload();
    await expect(page.getByText('Paused by you', { exact: true })).toBeVisible();

    await change('bybit', account, { revoked: true });
    await trader.check(id, ['reauth_needed']);
    await expect(page.getByText('Re-auth needed', { exact: true }).first()).toBeVisible();

    expect(await mails(trader.email, /^Action needed: .*Resting/)).toEqual([]);
    await page.getByRole('button', { name: 'Take up Resting again' }).click();
    await expect(page.getByText('Resting is taken up again.')).toBeVisible();
    await expect(page.getByText('Paused by you', { exact: true })).toHaveCount(0);
    // Of the whole time one mail is there, and it came after the pause.
    await trader.check(id, ['reauth_needed']);
    const alarmed = async () => (await mails(trader.email, /^Action needed: .*Resting/)).length;
    await expect.poll(alarmed, { timeout: 30_000 }).toBe(1);
});

test('the page of a connection shows rights, IP list, balances and its last 24 hours', async ({
    page,
    trader,
}) => {
    const { id, bot } = await trader.connect({ label: 'All of it' });
    await trader.check(id, ['connected']);
    await open(page, `/connections/${id}`);
    await expect(title(page, 'All of it')).toBeVisible();
    await expect(page.getByText(bot)).toBeVisible();
    await expect(page.getByRole('listitem').filter({ hasText: 'Withdraw funds' })).toContainText(
        'Denied',
    );
    await expect(page.getByRole('region', { name: 'Balances' })).toContainText('BTC');
    await expect(page.getByText(/Answer times of All of it/)).toBeAttached();
    await expect(page.getByText('No outage in the last 24 hours.')).toBeVisible();
});

test('assets are summed across connections', async ({ page, trader }) => {
    await trader.connect({ label: 'One', terms: { balances: { BTC: '1.5' } } });
    await trader.connect({ label: 'Other', terms: { balances: { BTC: '0.75' } } });
    await open(page, '/assets');
    await expect(title(page, 'Assets')).toBeVisible();
    await expect(page.getByText('2.25').first()).toBeVisible();
    await page.getByText('By connection').click();
    await expect(page.getByText('Other').first()).toBeVisible();
    await expect(page.getByText('0.75').first()).toBeVisible();
});
