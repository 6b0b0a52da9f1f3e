import { describe, expect, it } from 'vitest';
import { compareDecimals, isZero, readDecimal, showDecimal, sumOf } from './decimals';

describe('decimals', () => {
    it('adds what floating point cannot', () => {
        expect(sumOf(['0.1', '0.2'])).toBe('0.3');
        expect(sumOf(['9007199254740993', '0.000000000000000001'])).toBe(
            '9007199254740993.000000000000000001',
        );
    });

    it('drops needless zeros and keeps every other digit', () => {
        expect(sumOf(['1.2300', '0.0'])).toBe('1.23');
        expect(sumOf(['100', '-100'])).toBe('0');
        expect(sumOf(['-0.5', '0.25'])).toBe('-0.25');
    });

    it('reads exponents as the house may write them', () => {
        expect(sumOf(['1E-8'])).toBe('0.00000001');
        expect(sumOf(['2.5e3'])).toBe('2500');
        expect(sumOf(['0E-18'])).toBe('0');
    });

    it('does not guess a sum when one part cannot be read', () => {
        expect(sumOf(['1', 'many'])).toBeNull();
        expect(readDecimal('')).toBeNull();
        expect(readDecimal('1,5')).toBeNull();
    });

    it('knows zero in each of its forms, and that the unreadable is not zero', () => {
        expect(['0', '0.000', '-0', '0E-8'].map(isZero)).toEqual([true, true, true, true]);
        expect(['0.0000000001', 'none', ''].map(isZero)).toEqual([false, false, false]);
    });

    it('shows thousands in groups and never rounds', () => {
        expect(showDecimal('1234567.123456789012345678')).toBe('1,234,567.123456789012345678');
        expect(showDecimal('-0.10')).toBe('\u22120.1');
        expect(showDecimal('1E-8')).toBe('0.00000001');
        expect(showDecimal('n/a')).toBe('n/a');
    });

    it('compares across scales', () => {
        const [a, b] = [readDecimal('0.10')!, readDecimal('0.1')!];
        expect(compareDecimals(a, b)).toBe(0);
        expect(compareDecimals(readDecimal('-2')!, a)).toBe(-1);
        expect(compareDecimals(readDecimal('10')!, readDecimal('9.99')!)).toBe(1);
    });
});
