import type { BrowserContext, Page } from '@playwright/test';
import { console as house } from './house/settings';
import { expect, open, test, title } from './house/test';
import { Chat, pushes, Receiver, subscribed } from './house/standins';

const section = (page: Page, name: string) => page.getByRole('region', { name, exact: true });
const DELIVERED = { timeout: 30_000 };

test('a chat is linked by its code, tested, and lost when it blocks the bot', async ({
    page,
    trader,
}) => {
    expect(trader.name).toBe('Test Trader');
    const chat = new Chat('Ada’s phone');
    await open(page, '/settings');
    await page.getByRole('link', { name: 'Set up alerts' }).click();
    await expect(title(page, 'Alerts')).toBeVisible();
    const telegram = section(page, 'Telegram');
    await telegram.getByRole('button', { name: 'Link a chat' }).click();
    const way = telegram.getByRole('link', { name: 'Open Telegram' });
    await expect(way).toHaveAttribute('href', /^https:\/\/t\.me\/\w+\?start=[\w-]{22}$/);
    const command = await telegram.getByText(/^\/start /).innerText();
    await chat.write(command);
    await expect(telegram.getByText(/^Linked: Ada’s phone/)).toBeVisible(DELIVERED);
    await expect(telegram.getByText(command)).toHaveCount(0);

    await telegram.getByRole('button', { name: 'Send test to Ada’s phone' }).click();
    await expect(telegram.getByText(/^Delivered/)).toBeVisible(DELIVERED);
    await chat.hears(/Test alert/);

    await chat.block();
    await telegram.getByRole('button', { name: 'Send test to Ada’s phone' }).click();
    await expect(telegram.getByText('Lost', { exact: true })).toBeVisible(DELIVERED);
    await expect(telegram.getByText(/^Not delivered\./)).toBeVisible();
    await page.reload();
    await expect(telegram.getByText('Link the chat again, or remove this channel.')).toBeVisible();
    await telegram.getByRole('button', { name: 'Remove Ada’s phone' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
    await expect(telegram.getByText('No chat is linked.')).toBeVisible();
});

test('a webhook is signed with the secret that was shown once', async ({ page, trader, watch }) => {
    const receiver = new Receiver();
    await open(page, '/settings/alerts');
    const webhooks = section(page, 'Webhooks');
    await webhooks.getByRole('button', { name: 'Add a webhook' }).click();
    await webhooks.getByLabel('URL').fill('https://10.0.0.1/hook');
    await webhooks.getByRole('button', { name: 'Add', exact: true }).click();
    await expect(webhooks.getByLabel('URL')).toHaveAccessibleDescription(/public internet/);
    await webhooks.getByLabel('URL').fill(receiver.url);
    await webhooks.getByLabel('Name').fill('On-call');
    await webhooks.getByRole('button', { name: 'Add', exact: true }).click();
    const secret = await webhooks.getByLabel('Secret', { exact: true }).innerText();
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    await receiver.set({ secrets: [secret] });
    await webhooks.getByRole('button', { name: 'I have it' }).click();
    await nowhere(page, secret);

    await webhooks.getByRole('button', { name: 'Send test to On-call' }).click();
    await expect(webhooks.getByText(/^Delivered/)).toBeVisible(DELIVERED);
    const [call] = await receiver.calls();
    expect(call).toMatchObject({ verified_by: [0], signatures: 1, answered: 204 });
    expect(call?.body.type).toBe('alert.test');
    const list = section(page, 'Alerts sent to you');
    await expect(list.getByText('Test', { exact: true })).toBeVisible();
    await expect(list.getByText('Delivered', { exact: true })).toBeVisible();

    await webhooks.getByRole('button', { name: 'New secret for On-call' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'New secret' }).click();
    await expect(page.getByRole('dialog')).toHaveCount(0);
    const next = await webhooks.getByLabel('Secret', { exact: true }).innerText();
    expect(next).not.toBe(secret);
    await expect(webhooks.getByText(/^The secret before works until/)).toBeVisible();
    await receiver.set({ secrets: [secret, next] });
    await webhooks.getByRole('button', { name: 'Send test to On-call' }).click();
    await expect.poll(async () => (await receiver.calls()).length, DELIVERED).toBe(2);
    expect((await receiver.calls())[1]).toMatchObject({ verified_by: [0, 1], signatures: 2 });

    await page.reload();
    await expect(webhooks.getByText(receiver.url)).toBeVisible();
    for (const one of [secret, next]) {
        await nowhere(page, one);
        const told = await trader.api<unknown>(200, 'GET', '/v1/alerts');
        expect(JSON.stringify(told)).not.toContain(one);
        expect(watch.lines.filter((line) => line.includes(one))).toEqual([]);
    }
});

test('a webhook that refuses says why', async ({ page, trader }) => {
    const receiver = new Receiver();
    await receiver.set({ answer: { status: 500 } });
    await trader.api(201, 'POST', '/v1/alerts/channels', {
        kind: 'webhook',
        url: receiver.url,
        name: 'Broken',
    });
    await open(page, '/settings/alerts');
    const webhooks = section(page, 'Webhooks');
    await webhooks.getByRole('button', { name: 'Send test to Broken' }).click();
    await expect(webhooks.getByText(/^Not (yet|delivered)\. .*500/)).toBeVisible(DELIVERED);
    await receiver.set({ answer: { status: 410 } });
    await expect(webhooks.getByText(/^Not delivered\./)).toBeVisible(DELIVERED);
});

test('quiet hours are kept', async ({ page, trader }) => {
    await open(page, '/settings/alerts');
    const when = section(page, 'When');
    await when.getByLabel('Tell me again after').fill('90');
    await when.getByRole('switch', { name: /^Quiet hours/ }).click({ force: true });
    await when.getByLabel('From').fill('21:30');
    await when.getByLabel('Until').fill('06:15');
    await expect(when.getByText('Ends at 06:15 on the next day.')).toBeVisible();
    await when.getByLabel('Time zone').selectOption('Asia/Tokyo');
    await when.getByRole('button', { name: 'Save' }).click();
    await expect(when.getByText('Saved.')).toBeVisible();
    expect(await trader.api<object>(200, 'GET', '/v1/alerts')).toMatchObject({
        wishes: {
            persist_minutes: 90,
            quiet_hours: { from: '21:30', until: '06:15', zone: 'Asia/Tokyo' },
        },
    });
    await page.reload();
    await expect(when.getByLabel('Tell me again after')).toHaveValue('90');
    await expect(when.getByLabel('Until')).toHaveValue('06:15');
    await expect(when.getByLabel('Time zone')).toHaveValue('Asia/Tokyo');
});

test('a mail tells that alerts arrive', async ({ page, trader }) => {
    await open(page, '/settings/alerts');
    const mail = section(page, 'Mail');
    await mail.getByRole('button', { name: `Send test to ${trader.email}` }).click();
    await expect(mail.getByText(/^Handed over/)).toBeVisible(DELIVERED);
});

// The system's Chromium has no push service to subscribe at, so the stand-in's browser subscribes,
// and what that was sent is handed to the real worker by the browser's own tools.
test('a browser is sent what it subscribed for, and its worker shows it', async ({
    context,
    page,
    trader,
    watch,
}) => {
    await context.grantPermissions(['notifications'], { origin: house });
    const { key } = await trader.api<{ key: string }>(200, 'GET', '/v1/alerts/push-key');
    const other = await subscribed(key);
    await trader.api(201, 'POST', '/v1/alerts/channels', {
        kind: 'web_push',
        endpoint: other.endpoint,
        keys: other.keys,
        name: 'Firefox on Android',
    });
    await open(page, '/settings/alerts');
    const browsers = section(page, 'This browser');
    await browsers.getByRole('button', { name: 'Send test to Firefox on Android' }).click();
    await expect(browsers.getByText(/^Delivered/)).toBeVisible(DELIVERED);
    const sent = await pushes(other.id);
    expect(sent).toContain('Test alert');

    // The browser's own words on that; no other complaint is meant.
    watch.expected.push(/Push API in incognito mode/);
    const registration = await registered(context, page, () =>
        browsers.getByRole('button', { name: 'Switch on here' }).click(),
    );
    await expect(browsers.getByRole('alert')).toContainText('could not sign up');
    const shown = () =>
        page.evaluate(async () => {
            const ours = await navigator.serviceWorker.getRegistration('/settings/alerts');
            return (await ours?.getNotifications())?.map((one) => `${one.title}: ${one.body}`);
        });
    // Chromium forgets a notification that is asked for in the moment it is being shown, so it may
    // take another push; its tag makes all of them one.
    await expect(async () => {
        const seen = await shown();
        if (seen?.length === 0) {
            await registration.push({
                title: 'Main account fails',
                body: 'Bybit does not know the key.',
                url: `${house}/connections`,
                tag: 'one',
            });
        }
        expect(seen).toEqual(['Main account fails: Bybit does not know the key.']);
    }).toPass({ intervals: [1_000], timeout: 30_000 });
    expect(await page.evaluate(() => navigator.serviceWorker.controller)).toBeNull();
});

/** Whether nothing of a page or of what it keeps has it. */
async function nowhere(page: Page, secret: string) {
    expect(await page.content()).not.toContain(secret);
    const kept = await page.evaluate(() => JSON.stringify([{ ...localStorage }, history.state]));
    expect(kept).not.toContain(secret);
    expect(page.url()).not.toContain(secret);
}

/** Waits for the worker that an act registers, to push to it as the browser itself does. */
async function registered(context: BrowserContext, page: Page, act: () => Promise<void>) {
    const tools = await context.newCDPSession(page);
    const id = new Promise<string>((resolve) =>
        tools.on('ServiceWorker.workerVersionUpdated', ({ versions }) => {
            const running = versions.find((one) => one.status === 'activated');
            if (running) resolve(running.registrationId);
        }),
    );
    await tools.send('ServiceWorker.enable');
    await act();
    const registrationId = await id;
    return {
        push: (data: object) =>
            tools.send('ServiceWorker.deliverPushMessage', {
                origin: house,
                registrationId,
                data: JSON.stringify(data),
            }),
    };
}
