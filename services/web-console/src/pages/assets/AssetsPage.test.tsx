import { screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { sampleConnection } from '../connections/samples';
import { answering, stage } from '../connections/stage';
import AssetsPage from './AssetsPage';

afterEach(() => vi.unstubAllGlobals());

const minuteAgo = new Date(Date.now() - 60_000).toISOString();
const held = (connection_id: string, label: string, total: string) => ({
    connection_id,
    label,
    venue: 'bybit',
    wallet: 'Unified',
    total,
    free: total,
    as_of: minuteAgo,
});

function show() {
    answering({
        'GET /v1/connections': {
            connections: [
                sampleConnection({ connection_id: 'a', label: 'Alpha' }),
                sampleConnection({ connection_id: 'b', label: 'Beta', status: 'error' }),
                sampleConnection({ connection_id: 'c', label: 'Gamma', balances: [] }),
            ],
        },
        'GET /v1/assets': {
            assets: [
                {
                    asset: 'BTC',
                    total: '0.30000000000000001',
                    holdings: [held('a', 'Alpha', '0.1'), held('b', 'Beta', '0.20000000000000001')],
                },
                { asset: 'XRP', total: '0', holdings: [held('a', 'Alpha', '0.00')] },
            ],
        },
        'GET /v1/venues': { venues: [] },
        'GET /v1/strategies': { strategies: [] },
    });
    stage(<AssetsPage />);
}

describe('the assets', () => {
    it('are summed to the last digit, and marked where a connection fails', async () => {
        show();
        expect(await screen.findByText('0.30000000000000001')).toBeVisible();
        expect(screen.getByText('Part of this sum is stale')).toBeVisible();
        const beta = screen.getByText('Beta').closest('tr')!;
        expect(within(beta).getByText('Stale')).toBeVisible();
        expect(within(screen.getByText('Alpha').closest('tr')!).queryByText('Stale')).toBeNull();
    });

    it('say which connections were never read', async () => {
        show();
        expect(await screen.findByText(/1 connection has never been read/)).toBeVisible();
        await userEvent.click(screen.getByRole('tab', { name: 'By connection' }));
        expect(await screen.findByText(/have not been read yet/)).toBeVisible();
    });

    it('of nothing are shown when they are asked for', async () => {
        show();
        await screen.findByRole('heading', { name: 'BTC' });
        expect(screen.queryByText('XRP')).toBeNull();
        await userEvent.click(screen.getByRole('switch', { name: 'Show zero balances' }));
        expect(await screen.findByRole('heading', { name: 'XRP' })).toBeVisible();
    });
});
