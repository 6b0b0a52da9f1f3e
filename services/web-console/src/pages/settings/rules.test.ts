import { describe, expect, it } from 'vitest';
import {
    asSentence,
    codeObjection,
    nameObjection,
    passwordReady,
    passwordRules,
    unwantedAfter,
    wishesAfter,
} from './rules';
import type { MailWish } from '../../api/types';

const email = 'Ada@example.org';

function met(form: { current: string; next: string; repeat: string }) {
    return Object.fromEntries(passwordRules(form, email).map(({ rule, met }) => [rule, met]));
}

describe('passwordRules', () => {
    it('meets nothing while nothing is typed, and leaves the commonest to the house', () => {
        expect(met({ current: '', next: '', repeat: '' })).toEqual({
            length: false,
            address: false,
            different: false,
            repeated: false,
            common: null,
        });
    });

    it('counts characters as people do', () => {
        expect(met({ current: 'x', next: '🐢'.repeat(11), repeat: '' }).length).toBe(false);
        expect(met({ current: 'x', next: '🐢'.repeat(12), repeat: '' }).length).toBe(true);
    });

    it('refuses the address, whatever its capitals, with or without its domain', () => {
        expect(met({ current: 'x', next: 'ADA@example.ORG', repeat: '' }).address).toBe(false);
        expect(met({ current: 'x', next: 'ada', repeat: '' }).address).toBe(false);
    });

    it('names the longest length only when it is broken', () => {
        expect(met({ current: 'x', next: 'a'.repeat(257), repeat: '' }).longest).toBe(false);
        expect(met({ current: 'x', next: 'a'.repeat(256), repeat: '' })).not.toHaveProperty(
            'longest',
        );
    });

    it('is ready only with the current one, and the same new one twice', () => {
        const good = {
            current: 'old one',
            next: 'a brand new phrase',
            repeat: 'a brand new phrase',
        };
        expect(passwordReady(good, email)).toBe(true);
        expect(passwordReady({ ...good, current: '' }, email)).toBe(false);
        expect(passwordReady({ ...good, repeat: 'a brand new' }, email)).toBe(false);
        expect(passwordReady({ ...good, current: good.next }, email)).toBe(false);
    });
});

describe('codeObjection', () => {
    it('takes 4 to 20 characters', () => {
        expect(codeObjection('abc')).toBe('length');
        expect(codeObjection('abcd')).toBeNull();
        expect(codeObjection('Blue Turtle 42')).toBeNull();
        expect(codeObjection('a'.repeat(21))).toBe('length');
    });

    it('refuses blanks around it and what nobody can see', () => {
        expect(codeObjection(' abcd')).toBe('edges');
        expect(codeObjection('ab\u200bcd')).toBe('characters');
    });
});

describe('nameObjection', () => {
    it('takes names of all languages', () => {
        expect(nameObjection('Ada Lovelace')).toBeNull();
        expect(nameObjection('Zoë O’Hara-Śmith Jr.')).toBeNull();
        expect(nameObjection('李小龍')).toBeNull();
    });

    it('refuses none, too long ones and those with signs', () => {
        expect(nameObjection('  ')).toBe('nameMissing');
        expect(nameObjection('a'.repeat(65))).toBe('nameMissing');
        expect(nameObjection('Ada <b>')).toBe('nameShape');
        expect(nameObjection('Ada ')).toBe('nameShape');
    });
});

describe('wishes', () => {
    const wishes: MailWish[] = [
        { mail: 'expiring', title: '', about: '', optional: true, wanted: true },
        { mail: 'launched', title: '', about: '', optional: true, wanted: false },
        { mail: 'failing', title: '', about: '', optional: false, wanted: true },
    ];

    it('names all that are off, the switched one included', () => {
        expect(unwantedAfter(wishes, 'expiring', false)).toEqual(['expiring', 'launched']);
        expect(unwantedAfter(wishes, 'launched', true)).toEqual([]);
    });

    it('never names one that is always on', () => {
        expect(unwantedAfter(wishes, 'failing', false)).toEqual(['launched']);
    });

    it('shows the switch at once', () => {
        expect(wishesAfter(wishes, 'launched', true)[1]?.wanted).toBe(true);
    });
});

it('makes sentences of what the house says', () => {
    expect(asSentence('must be at least 12 characters')).toBe('Must be at least 12 characters.');
    expect(asSentence('Wrong.')).toBe('Wrong.');
});
