import { describe, expect, it } from 'vitest';
import { ipListNow, ipListOf } from './ipList';
import { sampleReason } from './samples';

const OURS = ['203.0.113.7', '203.0.113.8'];

describe('IP lists', () => {
    it('are fine when they hold all our addresses, others beside them', () => {
        expect(ipListOf(['198.51.100.1', '203.0.113.8', '203.0.113.7'], OURS).kind).toBe('ours');
        expect(ipListOf(['203.0.113.0/24'], OURS).kind).toBe('ours');
        expect(ipListOf(['0.0.0.0/0'], OURS).kind).toBe('ours');
        expect(ipListOf(['2001:DB8::1'], ['2001:db8::1']).kind).toBe('ours');
    });

    it('name the addresses that they lack', () => {
        expect(ipListOf(['203.0.113.7'], OURS)).toEqual({
            kind: 'lacks',
            missing: ['203.0.113.8'],
        });
        expect(ipListOf(['203.0.113.6/31', '2001:db8::1'], OURS)).toEqual({
            kind: 'lacks',
            missing: ['203.0.113.8'],
        });
    });

    it('are open when there is none', () => {
        expect(ipListOf([], OURS).kind).toBe('open');
        expect(ipListOf([], undefined).kind).toBe('open');
    });

    it('are unclear when we cannot tell, and never fine then', () => {
        expect(ipListOf(['203.0.113.7'], undefined).kind).toBe('unclear');
        expect(ipListOf(['203.0.113.7'], []).kind).toBe('unclear');
        expect(ipListOf(['203.0.113.*'], OURS).kind).toBe('unclear');
        expect(ipListOf(['203.0.113.0/99'], OURS).kind).toBe('unclear');
        expect(ipListOf(['203.0.113.1-203.0.113.9'], OURS).kind).toBe('unclear');
    });

    it('is what the exchange says of it by now', () => {
        const reason = { ...sampleReason(), code: 'IP_NOT_ALLOWED' };
        expect(ipListNow({ ip_allow_list: [], reason }, OURS).kind).toBe('refused');
        expect(ipListNow({ ip_allow_list: OURS, reason }, OURS).kind).toBe('refused');
        expect(ipListNow({ ip_allow_list: OURS, reason: null }, OURS).kind).toBe('ours');
    });
});
