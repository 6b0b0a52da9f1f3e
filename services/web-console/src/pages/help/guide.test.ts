import { describe, expect, it } from 'vitest';
import type { Fault } from '../../api/types';
import { COMMON, guideHelps, meanwhile, relatedTo, search } from './guide';
import type { Entry } from './guide';

const entry = (title: string, about: string, words = ''): Entry => ({
    kind: 'fault',
    to: `/${title}`,
    title,
    about,
    words,
});

const entries = [
    entry('Wrong passphrase', 'The passphrase is not the key’s own.', 'INVALID_PASSPHRASE'),
    entry('OKX', 'Make a key on OKX.', 'API Name Passphrase IP addresses'),
    entry('Our addresses are not on the key’s IP list', 'Add them.', 'IP_NOT_ALLOWED'),
    entry('Skipped', 'Nothing of that.', ''),
];
const found = (typed: string) => search(entries, typed).map((one) => one.title);

describe('search', () => {
    it('finds nothing for nothing', () => {
        expect(found('  ')).toEqual([]);
    });

    it('puts titles before what is written below', () => {
        expect(found('passphrase')).toEqual(['Wrong passphrase', 'OKX']);
    });

    it('wants every word', () => {
        expect(found('okx passphrase')).toEqual(['OKX']);
        expect(found('okx withdraw')).toEqual([]);
    });

    it('takes beginnings of words, capitals and accents or not, and codes', () => {
        expect(found('PASSPHR')).toContain('Wrong passphrase');
        expect(found('ip_not')).toEqual(['Our addresses are not on the key’s IP list']);
        expect(found("key's ip list")).toEqual(['Our addresses are not on the key’s IP list']);
    });

    it('does not take short words from the middle of others', () => {
        expect(found('ip')).not.toContain('Skipped');
    });
});

describe('faults', () => {
    const fault = (change: Partial<Fault>): Fault => ({
        code: 'X',
        title: '',
        meaning: '',
        fix: 'Do this.',
        turn: 'user',
        retry: 'never',
        user_must_act: true,
        ...change,
    });

    it('tells what becomes of them meanwhile', () => {
        expect(meanwhile(fault({}))).toBe('stays');
        expect(meanwhile(fault({ user_must_act: false, retry: 'later' }))).toBe('likely');
        expect(meanwhile(fault({ user_must_act: false }))).toBe('once');
        expect(meanwhile(fault({ turn: 'venue', fix: 'Nothing to do: we wait.' }))).toBe('passes');
        expect(meanwhile(fault({ turn: 'us', fix: 'Use a key of its own.' }))).toBe('possible');
    });

    it('always leads on', () => {
        expect(relatedTo('KEY_EXPIRED')[0]?.to).toBe('/submit?type=refresh');
        expect(relatedTo('SOMETHING_NEW')).toHaveLength(1);
    });

    it('shows guides for the common ones', () => {
        expect(COMMON.every(guideHelps)).toBe(true);
    });
});
