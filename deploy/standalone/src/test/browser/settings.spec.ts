import type { Page } from '@playwright/test';
import { awaitMail, mails } from './house/inbox';
import { console as house } from './house/settings';
import { expect, open, test, title } from './house/test';
import { signIn } from './house/trader';

const section = (page: Page, name: string) =>
    page
        .locator('section')
        .filter({ has: page.getByRole('heading', { level: 2, name, exact: true }) });

test('sessions are listed, and ended one by one or all at once', async ({
    page,
    playwright,
    trader,
}) => {
    const tokens: string[] = [];
    for (const userAgent of ['Other/1.0', 'Third/1.0']) {
        const jar = await playwright.request.newContext({ userAgent });
        tokens.push(await signIn(jar, trader.email, trader.password));
        await jar.dispose();
    }
    await open(page, '/settings');
    const sessions = section(page, 'Where you are signed in');
    await expect(sessions.getByRole('listitem')).toHaveCount(3);
    await expect(sessions.getByText('This browser')).toHaveCount(1);
    await sessions
        .getByRole('button', { name: /^End the session on/ })
        .first()
        .click();
    await expect(sessions.getByRole('listitem')).toHaveCount(2);

    await sessions.getByRole('button', { name: 'End all others' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'End all others' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(sessions.getByText('You are signed in nowhere else.')).toBeVisible();
    for (const token of tokens) {
        await expect
            .poll(async () => {
                const headers = { Authorization: `Bearer ${token}` };
                return (await fetch(`${house}/v1/me`, { headers })).status;
            })
            .toBe(401);
    }
});

test('the password is changed, by those who know the old one', async ({
    page,
    playwright,
    trader,
}) => {
    const fresh = 'a fresh one with seven words in it';
    await open(page, '/settings');
    const form = section(page, 'Password');
    await form.getByLabel('Current password', { exact: true }).fill('not the right one');
    await form.getByLabel('New password', { exact: true }).fill(fresh);
    await form.getByLabel('New password, once more').fill(fresh);
    await form.getByRole('button', { name: 'Change password' }).click();
    await expect(form.getByLabel('Current password', { exact: true })).toHaveAccessibleDescription(
        /./,
    );
    await form.getByLabel('Current password', { exact: true }).fill(trader.password);
    await form.getByRole('button', { name: 'Change password' }).click();
    await expect(form.getByText(/Your password is changed/)).toBeVisible();
    await awaitMail(trader.email, /password/i);
    const jar = await playwright.request.newContext();
    await signIn(jar, trader.email, fresh);
    await jar.dispose();
    await page.reload();
    await expect(title(page, 'Settings')).toBeVisible();
});

test('the anti-phishing code is set, and our mails carry it', async ({ page, trader }) => {
    await open(page, '/settings');
    const form = section(page, 'Anti-phishing code');
    await form.getByLabel('New code').fill('abc');
    await form.getByRole('button', { name: 'Set code' }).click();
    await expect(form.getByText('Enter 4 to 20 characters.')).toBeVisible();
    await form.getByLabel('New code').fill('blue heron 7');
    await form.getByRole('button', { name: 'Set code' }).click();
    await expect(form.getByText(/Saved\. We have sent you a mail/)).toBeVisible();
    expect((await awaitMail(trader.email, /anti-phishing/i)).Text).toContain('blue heron 7');
    await page.reload();
    await expect(form.getByText('You have a code.', { exact: false })).toBeVisible();
    await expect(page.getByText('blue heron 7')).toHaveCount(0);
});

test('mails that nobody wants are not sent', async ({ page, trader }) => {
    await open(page, '/settings');
    const wishes = section(page, 'Mails you get');
    const launched = wishes.getByRole('switch', { name: /launched/i });
    await expect(launched).toBeChecked();
    await launched.click({ force: true });
    await expect(wishes.getByRole('status')).toContainText('is off.');
    const { mails: kept } = await trader.api<{ mails: { mail: string; wanted: boolean }[] }>(
        200,
        'GET',
        '/v1/me/mails',
    );
    expect(kept.filter((one) => !one.wanted).map((one) => one.mail)).toEqual(['launched']);
    await page.reload();
    await expect(launched).not.toBeChecked();

    await trader.connect();
    await awaitMail(trader.email, /received/);
    expect(await mails(trader.email, /launched/)).toEqual([]);
});

test('the name is changed, and shows above', async ({ page, trader }) => {
    expect(trader.name).toBe('Test Trader');
    await open(page, '/settings');
    const form = section(page, 'Your name and address');
    await form.getByLabel('Name', { exact: true }).fill('Another Name');
    await form.getByRole('button', { name: 'Save name' }).click();
    await expect(form.getByText('Your name is saved.')).toBeVisible();
    await expect(page.getByRole('button', { name: 'Account of Another Name' })).toBeVisible();
});

test('mails are listed with how they fared', async ({ page, trader }) => {
    await trader.connect({ label: 'Mailed about' });
    await awaitMail(trader.email, /launched/);
    await awaitMail(trader.email, /received/);
    await open(page, '/settings');
    const list = section(page, 'Mails sent to you');
    await expect(list.getByText('Handed over').first()).toBeVisible();
    await expect(list.getByRole('listitem').nth(1)).toBeVisible();
});

test('a reminder leads to a page that stops reminders, without a sign-in', async ({
    browser,
    trader,
}) => {
    const soon = new Date(Date.now() + 8 * 24 * 3_600_000).toISOString();
    await trader.connect({
        label: 'Ends soon',
        terms: { balances: { BTC: '2' }, expires_at: soon },
    });
    const mail = await awaitMail(trader.email, /expires/);
    const token = /\/unsubscribe\/([\w-]+)/.exec(mail.Text + mail.HTML)?.[1];
    expect(token).toBeDefined();

    const stranger = await browser.newContext();
    const page = await stranger.newPage();
    await page.goto(`${house}/v1/mails/unsubscribe/${token}`);
    await expect(page).toHaveURL(`${house}/unsubscribe/${token}`);
    await expect(title(page, 'Stop reminders')).toBeVisible();
    await page.getByRole('button', { name: 'Stop these reminders' }).click();
    await expect(title(page, 'Reminders are off')).toBeVisible();
    await page.goto(`${house}/unsubscribe/no-such-token`);
    await page.getByRole('button', { name: 'Stop these reminders' }).click();
    await expect(title(page, 'This link does not work')).toBeVisible();
    await stranger.close();

    const { mails: kept } = await trader.api<{ mails: { mail: string; wanted: boolean }[] }>(
        200,
        'GET',
        '/v1/me/mails',
    );
    expect(kept.filter((one) => !one.wanted).map((one) => one.mail)).toEqual(['expiring']);
});
