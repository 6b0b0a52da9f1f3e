import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import type { Me } from '../../api/types';
import { refusal, show, standIn } from '../../testing/house';
import { WriteMessage } from './WriteMessage';

const account = { account_id: 'a7', email: 'grace@outlook.com', name: 'Grace' } as Me;
const PATH = 'POST /v1/operator/accounts/a7/messages';

describe('WriteMessage', () => {
    it('shows the mail first, and sends it once however often it is tried', async () => {
        const user = userEvent.setup();
        let away = true;
        const calls = standIn({
            [PATH]: () => (away ? refusal(503, 'SERVICE_UNAVAILABLE') : { message_id: 'x' }),
        });
        show(<WriteMessage account={account} />, '/');
        await user.type(screen.getByLabelText('Subject'), 'Your key');
        await user.type(screen.getByLabelText('Text'), 'Please add our addresses.');
        await user.click(screen.getByRole('button', { name: 'Preview' }));
        expect(calls).toHaveLength(0);
        expect(screen.getByText('Hello Grace,')).toBeVisible();
        await user.click(screen.getByRole('button', { name: 'Send as mail' }));
        expect(await screen.findByText('It said SERVICE_UNAVAILABLE.')).toBeVisible();
        away = false;
        await user.click(screen.getByRole('button', { name: 'Send as mail' }));
        expect(await screen.findByText(/The message is on its way/)).toBeVisible();
        const keys = calls.map((call) => call.headers.get('Idempotency-Key'));
        expect(keys[0]).toBeTruthy();
        expect(keys[1]).toBe(keys[0]);
        expect(calls[1]?.body).toEqual({ subject: 'Your key', text: 'Please add our addresses.' });
    });

    it('does not go on without a subject, and warns of keys', async () => {
        const user = userEvent.setup();
        standIn({});
        show(<WriteMessage account={account} />, '/');
        await user.type(screen.getByLabelText('Text'), '4f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c');
        expect(screen.getByText(/looks like an API key/)).toBeVisible();
        await user.click(screen.getByRole('button', { name: 'Preview' }));
        await waitFor(() =>
            expect(screen.getByText('Enter a subject of 1 to 120 characters.')).toBeVisible(),
        );
    });
});
