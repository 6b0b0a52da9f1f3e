import { expect, open, test, title } from './house/test';
import {
    bybitKeys,
    consent,
    field,
    goToKeys,
    goToSummary,
    next,
    onStep,
    paste,
    submit,
} from './house/form';
import { awaitCode, awaitMail } from './house/inbox';
import { anotherKey, openAccount } from './house/simulator';
import { randomEmail } from './house/trader';

test('from registering to a launched strategy', async ({ page }) => {
    const email = randomEmail();
    const account = await openAccount('bybit', { balances: { BTC: '2' } });

    await open(page, '/register');
    await page.getByLabel('Name').fill('Grace Hopper');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill('four quiet herons by the lake');
    await page.getByRole('button', { name: 'Create account' }).click();
    await page.getByLabel('Six-digit code').fill(await awaitCode(email));
    await expect(title(page, 'Dashboard')).toBeVisible();
    await page.getByRole('link', { name: 'Add strategy' }).first().click();

    await goToKeys(page, { label: 'My first one' });
    await goToSummary(page, { keys: bybitKeys(account.credentials) });
    await expect(page.getByText('My first one')).toBeVisible();
    await expect(page.getByText(email)).toBeVisible();
    await submit(page);

    await expect(page.getByRole('heading', { name: 'Your strategy is running' })).toBeVisible({
        timeout: 40_000,
    });
    const copy = page.getByRole('button', { name: 'Copy the BOT ID' });
    await expect(copy).toBeVisible();
    const bot = (await copy.locator('xpath=preceding-sibling::strong').textContent()) ?? '';
    expect(bot).not.toBe('');
    // It stands for two seconds only.
    const said = expect(page.getByText('Copied', { exact: true })).toBeAttached();
    await copy.click();
    await said;
    expect((await awaitMail(email, /launched/)).Text).toContain(bot);

    await page.getByRole('link', { name: 'To the dashboard' }).click();
    await expect(page.getByRole('row', { name: new RegExp(`${bot}.*Running`) })).toBeVisible();

    // What was copied is what was shown.
    await page.goto('/help');
    await page.getByLabel('Search help').press('Control+V');
    await expect(page.getByLabel('Search help')).toHaveValue(bot);
});

test('going back keeps what was typed, and leaving warns', async ({ page, trader }) => {
    const account = await openAccount('bybit', { balances: { BTC: '2' } });
    expect(trader.name).toBe('Test Trader');
    await goToKeys(page, { label: 'Kept' });
    await paste(page, 'API Key', account.credentials.api_key ?? '');
    await paste(page, 'API Secret', account.credentials.api_secret ?? '');
    await page.getByRole('button', { name: 'Back', exact: true }).click();
    await onStep(page, 'Exchange and strategy');
    await expect(page.getByLabel('Name of this connection')).toHaveValue('Kept');
    await expect(page.getByRole('radio', { name: 'Bybit', exact: true })).toBeChecked();
    await next(page);
    await onStep(page, 'API keys');
    await expect(field(page, 'API Key')).toHaveValue(account.credentials.api_key ?? '');

    await page
        .getByRole('navigation', { name: 'Main' })
        .getByRole('link', { name: 'Assets' })
        .click();
    const dialog = page.getByRole('dialog', { name: 'Leave this form?' });
    await expect(dialog).toBeVisible();
    await dialog.getByRole('button', { name: 'Stay' }).click();
    await onStep(page, 'API keys');
    await page
        .getByRole('navigation', { name: 'Main' })
        .getByRole('link', { name: 'Assets' })
        .click();
    await dialog.getByRole('button', { name: 'Leave' }).click();
    await expect(title(page, 'Assets')).toBeVisible();
});

test('every step says what is missing and leads there', async ({ page, trader }) => {
    expect(trader.email).toContain('@');
    await open(page, '/submit');
    await next(page);
    await onStep(page, 'Type');
    await next(page);
    await expect(page.getByText('Choose what you want to do.').first()).toBeVisible();
    await expect(page.getByRole('radio', { name: /Refresh API keys/ })).toBeDisabled();
    await page.getByRole('radio', { name: 'Add a strategy for the first time' }).check();
    await next(page);
    await onStep(page, 'Spot or derivatives');
    await next(page);
    await expect(page.getByText('Choose spot or derivatives.').first()).toBeVisible();
    await page.getByRole('radio', { name: 'Spot' }).check();
    await next(page);
    await onStep(page, 'Exchange and strategy');
    await next(page);
    await expect(page.getByText('Choose an exchange.').first()).toBeVisible();
    await page.getByRole('radio', { name: 'OKX', exact: true }).check();
    await page.getByRole('radio', { name: 'USDT systematic DCA' }).check();
    await expect(page.getByRole('radio', { name: /^BTC accumulation/ })).toBeDisabled();
    await next(page);
    await onStep(page, 'API keys');
    await next(page);
    await expect(
        page
            .getByText('4 things are missing or wrong')
            .or(page.getByText('3 things are missing or wrong')),
    ).toBeVisible();
});

test('a key pasted with blanks and quotes is mended; a public key is refused at once', async ({
    page,
    trader,
}) => {
    expect(trader.email).toContain('@');
    const account = await openAccount('bybit');
    await goToKeys(page);
    await paste(page, 'API Key', `  "${account.credentials.api_key}"\n`);
    await expect(field(page, 'API Key')).toHaveValue(account.credentials.api_key ?? '');
    await expect(
        page.getByText(
            /Blanks or line breaks around it were taken off|Quotes around it were taken off/,
        ),
    ).toBeVisible();

    await paste(page, 'API Secret', '••••••••••••••••');
    await next(page);
    await onStep(page, 'API keys');
    await expect(page.getByText('One thing is missing or wrong')).toBeVisible();

    const secret = account.credentials.api_secret ?? '';
    await paste(page, 'API Secret', secret);
    await expect(page.getByText('The form of the keys looks right')).toBeVisible();
    await expect(field(page, 'API Secret')).not.toHaveValue(secret);
    await page.getByRole('button', { name: 'Show API Secret' }).click();
    await expect(field(page, 'API Secret')).toHaveValue(secret);
    await page.getByRole('button', { name: 'Hide API Secret' }).click();
    await expect(field(page, 'API Secret')).not.toHaveValue(secret);
});

test('a key is refreshed, and the bot goes on', async ({ page, trader }) => {
    const connected = await trader.connect({ label: 'To be refreshed' });
    const key = await anotherKey('bybit', connected.account);
    await open(page, '/');
    await page.getByRole('link', { name: 'Refresh API' }).first().click();
    await expect(title(page, 'Refresh API')).toBeVisible();
    await next(page);
    await onStep(page, 'Type');
    await next(page);
    await onStep(page, 'Connection');
    await page.getByRole('radio', { name: 'To be refreshed' }).check();
    await next(page);
    await onStep(page, 'API keys');
    for (const [label, value] of Object.entries(bybitKeys(key.credentials))) {
        await paste(page, label, value);
    }
    await next(page);
    await onStep(page, 'Anti-phishing code');
    await expect(page.getByRole('radio', { name: 'Keep the code that I have' })).toBeChecked();
    await next(page);
    await consent(page);
    await submit(page);

    await expect(page.getByRole('heading', { name: 'The new key is in use' })).toBeVisible({
        timeout: 40_000,
    });
    await page.getByRole('link', { name: 'Open the connection' }).click();
    await expect(title(page, 'To be refreshed')).toBeVisible();
    await expect(page.getByText(connected.bot)).toBeVisible();
    await expect(page.getByText('Keys used so far').locator('xpath=following::*[1]')).toContainText(
        '2',
    );
});

test('after a refusal everything is kept but the secret', async ({ page, trader }) => {
    const account = await openAccount('bybit', { balances: { BTC: '2' } });
    const other = await openAccount('bybit');
    expect(trader.email).toContain('@');
    await goToKeys(page, { label: 'Second try' });
    await goToSummary(page, {
        keys: bybitKeys({
            api_key: account.credentials.api_key ?? '',
            api_secret: other.credentials.api_secret ?? '',
        }),
    });
    await submit(page);
    await expect(page.getByRole('heading', { name: 'Your key was not accepted' })).toBeVisible({
        timeout: 40_000,
    });

    await page.getByRole('link', { name: 'Try again' }).click();
    await onStep(page, 'API keys');
    await expect(field(page, 'API Key')).toHaveValue(account.credentials.api_key ?? '');
    await expect(field(page, 'API Secret')).toHaveValue('');
    await paste(page, 'API Secret', account.credentials.api_secret ?? '');
    for (const step of ['Anti-phishing code', 'Funding', 'Terms', 'Summary']) {
        await next(page);
        await onStep(page, step);
    }
    await expect(page.getByText('Second try')).toBeVisible();
    await submit(page);
    await expect(page.getByRole('heading', { name: 'Your strategy is running' })).toBeVisible({
        timeout: 40_000,
    });
});
