import { screen } from '@testing-library/react';
import { expect, it } from 'vitest';
import { show, standIn } from '../../testing/house';
import { Budgets } from './Budgets';

const fine = {
    budget_id: '0199a000-0000-7000-8000-000000000001',
    venue: 'binance',
    address: '203.0.113.7',
    instance: '0199a000-0000-7000-8000-00000000000a',
    limits: [
        {
            below: '/api/',
            per_seconds: 60,
            allowed: 6000,
            health_allowed: 3000,
            orders: 12,
            account: 40,
            health: 1250,
            open: 0,
            others: 700,
        },
    ],
    connections: 1,
    pings_wanted: 1,
    pings_carried: 6000,
    waiting: 0,
    waiting_since: null,
    back_offs: 0,
    stays_away_until: null,
    told_at: '2026-11-21T09:00:00Z',
};

it('shows what is spent by whom, and which budgets are too small', async () => {
    standIn({
        'GET /v1/operator/budgets': {
            budgets: [
                fine,
                {
                    ...fine,
                    budget_id: 'b',
                    venue: 'bybit',
                    address: '203.0.113.8',
                    connections: 5200,
                    pings_wanted: 5200,
                    pings_carried: 3600,
                    waiting: 31,
                    waiting_since: '2026-11-21T08:59:56Z',
                },
                {
                    ...fine,
                    budget_id: 'c',
                    venue: 'bitget',
                    address: '',
                    back_offs: 2,
                    stays_away_until: '2026-11-21T09:00:08Z',
                },
            ],
        },
        'GET /v1/venues': { venues: [] },
        'GET /v1/strategies': { strategies: [] },
    });
    show(<Budgets />, '/operator');
    expect(await screen.findByText('Room enough')).toBeVisible();
    expect(screen.getByText('Stretched')).toBeVisible();
    expect(screen.getByText('Staying away')).toBeVisible();
    expect(
        screen.getByText(/5,200 pings a minute wanted, 3,600 carried · 31 waiting/),
    ).toBeVisible();
    expect(screen.getByText(/told to slow down 2 times/)).toBeVisible();
    expect(screen.getByText(/Nothing goes out until/)).toBeVisible();
    expect(
        screen.getAllByText(/2,002 of 6,000 a minute below \/api\/.*others at our address 700/),
    ).toHaveLength(3);
});

it('says so when nothing was asked', async () => {
    standIn({ 'GET /v1/operator/budgets': { budgets: [] } });
    show(<Budgets />, '/operator');
    expect(await screen.findByText('Nothing was asked lately.')).toBeVisible();
});
