import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it } from 'vitest';
import { show, standIn } from '../../testing/house';
import { CalendarLink } from './CalendarLink';

const MADE = { path: '/v1/connections/expiry.ics?token=0123', made_at: '2026-11-21T10:00:00Z' };

describe('CalendarLink', () => {
    it('makes a link and shows it once', async () => {
        const user = userEvent.setup();
        const calls = standIn({
            'GET /v1/settings/calendar': { made_at: null },
            'POST /v1/settings/calendar': MADE,
        });
        show(<CalendarLink />, '/settings');
        await user.click(await screen.findByRole('button', { name: 'Make a link' }));
        expect(await screen.findByLabelText('Calendar link')).toHaveValue(
            window.location.origin + MADE.path,
        );
        expect(calls.filter((call) => call.method === 'POST')).toHaveLength(1);
        expect(screen.getByRole('button', { name: 'Make a new link' })).toBeVisible();
    });

    it('asks before the link in use stops working', async () => {
        const user = userEvent.setup();
        const calls = standIn({
            'GET /v1/settings/calendar': { made_at: MADE.made_at },
            'POST /v1/settings/calendar': MADE,
        });
        show(<CalendarLink />, '/settings');
        await user.click(await screen.findByRole('button', { name: 'Make a new link' }));
        expect(await screen.findByText(/stops working/)).toBeVisible();
        expect(calls.some((call) => call.method === 'POST')).toBe(false);
        await user.click(screen.getAllByRole('button', { name: 'Make a new link' }).at(-1)!);
        expect(await screen.findByLabelText('Calendar link')).toBeVisible();
    });

    it('removes the link', async () => {
        const user = userEvent.setup();
        const calls = standIn({
            'GET /v1/settings/calendar': { made_at: MADE.made_at },
            'DELETE /v1/settings/calendar': () => undefined,
        });
        show(<CalendarLink />, '/settings');
        await user.click(await screen.findByRole('button', { name: 'Remove the link' }));
        const dialog = within(await screen.findByRole('dialog'));
        await user.click(dialog.getByRole('button', { name: 'Remove the link' }));
        expect(await screen.findByText('The link is removed.')).toBeVisible();
        await waitFor(() => expect(calls.some((call) => call.method === 'DELETE')).toBe(true));
        expect(screen.getByRole('button', { name: 'Make a link' })).toBeVisible();
    });
});
