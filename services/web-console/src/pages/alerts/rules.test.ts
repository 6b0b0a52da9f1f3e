import { createHmac } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import * as examples from '../../words/en/webhooks';
import { formOf, urlObjection, whenObjections, wishesOf, zones } from './rules';

const form = { persist: '5', quiet: true, from: '22:00', until: '07:00', zone: 'UTC' };

describe('when', () => {
    it('takes minutes from 1 to 1440', () => {
        for (const persist of ['1', '1440', ' 30 ']) {
            expect(whenObjections({ ...form, persist })).toEqual({});
        }
        for (const persist of ['', '0', '1441', '-5', '1.5', 'ten', '99999']) {
            expect(whenObjections({ ...form, persist })).toEqual({ persist: 'persistWrong' });
        }
    });

    it('looks at quiet hours only where there are some', () => {
        const broken = { ...form, from: '', until: '' };
        expect(whenObjections(broken)).toEqual({ from: 'timeWrong', until: 'timeWrong' });
        expect(whenObjections({ ...broken, quiet: false })).toEqual({});
        expect(whenObjections({ ...form, until: '22:00' })).toEqual({ until: 'sameTime' });
    });

    it('goes to the house and comes back the same', () => {
        const wishes = wishesOf(form);
        expect(wishes.quiet_hours).toEqual({ from: '22:00', until: '07:00', zone: 'UTC' });
        const view = { persist_minutes: 5, quiet_hours: wishes.quiet_hours ?? null };
        expect(formOf(view, 'Europe/Vienna')).toEqual(form);
        expect(wishesOf({ ...form, quiet: false }).quiet_hours).toBeUndefined();
        expect(formOf({ persist_minutes: 7, quiet_hours: null }, 'Europe/Vienna')).toMatchObject({
            persist: '7',
            quiet: false,
            zone: 'Europe/Vienna',
        });
    });

    it('offers the zone that is kept, even if the browser does not know it', () => {
        expect(zones('Antarctica/Nowhere')).toContain('Antarctica/Nowhere');
        expect(zones()).toEqual(expect.arrayContaining(['UTC', 'Europe/Vienna']));
    });
});

it('says what is wrong with a URL', () => {
    expect(urlObjection('https://example.org/x')).toBeNull();
    expect(urlObjection('http://127.0.0.1:8090/_hooks/x')).toBeNull();
    expect(urlObjection(' ')).toBe('empty');
    expect(urlObjection('example.org')).toBe('https');
    expect(urlObjection('ftp://example.org')).toBe('https');
    expect(urlObjection('https://')).toBe('noUrl');
});

describe('the example of a receiver', () => {
    type Receiver = (secret: string, headers: Record<string, string>, body: Buffer) => boolean;
    const secret = `whsec_${Buffer.alloc(32, 7).toString('base64')}`;
    const body = Buffer.from('{"type":"alert.test"}');

    function headers(at: number, key = Buffer.alloc(32, 7), signed = body) {
        const mac = createHmac('sha256', key).update(`id1.${at}.`).update(signed);
        return {
            'webhook-id': 'id1',
            'webhook-timestamp': String(at),
            'webhook-signature': `v1,${mac.digest('base64')}`,
        };
    }

    it('takes our calls and refuses others', async () => {
        const script = Buffer.from(examples.node).toString('base64');
        const { isFromSequence } = (await import(
            /* @vite-ignore */ `data:text/javascript;base64,${script}`
        )) as { isFromSequence: Receiver };
        const now = Math.floor(Date.now() / 1000);
        const ours = headers(now);
        expect(isFromSequence(secret, ours, body)).toBe(true);
        const both = {
            ...ours,
            'webhook-signature': `v1,${'A'.repeat(43)}= ${ours['webhook-signature']}`,
        };
        expect(isFromSequence(secret, both, body)).toBe(true);
        expect(isFromSequence(secret, ours, Buffer.from('{}'))).toBe(false);
        expect(isFromSequence(secret, headers(now - 400), body)).toBe(false);
        expect(isFromSequence(secret, { ...ours, 'webhook-timestamp': 'x' }, body)).toBe(false);
        expect(isFromSequence(secret, headers(now, Buffer.alloc(32, 8)), body)).toBe(false);
    });
});
