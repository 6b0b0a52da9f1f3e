import { randomUUID } from 'node:crypto';
import { awaitMail } from './house/inbox';
import { console as house } from './house/settings';
import { expect, open, test, title } from './house/test';
import { join, operate } from './house/trader';

test('an account at a Microsoft address waits until support clears it', async ({
    browser,
    context,
    page,
}) => {
    const email = `waits-${randomUUID().slice(0, 8)}@outlook.com`;
    const others = await browser.newContext({ baseURL: house });
    await join(others.request, email, 'Wendy Waits');
    const theirs = await others.newPage();
    await open(theirs, '/submit?type=add');
    await expect(theirs.getByText('Please talk to support first')).toBeVisible();
    await expect(theirs.getByRole('button', { name: 'Continue', exact: true })).toBeDisabled();
    await theirs.getByRole('button', { name: 'Contact support' }).click();
    await expect(
        theirs.getByText('Support knows and will write to your registered address.'),
    ).toBeVisible();

    await operate(context.request);
    await open(page, '/operator/requests');
    const request = page.getByRole('article').filter({ hasText: email }).first();
    await expect(request).toBeVisible();
    await open(page, '/operator/accounts');
    await page
        .getByRole('link', { name: 'Wendy Waits' })
        .or(page.getByRole('link', { name: email }))
        .first()
        .click();
    await expect(title(page, 'Wendy Waits')).toBeVisible();
    await page
        .getByRole('button', { name: /^Clear/ })
        .first()
        .click();
    await page
        .getByRole('dialog')
        .getByRole('button', { name: /^Clear/ })
        .click();
    await expect(
        page
            .getByText('The account is cleared.')
            .or(page.getByText('The account may submit keys now.'))
            .first(),
    ).toBeVisible();

    await open(theirs, '/submit?type=add');
    await expect(theirs.getByRole('button', { name: 'Continue', exact: true })).toBeEnabled();
    await others.close();
});

test('a message of support goes out as a mail, and its delivery is told', async ({
    browser,
    context,
    page,
}) => {
    const others = await browser.newContext();
    const trader = await join(others.request, undefined, 'Mary Mailed');
    const { account_id: id } = await trader.api<{ account_id: string }>(200, 'GET', '/v1/me');
    await others.close();
    await operate(context.request);
    await open(page, `/operator/accounts/${id}`);
    await page.getByLabel('Subject').fill('About your account');
    await page.getByLabel('Text', { exact: true }).fill('Good morning.\n\nAll is set <b>now</b>.');
    await page.getByRole('button', { name: 'Preview' }).click();
    await expect(page.getByText('This goes out as a mail')).toBeVisible();
    await expect(page.getByText('All is set <b>now</b>.')).toBeVisible();
    await page.getByRole('button', { name: 'Send as mail' }).click();
    await expect(page.getByText(/The message is on its way/)).toBeVisible();

    const mail = await awaitMail(trader.email, /About your account/);
    expect(mail.Text).toContain('All is set <b>now</b>.');
    expect(mail.HTML).toContain('All is set &lt;b&gt;now&lt;/b&gt;.');
    await expect(async () => {
        await page.reload();
        await expect(page.getByText('Handed over').first()).toBeVisible({ timeout: 2_000 });
    }).toPass({ timeout: 30_000 });
});

test('the desk shows nothing to others', async ({ page, trader }) => {
    expect(trader.name).toBe('Test Trader');
    const asked: string[] = [];
    page.on('request', (request) => {
        if (request.url().includes('/v1/operator')) asked.push(request.url());
    });
    await open(page, '/operator/accounts');
    await expect(title(page, 'Not for this account')).toBeVisible();
    await expect(page.getByRole('navigation', { name: 'Main' })).not.toContainText('Operator');
    expect(asked).toEqual([]);
});
