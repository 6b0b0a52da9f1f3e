import { describe, expect, it } from 'vitest';
import { digitsOf, mayResend, mustWait, opened, refused, resent } from './challenge';

const NOW = 1_000_000;
const fresh = opened('c', 'anna@example.com', NOW);

describe('a mailed code', () => {
    it('is read out of whatever was pasted', () => {
        expect(digitsOf(' 123 456\n')).toBe('123456');
        expect(digitsOf('Your code: 12-34-56.')).toBe('123456');
        expect(digitsOf('1234567')).toBe('123456');
        expect(digitsOf('none')).toBe('');
    });

    it('can be asked for again after 30 seconds, three times', () => {
        expect(fresh.resendAt).toBe(NOW + 30_000);
        let challenge = fresh;
        for (let round = 0; round < 3; round++) {
            expect(mayResend(challenge)).toBe(true);
            challenge = resent(challenge, NOW);
        }
        expect(mayResend(challenge)).toBe(false);
    });

    it('waits as long as the house says', () => {
        expect(mustWait(fresh, 42, NOW).resendAt).toBe(NOW + 42_000);
    });

    it('may be wrong five times', () => {
        let challenge = fresh;
        const left: unknown[] = [];
        for (let round = 0; round < 5; round++) {
            const [after, why] = refused(challenge, NOW + 1);
            challenge = after;
            left.push(why.kind === 'wrong' ? why.left : why.kind);
        }
        expect(left).toEqual([4, 3, 2, 1, 'over']);
        expect(mayResend(challenge)).toBe(false);
    });

    it('is too old after ten minutes, which costs no try', () => {
        const [after, why] = refused(fresh, NOW + 600_000);
        expect(why).toEqual({ kind: 'old' });
        expect(after.tries).toBe(0);
        expect(refused(resent(fresh, NOW + 600_000), NOW + 600_001)[1]).toEqual({
            kind: 'wrong',
            left: 4,
        });
    });
});
