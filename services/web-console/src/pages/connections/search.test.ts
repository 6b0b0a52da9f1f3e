import { describe, expect, it } from 'vitest';
import { sampleConnection } from './samples';
import { search } from './search';
import type { Wanted } from './search';

const names = {
    venue: (id: string) => (id === 'okx' ? 'OKX' : 'Bybit'),
    strategy: () => 'BTC accumulation',
};
const SOON = Date.parse('2026-03-20T12:00:00Z');
const all: Wanted = { text: '', status: 'all', venue: '', order: 'label' };
const labels = (connections: { label: string }[]) => connections.map(({ label }) => label);

const house = [
    sampleConnection({ label: 'Konto 10', created_at: '2026-03-01T00:00:00Z' }),
    sampleConnection({ label: 'Konto 9', status: 'error', created_at: '2026-03-02T00:00:00Z' }),
    sampleConnection({
        label: 'Épargne',
        venue: 'okx',
        status: 'reauth_needed',
        created_at: '2026-03-03T00:00:00Z',
    }),
    sampleConnection({
        label: 'zuletzt',
        expires_at: '2026-03-19T12:00:00Z',
        created_at: '2026-03-04T00:00:00Z',
    }),
];

describe('the search among connections', () => {
    it('finds without accents and case, by every word, in names as they are shown', () => {
        expect(labels(search(house, { ...all, text: 'epargne' }, names, SOON))).toEqual([
            'Épargne',
        ]);
        expect(labels(search(house, { ...all, text: 'KONTO 10' }, names, SOON))).toEqual([
            'Konto 10',
        ]);
        expect(labels(search(house, { ...all, text: 'okx btc' }, names, SOON))).toEqual([
            'Épargne',
        ]);
        expect(search(house, { ...all, text: 'ada x7qd' }, names, SOON)).toHaveLength(4);
        expect(search(house, { ...all, text: 'kraken' }, names, SOON)).toEqual([]);
    });

    it('keeps to a state and an exchange', () => {
        expect(labels(search(house, { ...all, status: 'failing' }, names, SOON))).toEqual([
            'Épargne',
            'Konto 9',
        ]);
        expect(labels(search(house, { ...all, status: 'expiring' }, names, SOON))).toEqual([
            'zuletzt',
        ]);
        expect(labels(search(house, { ...all, venue: 'okx' }, names, SOON))).toEqual(['Épargne']);
    });

    it('orders numbers in names as people do', () => {
        expect(labels(search(house, all, names, SOON))).toEqual([
            'Épargne',
            'Konto 9',
            'Konto 10',
            'zuletzt',
        ]);
    });

    it('puts trouble first and the healthy by their end', () => {
        expect(labels(search(house, { ...all, order: 'trouble' }, names, SOON))).toEqual([
            'Épargne',
            'Konto 9',
            'zuletzt',
            'Konto 10',
        ]);
    });

    it('leaves the list it was given as it was', () => {
        const before = [...house];
        search(house, { ...all, order: 'newest' }, names, SOON);
        expect(house).toEqual(before);
    });
});
