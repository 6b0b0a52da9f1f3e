import { expect, open, test, title } from './house/test';

test('help is open to everybody: exchanges, reasons, a search', async ({ page }) => {
    await open(page, '/help');
    await page.getByLabel('Search help').fill('IP list');
    await expect(page.getByText(/\d+ pages? found/)).toBeVisible();
    await open(page, '/help/venues/okx');
    await expect(title(page, 'Connect OKX')).toBeVisible();
    await expect(page.getByText('Passphrase').first()).toBeVisible();
    await expect(page.getByText('Our IP addresses').first()).toBeVisible();
    await open(page, '/help/venues/nowhere');
    await expect(page.getByText('We have no page about this exchange').first()).toBeVisible();
    await open(page, '/help/faults/WITHDRAW_GRANTED');
    await expect(page.getByText('WITHDRAW_GRANTED').first()).toBeVisible();
    await expect(
        page.getByText('The key may withdraw funds, so it was refused and erased.').first(),
    ).toBeVisible();
    await open(page, '/help/faults');
    const unknown = page.getByRole('listitem').filter({ hasText: 'does not know this API key' });
    await unknown.getByRole('link').click();
    await expect(page).toHaveURL('/help/faults/INVALID_KEY');
});

test('an address that leads nowhere says so', async ({ page }) => {
    await open(page, '/no/such/page');
    await expect(title(page, 'There is no such page')).toBeVisible();
});

test('the API is described at /docs', async ({ page }) => {
    await page.goto('/docs');
    await expect(page.getByText('/v1/submissions', { exact: true }).first()).toBeVisible();
    await expect(page.getByText('/v1/connections/{id}', { exact: true }).first()).toBeVisible();
    expect(await page.locator('.opblock').count()).toBeGreaterThan(30);
    await page.locator('.opblock-summary-control').first().click();
    await expect(page.locator('.opblock-body').first()).toBeVisible();
});
