import { describe, expect, it } from 'vitest';
import type { AssetTotal, Holding } from '../../api/types';
import { sampleConnection } from '../connections/samples';
import { byAsset, byConnection } from './holdings';

const NOW = Date.parse('2026-03-10T12:00:00Z');
const holding = (changes: Partial<Holding> = {}): Holding => ({
    connection_id: 'a',
    label: 'Alpha',
    venue: 'bybit',
    wallet: 'Unified',
    trades: true,
    total: '0.1',
    free: '0.1',
    as_of: '2026-03-10T11:59:00Z',
    ...changes,
});
const a = sampleConnection({ connection_id: 'a', label: 'Alpha' });
const b = sampleConnection({ connection_id: 'b', label: 'Beta', status: 'error' });
const btc: AssetTotal = {
    mode: 'live',
    asset: 'BTC',
    total: '0.3',
    free: '0.1',
    holdings: [holding(), holding({ connection_id: 'b', label: 'Beta', total: '0.2', free: '0' })],
};

describe('assets', () => {
    it('are summed exactly, the largest part first', () => {
        const [row] = byAsset([btc], [a, b], NOW, false);
        expect(row).toMatchObject({ asset: 'BTC', total: '0.3', free: '0.1' });
        expect(row!.holdings.map(({ label }) => label)).toEqual(['Beta', 'Alpha']);
    });

    it('are stale in the part whose connection fails, and so in sum', () => {
        const [row] = byAsset([btc], [a, b], NOW, false);
        expect(row!.holdings.map(({ trust }) => trust)).toEqual(['stale', 'fresh']);
        expect(row!.trust).toBe('stale');
        expect(byAsset([btc], [a, { ...b, status: 'connected' }], NOW, false)[0]!.trust).toBe(
            'fresh',
        );
    });

    it('are stale when they are old, and undated when nobody knows', () => {
        const old = { ...btc, holdings: [holding({ as_of: '2026-03-10T11:00:00Z' })] };
        expect(byAsset([old], [a], NOW, false)[0]!.trust).toBe('stale');
        const undated = { ...btc, holdings: [holding({ as_of: null })] };
        expect(byAsset([undated], [a], NOW, false)[0]!.trust).toBe('undated');
    });

    it('have no sum when a part cannot be read', () => {
        const odd = { ...btc, holdings: [holding(), holding({ total: '?' })] };
        expect(byAsset([odd], [a], NOW, false)[0]!.total).toBeNull();
    });

    it('of nothing are shown only when they are wanted', () => {
        const none = { ...btc, asset: 'XRP', total: '0', holdings: [holding({ total: '0E-8' })] };
        expect(byAsset([none, btc], [a, b], NOW, false).map(({ asset }) => asset)).toEqual(['BTC']);
        expect(byAsset([none, btc], [a, b], NOW, true)).toHaveLength(2);
    });
});

describe('assets by connection', () => {
    it('tell a connection that was never read from one that holds nothing', () => {
        const read = { ...a, balances_at: '2026-03-10T11:58:00Z' };
        expect(byConnection([], [read, b], NOW, false)).toMatchObject([
            { label: 'Alpha', unread: false, holdings: [] },
            { label: 'Beta', unread: true, failing: true },
        ]);
    });

    it('leave out what is still being checked', () => {
        expect(byConnection([btc], [{ ...a, status: 'validating' }], NOW, false)).toEqual([]);
    });

    it('are as old as their oldest part when nothing else is known', () => {
        const two = { ...btc, holdings: [holding(), holding({ as_of: '2026-03-10T11:30:00Z' })] };
        expect(byConnection([two], [a], NOW, false)[0]!.as_of).toBe('2026-03-10T11:30:00Z');
    });
});
