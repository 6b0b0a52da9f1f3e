import { screen, within } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import type { History } from '../../api/types';
import { LatencyChart } from './LatencyChart';
import { sampleReason } from './samples';
import { stage } from './stage';

const history: History = {
    connection_id: 'c1',
    from: '2026-03-09T12:00:00Z',
    until: '2026-03-10T12:00:00Z',
    step_seconds: 300,
    points: [
        {
            at: '2026-03-10T10:00:00Z',
            pings: 5,
            failed: 1,
            typical_millis: 90,
            longest_millis: 140,
        },
        {
            at: '2026-03-10T10:05:00Z',
            pings: 5,
            failed: 0,
            typical_millis: 95,
            longest_millis: 120,
        },
    ],
    outages: [
        { status: 'error', from: '2026-03-10T11:00:00Z', until: null, reason: sampleReason() },
    ],
};

describe('the chart', () => {
    it('is told in words and has a table', () => {
        stage(<LatencyChart history={history} label="Main BTC" />);
        const picture = screen.getByRole('img', { name: /Answer times of Main BTC/ });
        expect(picture).toHaveAccessibleName(/10 pings, 1 failed, typically answered in 95 ms/);
        const table = screen.getByRole('table', { hidden: true });
        const rows = within(table).getAllByRole('row', { hidden: true });
        expect(rows.some((row) => row.textContent?.includes('10195 ms140 ms'))).toBe(true);
    });

    it('says why each outage was, and that it goes on', () => {
        stage(<LatencyChart history={history} label="Main BTC" />);
        const [outage] = screen.getAllByRole('listitem').filter((one) => one.closest('div ul'));
        expect(outage).toBeDefined();
        expect(screen.getByText('still going on')).toBeVisible();
        expect(screen.getAllByText(/does not know this API key/).length).toBeGreaterThan(0);
    });

    it('says that there was nothing to measure yet', () => {
        stage(<LatencyChart history={{ ...history, points: [], outages: [] }} label="Main BTC" />);
        expect(screen.getByText(/No ping in the last 24 hours yet/)).toBeVisible();
        expect(screen.queryByRole('img')).toBeNull();
    });
});
