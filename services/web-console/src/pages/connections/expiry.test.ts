import { describe, expect, it } from 'vitest';
import { DAY, expiryOf, HOUR, inOneUnit, MINUTE } from './expiry';

const NOW = Date.parse('2026-03-10T12:00:00Z');
const inMillis = (left: number) =>
    expiryOf({ status: 'connected', expires_at: new Date(NOW + left).toISOString() }, NOW);

describe('expiry', () => {
    it('becomes soon below ten days and urgent below two', () => {
        expect(inMillis(10 * DAY).kind).toBe('later');
        expect(inMillis(10 * DAY - 1).kind).toBe('soon');
        expect(inMillis(2 * DAY).kind).toBe('soon');
        expect(inMillis(2 * DAY - 1).kind).toBe('urgent');
        expect(inMillis(1).kind).toBe('urgent');
    });

    it('is over at the very moment', () => {
        expect(inMillis(0).kind).toBe('expired');
        expect(inMillis(-DAY)).toMatchObject({ kind: 'expired', left: -DAY });
    });

    it('tells a key without an end from one that was not read yet', () => {
        expect(expiryOf({ status: 'connected', expires_at: null }, NOW).kind).toBe('never');
        expect(expiryOf({ status: 'validating', expires_at: null }, NOW).kind).toBe('unread');
    });

    it('never promises more time than there is', () => {
        expect(inOneUnit(9 * DAY + 23 * HOUR)).toEqual({ count: 9, unit: 'day' });
        expect(inOneUnit(2 * DAY - 1)).toEqual({ count: 47, unit: 'hour' });
        expect(inOneUnit(2 * HOUR - 1)).toEqual({ count: 119, unit: 'minute' });
        expect(inOneUnit(20_000)).toEqual({ count: 1, unit: 'minute' });
        expect(inOneUnit(-3 * MINUTE)).toEqual({ count: 3, unit: 'minute' });
    });
});
