import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { refusal, show, standIn } from '../../testing/house';
import type { Call } from '../../testing/house';
import AlertsPage from './AlertsPage';

const channel = (channel_id: string, kind: string, name: string, more: object = {}) => ({
    channel_id,
    kind,
    name,
    enabled: true,
    urgent_only: false,
    state: 'on',
    reason: null,
    fix: null,
    lost_at: null,
    url: null,
    endpoint_sha256: null,
    previous_until: null,
    created_at: '2026-11-21T10:00:00Z',
    ...more,
});
const hook = channel('w1', 'webhook', 'On-call', { url: 'https://example.org/hook' });
const kind = (name: string, available = true) => ({
    kind: name,
    available,
    reason: available ? null : `${name} is not set up here.`,
    most: 10,
});

function alerts(channels: unknown[] = [], without: string[] = []) {
    return {
        wishes: { persist_minutes: 5, quiet_hours: null },
        channels,
        kinds: ['mail', 'telegram', 'web_push', 'webhook'].map((one) =>
            kind(one, !without.includes(one)),
        ),
    };
}

function open(answers: Parameters<typeof standIn>[0] = {}): Call[] {
    const calls = standIn({
        'GET /v1/alerts': alerts(),
        'GET /v1/me': { email: 'ada@example.org' },
        'GET /v1/alerts/deliveries': { deliveries: [], next: null },
        'GET /v1/mails': { mails: [], next: null },
        ...answers,
    });
    show(<AlertsPage />, '/settings/alerts');
    return calls;
}

const section = async (name: string) => within(await screen.findByRole('region', { name }));
const sent = (calls: Call[], method: string, path: string) =>
    calls.filter((call) => call.method === method && call.path === path);
const delivery = (alert_id: string, more: object = {}) => ({
    alert_id,
    channel_id: 'w1',
    channel_name: 'On-call',
    kind: 'webhook',
    alert: 'test',
    title: 'Test',
    connections: [],
    delivery: 'sent',
    attempts: 1,
    reason: null,
    queued_at: '2026-11-21T10:00:00Z',
    at: new Date().toISOString(),
    ...more,
});

describe('AlertsPage', () => {
    it('says of what is not set up that it is not', async () => {
        open({ 'GET /v1/alerts': alerts([], ['telegram', 'webhook', 'web_push']) });
        const telegram = await section('Telegram');
        expect(telegram.getByText('telegram is not set up here.')).toBeVisible();
        expect(telegram.queryByRole('button')).toBeNull();
        expect((await section('Webhooks')).queryByRole('button')).toBeNull();
    });

    it('shows a webhook’s secret once, with a way to copy it', async () => {
        const user = userEvent.setup();
        const calls = open({
            'POST /v1/alerts/channels': { channel: hook, secret: 'whsec_abc' },
        });
        const webhooks = await section('Webhooks');
        await user.click(webhooks.getByRole('button', { name: 'Add a webhook' }));
        await user.click(webhooks.getByRole('button', { name: 'Add' }));
        expect(webhooks.getByText('Enter the URL.')).toBeVisible();
        await user.type(webhooks.getByLabelText('URL'), ' https://example.org/hook ');
        await user.click(webhooks.getByRole('button', { name: 'Add' }));
        expect(await webhooks.findByText('whsec_abc')).toBeVisible();
        expect(webhooks.getByRole('button', { name: /the secret/ })).toBeVisible();
        expect(sent(calls, 'POST', '/v1/alerts/channels')[0]?.body).toEqual({
            kind: 'webhook',
            url: 'https://example.org/hook',
        });
        await user.click(webhooks.getByRole('button', { name: 'I have it' }));
        expect(webhooks.queryByText('whsec_abc')).toBeNull();
        expect(webhooks.getByText('https://example.org/hook')).toBeVisible();
    });

    it('puts the house’s words on the field', async () => {
        const user = userEvent.setup();
        open({
            'POST /v1/alerts/channels': refusal(422, 'VALIDATION_ERROR', {
                url: 'The address does not lead to the public internet.',
            }),
        });
        const webhooks = await section('Webhooks');
        await user.click(webhooks.getByRole('button', { name: 'Add a webhook' }));
        await user.type(webhooks.getByLabelText('URL'), 'https://10.0.0.1/');
        await user.click(webhooks.getByRole('button', { name: 'Add' }));
        expect(
            await webhooks.findByText('The address does not lead to the public internet.'),
        ).toBeVisible();
        expect(webhooks.getByLabelText('URL')).toBeInvalid();
    });

    it('asks before it makes a new secret, and says when two would end one', async () => {
        const user = userEvent.setup();
        const until = '2026-11-22T10:00:00Z';
        const calls = open({
            'GET /v1/alerts': alerts([{ ...hook, previous_until: until }]),
            'POST /v1/alerts/channels/w1/rotate-secret': {
                channel: { ...hook, previous_until: until },
                secret: 'whsec_new',
            },
        });
        const webhooks = await section('Webhooks');
        await user.click(webhooks.getByRole('button', { name: 'New secret for On-call' }));
        const dialog = await screen.findByRole('dialog');
        expect(dialog).toHaveTextContent('The one before that ends at once.');
        expect(sent(calls, 'POST', '/v1/alerts/channels/w1/rotate-secret')).toEqual([]);
        await user.click(within(dialog).getByRole('button', { name: 'New secret' }));
        expect(await webhooks.findByText('whsec_new')).toBeVisible();
    });

    it('follows a test to its end', async () => {
        const user = userEvent.setup();
        let told = [delivery('a1', { delivery: 'waiting', reason: 'it answered 500' })];
        open({
            'GET /v1/alerts': alerts([hook]),
            'POST /v1/alerts/channels/w1/test': { alert_id: 'a1' },
            'GET /v1/alerts/deliveries': () => ({ deliveries: told, next: null }),
        });
        const webhooks = await section('Webhooks');
        await user.click(webhooks.getByRole('button', { name: 'Send test to On-call' }));
        expect(await webhooks.findByText(/Not yet\. It answered 500\./)).toBeVisible();
        told = [delivery('a1')];
        expect(await webhooks.findByText(/Delivered/)).toBeVisible();
    });

    it('follows a test by mail among the mails', async () => {
        const user = userEvent.setup();
        open({
            'POST /v1/alerts/mail/test': { alert_id: 'a7' },
            'GET /v1/mails': {
                mails: [
                    {
                        mail_id: 'test_alert.a7',
                        delivery: 'failed',
                        reason: 'unknown address',
                        at: '2026-11-21T10:00:00Z',
                    },
                ],
                next: null,
            },
        });
        const mail = await section('Mail');
        await user.click(await mail.findByRole('button', { name: 'Send test to ada@example.org' }));
        expect(await mail.findByText('Not delivered. Unknown address.')).toBeVisible();
    });

    it('switches a channel, and shows why one was lost', async () => {
        const user = userEvent.setup();
        const calls = open({
            'GET /v1/alerts': alerts([
                {
                    ...hook,
                    enabled: false,
                    state: 'lost',
                    reason: 'It has refused for three days.',
                    fix: 'Mend what answers at the URL.',
                    lost_at: '2026-11-21T10:00:00Z',
                },
            ]),
            'PATCH /v1/alerts/channels/w1': hook,
        });
        const webhooks = await section('Webhooks');
        expect(webhooks.getByText('Lost')).toBeVisible();
        expect(webhooks.getByText('It has refused for three days.')).toBeVisible();
        expect(webhooks.getByText('Mend what answers at the URL.')).toBeVisible();
        expect(webhooks.getByRole('button', { name: /Send test/ })).toBeDisabled();
        await user.click(webhooks.getByRole('switch', { name: 'Send alerts here: On-call' }));
        await waitFor(() => expect(webhooks.getByText('On')).toBeVisible());
        expect(sent(calls, 'PATCH', '/v1/alerts/channels/w1')[0]?.body).toEqual({ enabled: true });
    });

    it('renames a channel in place, and keeps what was typed when the house refuses', async () => {
        const user = userEvent.setup();
        let refuses = true;
        const calls = open({
            'GET /v1/alerts': alerts([hook]),
            'PATCH /v1/alerts/channels/w1': ({ body }: Call) =>
                refuses
                    ? refusal(422, 'VALIDATION_ERROR', { name: 'That name is taken.' })
                    : { ...hook, ...(body as object) },
        });
        const webhooks = await section('Webhooks');
        await user.click(webhooks.getByRole('button', { name: 'Rename On-call' }));
        const field = webhooks.getByRole('textbox', { name: 'Name of the channel' });
        await user.clear(field);
        await user.type(field, 'Night shift{Enter}');
        expect(await webhooks.findByText('That name is taken.')).toBeVisible();
        expect(webhooks.getByRole('textbox', { name: 'Name of the channel' })).toHaveValue(
            'Night shift',
        );
        refuses = false;
        await user.click(webhooks.getByRole('button', { name: 'Save the name' }));
        expect(await webhooks.findByRole('button', { name: 'Rename Night shift' })).toBeVisible();
        expect(webhooks.getByText('Renamed to Night shift')).toBeInTheDocument();
        expect(sent(calls, 'PATCH', '/v1/alerts/channels/w1').map((call) => call.body)).toEqual([
            { name: 'Night shift' },
            { name: 'Night shift' },
        ]);
    });

    it('waits for a chat and says when it is linked', async () => {
        const user = userEvent.setup();
        let linked = false;
        open({
            'GET /v1/alerts': () =>
                alerts(linked ? [channel('t1', 'telegram', 'Ada’s phone')] : []),
            'POST /v1/alerts/telegram-links': {
                bot: 'TestBot',
                url: 'https://t.me/TestBot?start=CODE',
                code: 'CODE',
                expires_at: new Date(Date.now() + 900_000).toISOString(),
            },
        });
        const telegram = await section('Telegram');
        await user.click(telegram.getByRole('button', { name: 'Link a chat' }));
        const way = await telegram.findByRole('link', { name: 'Open Telegram' });
        expect(way).toHaveAttribute('href', 'https://t.me/TestBot?start=CODE');
        expect(way).toHaveAttribute('rel', 'noreferrer');
        expect(telegram.getByText('/start CODE')).toBeVisible();
        expect(telegram.getByRole('img', { name: /for a camera/ })).toBeVisible();
        linked = true;
        expect(await telegram.findByText(/Linked: Ada’s phone/)).toBeVisible();
        expect(telegram.queryByText('/start CODE')).toBeNull();
        expect(telegram.getByRole('button', { name: 'Link another chat' })).toBeVisible();
    });

    it('saves when to be told, and not what makes no sense', async () => {
        const user = userEvent.setup();
        const calls = open({
            'PUT /v1/alerts/wishes': ({ body }: Call) => ({
                quiet_hours: null,
                ...(body as object),
            }),
        });
        const when = await section('When');
        const persist = when.getByLabelText('Tell me again after');
        await user.clear(persist);
        await user.type(persist, '0');
        await user.click(when.getByRole('button', { name: 'Save' }));
        expect(when.getByText('Enter a whole number from 1 to 1440.')).toBeVisible();
        await user.clear(persist);
        await user.type(persist, '15');
        await user.click(when.getByRole('switch', { name: /Quiet hours/ }));
        await user.selectOptions(when.getByLabelText('Time zone'), 'Europe/Vienna');
        await user.click(when.getByRole('button', { name: 'Save' }));
        expect(await when.findByText('Saved.')).toBeVisible();
        expect(sent(calls, 'PUT', '/v1/alerts/wishes').map((call) => call.body)).toEqual([
            {
                persist_minutes: 15,
                quiet_hours: { from: '22:00', until: '07:00', zone: 'Europe/Vienna' },
            },
        ]);
    });

    it('lists alerts of one channel', async () => {
        const user = userEvent.setup();
        open({
            'GET /v1/alerts': alerts([hook, channel('t1', 'telegram', 'Chat')]),
            'GET /v1/alerts/deliveries': ({ query }: Call) => ({
                deliveries:
                    query.get('channel') === 't1'
                        ? []
                        : [delivery('a1', { delivery: 'failed', reason: 'it answered 500' })],
                next: null,
            }),
        });
        const list = await section('Alerts sent to you');
        expect(await list.findByText('It answered 500.')).toBeVisible();
        await user.selectOptions(list.getByLabelText('Show'), 'Telegram: Chat');
        expect(await list.findByText('No alerts in the last 30 days')).toBeVisible();
    });

    it('says that a browser cannot', async () => {
        open();
        expect(
            await (await section('This browser')).findByText(/cannot show notifications/),
        ).toBeVisible();
    });
});
