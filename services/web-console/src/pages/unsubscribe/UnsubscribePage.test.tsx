import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { refusal, show, standIn } from '../../testing/house';
import UnsubscribePage from './UnsubscribePage';

const open = () => show(<UnsubscribePage />, '/unsubscribe/:token', '/unsubscribe/t1');

describe('UnsubscribePage', () => {
    it('changes nothing until the button is pressed', async () => {
        const calls = standIn({
            'POST /v1/mails/unsubscribe/t1': { mail: 'expiring', wanted: false },
        });
        open();
        expect(calls).toHaveLength(0);
        await userEvent.click(screen.getByRole('button', { name: 'Stop these reminders' }));
        expect(await screen.findByRole('heading', { name: 'Reminders are off' })).toBeVisible();
        expect(calls).toHaveLength(1);
    });

    it('explains a token that nobody knows', async () => {
        standIn({ 'POST /v1/mails/unsubscribe/t1': refusal(404, 'NOT_FOUND') });
        open();
        await userEvent.click(screen.getByRole('button', { name: 'Stop these reminders' }));
        expect(
            await screen.findByRole('heading', { name: 'This link does not work' }),
        ).toBeVisible();
    });
});
