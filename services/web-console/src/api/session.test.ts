import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import {
    fakeChannels,
    fakeHouse,
    fakeLocks,
    json,
    refusal,
    silence,
    tokenOf,
} from '../testing/fakes';
import { createSession } from './session';

const answer = (number: number, account = 'anna') =>
    json(200, { access_token: tokenOf(account, number), expires_in: 900 });

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

function browser(house: ReturnType<typeof fakeHouse>) {
    const channels = fakeChannels();
    const locks = fakeLocks();
    return () =>
        createSession({
            fetch: house.fetch,
            now: () => Date.now(),
            random: () => 0.5,
            locked: (work) => locks.request('session', {}, work) as ReturnType<typeof work>,
            channel: channels('session'),
        });
}

describe('a session', () => {
    it('begins with the cookie of an earlier one', async () => {
        const house = fakeHouse(answer(1));
        const tab = browser(house)();
        expect(tab.state()).toEqual({ kind: 'unknown', reachable: true });
        expect(await tab.current()).toBe(tokenOf('anna', 1));
        expect(tab.state()).toMatchObject({ kind: 'in', account: 'anna' });
        expect(house.calls.map((call) => call.url)).toEqual(['/v1/auth/refresh']);
    });

    it('is nobody’s without a cookie, and says nothing of having been lost', async () => {
        const tab = browser(fakeHouse(refusal(401, 'UNAUTHORIZED')))();
        expect(await tab.current()).toBeNull();
        expect(tab.state()).toMatchObject({ kind: 'out', why: 'never' });
    });

    it('renews itself before its end, once for all tabs', async () => {
        const house = fakeHouse(answer(1), answer(2));
        const open = browser(house);
        const [one, two] = [open(), open()];
        await one.current();
        expect(two.state()).toMatchObject({ kind: 'in' });
        await vi.advanceTimersByTimeAsync(900_000 - 60_000);
        expect(house.calls).toHaveLength(2);
        expect(await one.current()).toBe(tokenOf('anna', 2));
        expect(await two.current()).toBe(tokenOf('anna', 2));
    });

    it('asks once when many need the next token at the same time', async () => {
        const house = fakeHouse(answer(1), answer(2));
        const open = browser(house);
        const [one, two] = [open(), open()];
        const old = await one.current();
        const tokens = await Promise.all([one.renew(old), one.renew(old), two.renew(old)]);
        expect(new Set(tokens)).toEqual(new Set([tokenOf('anna', 2)]));
        expect(house.calls).toHaveLength(2);
    });

    it('ends in all tabs when the house says so', async () => {
        const house = fakeHouse(answer(1), refusal(401, 'UNAUTHORIZED'));
        const open = browser(house);
        const [one, two] = [open(), open()];
        const old = await one.current();
        expect(await one.renew(old)).toBeNull();
        expect(one.state()).toEqual({ kind: 'out', why: 'ended', account: 'anna' });
        expect(two.state()).toEqual({ kind: 'out', why: 'ended', account: 'anna' });
    });

    it('stays when nobody answers, and comes back by itself', async () => {
        const house = fakeHouse(silence, refusal(503, 'SERVICE_UNAVAILABLE'), answer(1));
        const tab = browser(house)();
        await expect(tab.current()).rejects.toMatchObject({ status: 0, passing: true });
        expect(tab.state()).toEqual({ kind: 'unknown', reachable: false });
        await vi.advanceTimersByTimeAsync(10_000);
        expect(tab.state()).toMatchObject({ kind: 'in' });
    });

    it('keeps a token that still works through a lost network', async () => {
        const house = fakeHouse(answer(1), silence, answer(2));
        const tab = browser(house)();
        await tab.current();
        await vi.advanceTimersByTimeAsync(900_000 - 70_000);
        expect(tab.state()).toMatchObject({ kind: 'in' });
        expect(house.calls.length).toBeGreaterThanOrEqual(2);
        await vi.advanceTimersByTimeAsync(5_000);
        expect(await tab.current()).toBe(tokenOf('anna', 2));
    });

    it('ends everywhere by signing out, and not before the house knows', async () => {
        const house = fakeHouse(answer(1), silence, json(204, null));
        const open = browser(house);
        const [one, two] = [open(), open()];
        await one.current();
        await expect(one.leave()).rejects.toMatchObject({ code: 'NO_ANSWER' });
        expect(one.state()).toMatchObject({ kind: 'in' });
        await one.leave();
        expect(one.state()).toMatchObject({ kind: 'out', why: 'left' });
        expect(two.state()).toMatchObject({ kind: 'out', why: 'left' });
        expect(await one.current()).toBeNull();
        await vi.advanceTimersByTimeAsync(3_600_000);
        expect(house.calls).toHaveLength(3);
    });

    it('of a sign-in in one tab is every tab’s', async () => {
        const house = fakeHouse(refusal(401, 'UNAUTHORIZED'), refusal(401, 'UNAUTHORIZED'));
        const open = browser(house);
        const [one, two] = [open(), open()];
        await Promise.all([one.current(), two.current()]);
        one.accept({ access_token: tokenOf('ben'), token_type: 'Bearer', expires_in: 900 });
        expect(two.state()).toMatchObject({ kind: 'in', account: 'ben' });
    });
});
