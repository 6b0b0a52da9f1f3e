import { screen, within } from '@testing-library/react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { Connection, Submission } from '../../api/types';
import { sampleConnection, sampleReason, sampleSubmission } from '../connections/samples';
import { answering, stage } from '../connections/stage';
import DashboardPage from './DashboardPage';

afterEach(() => vi.unstubAllGlobals());

function show(connections: Connection[], submissions: Submission[] = []) {
    answering({
        'GET /v1/connections': { connections },
        'GET /v1/submissions': { submissions, next: null },
        'GET /v1/venues': { venues: [{ venue: 'bybit', name: 'Bybit', egress_ips: [] }] },
        'GET /v1/strategies': { strategies: [] },
    });
    stage(<DashboardPage />);
}

describe('the dashboard', () => {
    it('leads a newcomer to the first submission by one click', async () => {
        show([]);
        const begin = await screen.findByRole('link', { name: 'Connect an exchange' });
        expect(begin).toHaveAttribute('href', '/submit?type=add');
        expect(screen.queryByRole('link', { name: 'Refresh API' })).toBeNull();
    });

    it('shows bots with their BOT ID to copy, and that all is well', async () => {
        show([sampleConnection()]);
        expect(await screen.findByText('0x3E9 / Ada Lovelace / 1')).toBeVisible();
        const copy = { name: 'Copy the BOT ID 0x3E9 / Ada Lovelace / 1' };
        expect(screen.getByRole('button', copy)).toBeVisible();
        expect(screen.getByText(/All is well/)).toBeVisible();
        expect(screen.getByRole('link', { name: 'Refresh API' })).toHaveAttribute(
            'href',
            '/submit?type=refresh',
        );
    });

    it('puts what is broken first, with one fix each', async () => {
        const soon = new Date(Date.now() + 5 * 86_400_000).toISOString();
        show(
            [
                sampleConnection({ connection_id: 'c1', label: 'Dying', expires_at: soon }),
                sampleConnection({
                    connection_id: 'c2',
                    label: 'Dead',
                    status: 'reauth_needed',
                    reason: sampleReason(),
                }),
            ],
            [
                sampleSubmission({
                    submission_id: 's1',
                    label: 'Refused',
                    status: 'rejected',
                    venue: 'okx',
                    created_at: new Date().toISOString(),
                    reason: sampleReason('WITHDRAW_GRANTED'),
                }),
            ],
        );
        const box = await screen.findByRole('region', { name: /Needs your attention/ });
        const items = within(box).getAllByRole('listitem');
        expect(items.map((item) => within(item).getByRole('heading').textContent)).toEqual([
            'Dead needs a new key',
            'Refused was refused',
            'Dying expires soon',
        ]);
        for (const item of items) {
            const within_ = within(item);
            expect([
                ...within_.queryAllByRole('link'),
                ...within_.queryAllByRole('button'),
            ]).toHaveLength(1);
        }
        expect(screen.queryByText(/All is well/)).toBeNull();
    });

    it('shows what is under way', async () => {
        show([], [sampleSubmission({ submission_id: 's1', status: 'validating' })]);
        const watch = await screen.findByRole('link', {
            name: 'Watch the submission of Main BTC',
        });
        expect(watch).toHaveAttribute('href', '/submissions/s1');
    });

    it('tells why a bot is paused', async () => {
        const bot = { ...sampleConnection().bot!, state: 'paused', reason: sampleReason() };
        show([sampleConnection({ bot })]);
        const row = (await screen.findByText('Paused')).closest('tr')!;
        expect(row).toHaveTextContent('The venue does not know this API key.');
    });
});
