import { describe, expect, it } from 'vitest';
import type { SupportMessage } from '../../api/types';
import { left, looksSecret } from '../../parts/messages';
import { draftObjections, maybeUnderway, oneOf, withFilter } from './desk';

describe('filters', () => {
    it('takes from an address only what may stand there', () => {
        expect(oneOf('failed', ['failed', 'sent'])).toBe('failed');
        expect(oneOf('ada@example.org', ['failed', 'sent'])).toBeUndefined();
        expect(oneOf(null, ['failed'])).toBeUndefined();
    });

    it('changes one and leaves the others', () => {
        const query = new URLSearchParams('status=rejected&venue=okx');
        expect(withFilter(query, 'venue', 'bybit').toString()).toBe('status=rejected&venue=bybit');
        expect(withFilter(query, 'status', null).toString()).toBe('venue=okx');
    });
});

describe('draftObjections', () => {
    it('wants a subject and a text', () => {
        expect(draftObjections({ subject: '  ', text: '\n' })).toEqual({
            subject: 'subjectMissing',
            text: 'textMissing',
        });
        expect(draftObjections({ subject: 'Hello', text: 'There.' })).toEqual({
            subject: null,
            text: null,
        });
    });

    it('keeps to the limits', () => {
        expect(draftObjections({ subject: 'a'.repeat(121), text: 'x' }).subject).not.toBeNull();
        expect(draftObjections({ subject: 'a', text: 'x'.repeat(4001) }).text).not.toBeNull();
        expect(left('x'.repeat(3990), 4000)).toBe(10);
    });
});

describe('looksSecret', () => {
    it('sees keys', () => {
        expect(looksSecret('your key: 4f9a8b7c6d5e4f3a2b1c0d9e8f7a6b5c')).toBe(true);
        expect(looksSecret('-----BEGIN EC PRIVATE KEY-----')).toBe(true);
    });

    it('leaves words and ids alone', () => {
        expect(looksSecret('Please add 203.0.113.7 to the list of your key.')).toBe(false);
        expect(looksSecret('Connection 01936b3e-7c1a-7bbb-8f4e-0123456789ab')).toBe(false);
    });
});

describe('maybeUnderway', () => {
    const message = { written_at: '2026-11-21T10:00:00Z' } as SupportMessage;

    it('lasts as long as the house keeps a message for the mailer', () => {
        expect(maybeUnderway(message, Date.parse('2026-11-21T10:20:00Z'))).toBe(true);
        expect(maybeUnderway(message, Date.parse('2026-11-28T09:59:59Z'))).toBe(true);
        expect(maybeUnderway(message, Date.parse('2026-11-28T10:00:00Z'))).toBe(false);
    });
});
