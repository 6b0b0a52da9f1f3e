import { awaitCode, mails } from './house/inbox';
import { expect, open, test, title } from './house/test';
import { join, randomEmail } from './house/trader';

const PASSWORD = 'four quiet herons by the lake';

test('a new person registers, and is signed in by the mailed code', async ({ page }) => {
    const email = randomEmail();
    await open(page, '/');
    await expect(page).toHaveURL('/sign-in');
    await page.getByRole('link', { name: 'Create your account' }).click();
    await page.getByLabel('Name').fill('Ada Lovelace');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Create account' }).click();

    await expect(title(page, 'Enter the code')).toBeVisible();
    const code = page.getByLabel('Six-digit code');
    await expect(code).toBeFocused();
    await code.fill('000000');
    await expect(page.getByRole('alert')).toContainText('4 tries left.');
    await code.fill(await awaitCode(email));

    await expect(title(page, 'Dashboard')).toBeVisible();
    await expect(page).toHaveURL('/');
    await page.reload();
    await expect(title(page, 'Dashboard')).toBeVisible();
});

test('what is missing or too short is said at its field, and nothing is sent', async ({ page }) => {
    await open(page, '/register');
    await page.getByLabel('E-mail').fill('nobody');
    await page.getByLabel('Password', { exact: true }).fill('short');
    await page.getByRole('button', { name: 'Create account' }).click();

    await expect(page.getByText('Name is required.')).toBeVisible();
    await expect(page.getByLabel('Name')).toBeFocused();
    await expect(page.getByText('An e-mail address looks like name@example.com.')).toBeVisible();
    await expect(page.getByLabel('Password', { exact: true })).toHaveAccessibleDescription(
        /at least 12 characters/,
    );
});

test('the keyboard alone signs in and out', async ({ page, playwright }) => {
    const elsewhere = await playwright.request.newContext();
    const { email, password } = await join(elsewhere);
    await elsewhere.dispose();
    await open(page, '/sign-in');
    await page.getByLabel('E-mail').focus();
    await page.keyboard.type(email);
    await page.keyboard.press('Tab');
    await page.keyboard.type(password);
    await page.keyboard.press('Enter');
    await expect(page.getByLabel('Six-digit code')).toBeFocused();
    await page.keyboard.type(await awaitCode(email, 1));
    await expect(title(page, 'Dashboard')).toBeVisible();

    await page.getByRole('button', { name: 'Account of Test Trader' }).press('Enter');
    const out = page.getByRole('menuitem', { name: 'Sign out' });
    await expect(out).toBeVisible();
    await expect(async () => {
        await page.keyboard.press('ArrowDown');
        await expect(out).toBeFocused({ timeout: 300 });
    }).toPass();
    await page.keyboard.press('Enter');
    await expect(title(page, 'Sign in')).toBeVisible();
    await expect(page.getByText('You are signed out, here and in every other tab.')).toBeVisible();
});

test('a wrong password is told like an unknown address: a code is asked for', async ({ page }) => {
    const email = randomEmail();
    await open(page, '/sign-in');
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(PASSWORD);
    await page.getByRole('button', { name: 'Continue' }).click();

    await expect(title(page, 'Enter the code')).toBeVisible();
    await expect(page.getByRole('button', { name: /Send a new code \(in \d+ s\)/ })).toBeDisabled();
    await page.getByLabel('Six-digit code').fill('123456');
    await expect(page.getByRole('alert')).toContainText('tries left');
    expect(await mails(email, /./)).toEqual([]);
    await page.getByRole('button', { name: 'Use another address' }).click();
    await expect(page.getByLabel('E-mail')).toHaveValue(email);
    await expect(page.getByLabel('Password', { exact: true })).toHaveValue('');
});

test('who asks for a page signs in first, and comes to that page', async ({ page, playwright }) => {
    const elsewhere = await playwright.request.newContext();
    const { email, password } = await join(elsewhere);
    await elsewhere.dispose();
    await open(page, '/connections');
    await expect(title(page, 'Sign in')).toBeVisible();
    await page.getByLabel('E-mail').fill(email);
    await page.getByLabel('Password', { exact: true }).fill(password);
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByLabel('Six-digit code').fill(await awaitCode(email, 1));

    await expect(title(page, 'API Connect')).toBeVisible();
    await expect(page).toHaveURL('/connections');
});
