import { describe, expect, it } from 'vitest';
import { rightsOf, worstOf } from './rights';
import { sampleReason } from './samples';

const all = (grant: 'granted' | 'denied' | 'unknown') => ({
    read: grant,
    trade_spot: grant,
    trade_derivatives: grant,
    withdraw: grant,
    transfer: grant,
});
const fit = { ...all('denied'), read: 'granted', trade_spot: 'granted' } as const;
const verdicts = (rows: ReturnType<typeof rightsOf>) =>
    Object.fromEntries(rows.map((row) => [row.right, row.verdict]));

describe('rights', () => {
    it('wants reading and the trading of its own market, and the other market does not matter', () => {
        const rows = rightsOf({ market: 'spot', reason: null, rights: fit }, undefined);
        expect(verdicts(rows)).toEqual({
            read: 'good',
            trade_spot: 'good',
            trade_derivatives: 'free',
            withdraw: 'good',
            transfer: 'good',
        });
        expect(worstOf(rows)).toBe('good');
    });

    it('calls a key that may take money away bad', () => {
        const rows = rightsOf(
            { market: 'spot', reason: null, rights: { ...fit, withdraw: 'granted' } },
            undefined,
        );
        expect(worstOf(rows)).toBe('bad');
    });

    it('never shows the unknown as fine, and gives the venue’s reason', () => {
        const rows = rightsOf(
            { market: 'spot', reason: null, rights: { ...fit, withdraw: 'unknown' } },
            { rights_not_reported: { withdraw: 'Kraken does not tell it.' } },
        );
        expect(rows.find((row) => row.right === 'withdraw')).toMatchObject({
            verdict: 'unsure',
            note: 'Kraken does not tell it.',
        });
        expect(worstOf(rows)).toBe('unsure');
    });

    it('believes a newer ping more than what was so when the key was accepted', () => {
        const found = (code: string) =>
            rightsOf({ market: 'spot', rights: fit, reason: sampleReason(code) }, undefined)
                .filter((row) => row.verdict === 'bad')
                .map((row) => row.right);
        expect(found('WITHDRAW_GRANTED')).toEqual(['withdraw']);
        expect(found('TRANSFER_GRANTED')).toEqual(['transfer']);
        expect(found('READ_MISSING')).toEqual(['read']);
        expect(found('TRADE_MISSING')).toEqual(['trade_spot']);
        expect(found('INVALID_KEY')).toEqual([]);
    });

    it('takes what is missing or new to it as unknown', () => {
        const rows = rightsOf({ market: 'derivatives', reason: null, rights: null }, undefined);
        expect(rows.every((row) => row.grant === 'unknown')).toBe(true);
        const odd = { read: 'perhaps' } as unknown as typeof fit;
        expect(rightsOf({ market: 'spot', reason: null, rights: odd }, undefined)[0]!.verdict).toBe(
            'unsure',
        );
    });
});
