import { expect, open, test, title } from './house/test';
import { bybitKeys, goToKeys, goToSummary } from './house/form';
import { awaitCode } from './house/inbox';
import { console as house } from './house/settings';
import { openAccount } from './house/simulator';
import { signIn } from './house/trader';

test('a page stays while the network is away, and hears what it missed', async ({
    context,
    page,
    trader,
}) => {
    const { id } = await trader.connect({ label: 'Far away' });
    await open(page, '/connections');
    await expect(page.getByText('Live', { exact: true })).toBeVisible();

    await context.setOffline(true);
    await expect(
        page.getByText('Nothing is lost; the page goes on when it is back.'),
    ).toBeVisible();
    await expect(page.getByRole('article', { name: 'Far away' })).toBeVisible();
    await trader.api(200, 'PATCH', `/v1/connections/${id}`, { label: 'Renamed meanwhile' });
    await page
        .getByRole('navigation', { name: 'Main' })
        .getByRole('link', { name: 'API Connect' })
        .click();
    await expect(page.getByRole('article', { name: 'Far away' })).toBeVisible();

    await context.setOffline(false);
    await expect(page.getByRole('article', { name: 'Renamed meanwhile' })).toBeVisible();
    await expect(page.getByText('Live', { exact: true })).toBeVisible({ timeout: 30_000 });
});

test('submitting without a network loses nothing, and counts once', async ({
    context,
    page,
    trader,
}) => {
    const account = await openAccount('bybit', { balances: { BTC: '2' } });
    await goToKeys(page, { label: 'Once' });
    await goToSummary(page, { keys: bybitKeys(account.credentials) });
    await context.setOffline(true);
    await page.getByRole('button', { name: 'Submit information' }).click();
    await expect(page.getByText(/You are offline|No answer yet/)).toBeVisible();
    await expect(page.getByText('Once', { exact: true })).toBeVisible();

    await context.setOffline(false);
    await page
        .getByRole('button', { name: /Submit (again|information)/ })
        .first()
        .click();
    await expect(page.getByRole('heading', { name: 'Your strategy is running' })).toBeVisible({
        timeout: 40_000,
    });
    const all = await trader.api<{ submissions: unknown[] }>(200, 'GET', '/v1/submissions');
    expect(all.submissions).toHaveLength(1);
});

test('a submission whose answer was lost is submitted once', async ({ page, trader }) => {
    const account = await openAccount('bybit', { balances: { BTC: '2' } });
    await goToKeys(page, { label: 'Lost answer' });
    await goToSummary(page, { keys: bybitKeys(account.credentials) });
    let lost = false;
    await page.route('**/v1/submissions', async (route) => {
        if (lost || route.request().method() !== 'POST') return route.continue();
        lost = true;
        // The house takes it, and its answer never arrives.
        await route.fetch();
        await route.abort('connectionreset');
    });
    await page.getByRole('button', { name: 'Submit information' }).click();
    await expect(page.getByText('No answer yet')).toBeVisible();
    await page.getByRole('button', { name: 'Submit again' }).click();
    await expect(title(page, 'Your submission')).toBeVisible();
    const all = await trader.api<{ submissions: unknown[] }>(200, 'GET', '/v1/submissions');
    expect(all.submissions).toHaveLength(1);
});

test('a session that was ended asks for a sign-in, and goes on where one was', async ({
    page,
    playwright,
    trader,
}) => {
    const account = await openAccount('bybit', { balances: { BTC: '2' } });
    await goToKeys(page, { label: 'Goes on' });
    await goToSummary(page, { keys: bybitKeys(account.credentials) });

    // Somebody else's browser ends all sessions but its own.
    const elsewhere = await playwright.request.newContext();
    const token = await signIn(elsewhere, trader.email, trader.password);
    const ended = await elsewhere.delete(`${house}/v1/sessions`, {
        headers: { Authorization: `Bearer ${token}` },
    });
    expect(ended.status()).toBe(204);
    await elsewhere.dispose();

    await expect(title(page, 'Sign in again')).toBeVisible({ timeout: 20_000 });
    await page.getByLabel('E-mail').fill(trader.email);
    await page.getByLabel('Password', { exact: true }).fill(trader.password);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('Six-digit code').fill(await awaitCode(trader.email, 2));
    await expect(page.getByRole('heading', { level: 2, name: 'Summary' })).toBeVisible();
    await page.getByRole('button', { name: 'Submit information' }).click();
    await expect(page.getByRole('heading', { name: 'Your strategy is running' })).toBeVisible({
        timeout: 40_000,
    });
});
