import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { Refusal, refusal, show, standIn } from '../../testing/house';
import type { Call } from '../../testing/house';
import SettingsPage from './SettingsPage';

const me = {
    account_id: 'a1',
    client_id: '0x3E9 / Ada',
    email: 'ada@example.org',
    name: 'Ada',
    role: 'trader',
    support_clearance: 'not_needed',
    anti_phishing_code_set: false,
    registered_at: '2026-08-02T09:11:00Z',
};
const session = (session_id: string, current: boolean, device: string | null) => ({
    session_id,
    current,
    device,
    address: null,
    started_at: '2026-11-20T10:00:00Z',
    last_used_at: '2026-11-21T10:00:00Z',
});
const mails = {
    mails: [
        { mail: 'expiring', title: 'Key expires soon', about: 'A.', optional: true, wanted: true },
        {
            mail: 'failing',
            title: 'Connection failing',
            about: 'B.',
            optional: false,
            wanted: true,
        },
    ],
};

function open(answers: Parameters<typeof standIn>[0] = {}): Call[] {
    const calls = standIn({
        'GET /v1/me': me,
        'GET /v1/sessions': {
            sessions: [
                session('s1', true, 'Firefox on Linux'),
                session('s2', false, 'Safari on iPhone'),
            ],
        },
        'GET /v1/me/mails': mails,
        'GET /v1/mails': { mails: [], next: null },
        ...answers,
    });
    show(<SettingsPage />, '/settings');
    return calls;
}

const sent = (calls: Call[], method: string, path: string) =>
    calls.find((call) => call.method === method && call.path === path);

describe('SettingsPage', () => {
    it('changes the password and puts the house’s words on the field', async () => {
        const user = userEvent.setup();
        let wrong = true;
        const calls = open({
            'PUT /v1/me/password': () =>
                wrong
                    ? refusal(422, 'VALIDATION_ERROR', { current_password: 'is not right' })
                    : undefined,
        });
        const current = await screen.findByLabelText('Current password');
        expect(current).toHaveAttribute('autocomplete', 'current-password');
        const next = screen.getByLabelText('New password');
        expect(next).toHaveAttribute('autocomplete', 'new-password');
        const button = screen.getByRole('button', { name: 'Change password' });
        expect(button).toBeDisabled();
        await user.type(current, 'my old password');
        await user.type(next, 'a brand new phrase');
        await user.type(screen.getByLabelText('New password, once more'), 'a brand new phrase');
        await user.click(button);
        expect(await screen.findByText('Is not right.')).toBeVisible();
        wrong = false;
        await user.type(current, '!');
        await user.click(button);
        expect(await screen.findByText(/Your password is changed/)).toBeVisible();
        expect(current).toHaveValue('');
        expect(sent(calls, 'PUT', '/v1/me/password')?.body).toEqual({
            current_password: 'my old password',
            new_password: 'a brand new phrase',
        });
    });

    it('ends one session, and takes one that ended elsewhere as done', async () => {
        const user = userEvent.setup();
        const calls = open({ 'DELETE /v1/sessions/s2': new Refusal(404) });
        await user.click(
            await screen.findByRole('button', { name: 'End the session on Safari on iPhone' }),
        );
        expect(await screen.findByText('That session had ended already.')).toBeVisible();
        expect(sent(calls, 'DELETE', '/v1/sessions/s2')).toBeDefined();
    });

    it('asks before it ends all others', async () => {
        const user = userEvent.setup();
        const calls = open({ 'DELETE /v1/sessions': undefined });
        await user.click(await screen.findByRole('button', { name: 'End all others' }));
        const dialog = await screen.findByRole('dialog');
        expect(sent(calls, 'DELETE', '/v1/sessions')).toBeUndefined();
        expect(dialog).toHaveTextContent('One other browser');
        await user.click(within(dialog).getByRole('button', { name: 'End all others' }));
        await waitFor(() => expect(sent(calls, 'DELETE', '/v1/sessions')).toBeDefined());
    });

    it('sets the anti-phishing code, but not one of three characters', async () => {
        const user = userEvent.setup();
        const calls = open({ 'PATCH /v1/me': { ...me, anti_phishing_code_set: true } });
        const field = await screen.findByLabelText('New code');
        await user.type(field, 'abc');
        await user.click(screen.getByRole('button', { name: 'Set code' }));
        expect(screen.getByText('Enter 4 to 20 characters.')).toBeVisible();
        await user.type(field, 'd');
        await user.click(screen.getByRole('button', { name: 'Set code' }));
        expect(await screen.findByText(/You have a code/)).toBeVisible();
        expect(sent(calls, 'PATCH', '/v1/me')?.body).toEqual({ anti_phishing_code: 'abcd' });
    });

    it('switches a mail at once, and back when that is refused', async () => {
        const user = userEvent.setup();
        const calls = open({ 'PUT /v1/me/mails': refusal(503, 'SERVICE_UNAVAILABLE') });
        const flip = await screen.findByRole('switch', { name: /^Key expires soon/ });
        expect(screen.queryByRole('switch', { name: /^Connection failing/ })).toBeNull();
        await user.click(flip);
        expect(await screen.findByText('It said SERVICE_UNAVAILABLE.')).toBeVisible();
        await waitFor(() => expect(flip).toBeChecked());
        expect(sent(calls, 'PUT', '/v1/me/mails')?.body).toEqual({ unwanted: ['expiring'] });
    });

    it('reads mails further with the cursor', async () => {
        const user = userEvent.setup();
        const mail = (n: number) => ({
            mail_id: `m${n}`,
            template: 'launched',
            title: `Mail ${n}`,
            connection_id: null,
            delivery: 'sent',
            reason: null,
            queued_at: '2026-11-21T10:00:00Z',
            at: '2026-11-21T10:00:00Z',
        });
        open({
            'GET /v1/mails': ({ query }: Call) =>
                query.get('after') === 'm1'
                    ? { mails: [mail(2)], next: null }
                    : { mails: [mail(1)], next: 'm1' },
        });
        await user.click(await screen.findByRole('button', { name: 'Show more' }));
        expect(await screen.findByText('Mail 2')).toBeVisible();
        expect(screen.getByText('Mail 1')).toBeVisible();
        expect(screen.queryByRole('button', { name: 'Show more' })).toBeNull();
    });
});
