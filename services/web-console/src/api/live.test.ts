import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeChannels, fakeLocks } from '../testing/fakes';
import { createLive } from './live';
import type { LiveEvent, LiveState } from './stream';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A stream in the hands of the test. */
function fakeStream() {
    let state: LiveState = 'reconnecting';
    const listeners = new Set<() => void>();
    const hearers = new Set<(event: LiveEvent) => void>();
    return {
        started: [] as (string | null)[],
        running: false,
        alive: () => {},
        say: (event: LiveEvent) => hearers.forEach((hearer) => hearer(event)),
        become(next: LiveState) {
            state = next;
            listeners.forEach((listener) => listener());
        },
        state: () => state,
        subscribe: (listener: () => void) => {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
        hear: (hearer: (event: LiveEvent) => void) => {
            hearers.add(hearer);
            return () => hearers.delete(hearer);
        },
        start(after: string | null = null) {
            this.started.push(after);
            this.running = true;
        },
        end() {
            this.running = false;
        },
        again: vi.fn(),
        lost: vi.fn(),
    };
}

function browser() {
    const channel = fakeChannels();
    const locks = fakeLocks();
    return () => {
        const stream = fakeStream();
        const heard: string[] = [];
        const live = createLive({
            stream: (alive) => Object.assign(stream, { alive }),
            channel,
            locks,
            visible: () => true,
        });
        live.hear((event) => heard.push(event.type));
        return { live, stream, heard };
    };
}

const settle = () => vi.advanceTimersByTimeAsync(0);
const event = (id: string, type: string): LiveEvent => ({ id, type, data: {} });

describe('tabs of one account', () => {
    it('share one stream', async () => {
        const open = browser();
        const [one, two] = [open(), open()];
        one.live.start('anna');
        two.live.start('anna');
        await settle();
        one.stream.become('live');
        one.stream.say(event('3', 'bot.launched'));
        expect([one.stream.running, two.stream.running]).toEqual([true, false]);
        expect([one.heard, two.heard]).toEqual([['bot.launched'], ['bot.launched']]);
        expect(two.live.state()).toBe('live');
    });

    it('hand it on, and miss nothing', async () => {
        const open = browser();
        const [one, two] = [open(), open()];
        one.live.start('anna');
        two.live.start('anna');
        await settle();
        one.stream.say(event('3', 'bot.launched'));
        one.live.end();
        await settle();
        expect(two.stream.started).toEqual(['3']);
    });

    it('tell a newcomer how it stands', async () => {
        const open = browser();
        const [one, two] = [open(), open()];
        one.live.start('anna');
        await settle();
        one.stream.become('live');
        two.live.start('anna');
        expect(two.live.state()).toBe('live');
    });

    it('take it from one that sleeps', async () => {
        const open = browser();
        const [one, two] = [open(), open()];
        one.live.start('anna');
        two.live.start('anna');
        await settle();
        await vi.advanceTimersByTimeAsync(40_000);
        one.stream.alive();
        await vi.advanceTimersByTimeAsync(40_000);
        expect(two.stream.running).toBe(false);
        await vi.advanceTimersByTimeAsync(10_000);
        expect([one.stream.running, two.stream.running]).toEqual([false, true]);
        // And once more the other way, when the other one sleeps.
        await vi.advanceTimersByTimeAsync(50_000);
        expect([one.stream.running, two.stream.running]).toEqual([true, false]);
    });

    it('say so when the network goes and comes', async () => {
        const open = browser();
        const [one, two] = [open(), open()];
        one.live.start('anna');
        two.live.start('anna');
        await settle();
        [one, two].forEach((tab) => tab.live.lost());
        expect([one.live.state(), two.live.state()]).toEqual(['offline', 'offline']);
        [one, two].forEach((tab) => tab.live.again());
        expect(one.stream.again).toHaveBeenCalledOnce();
        one.stream.become('live');
        expect(two.live.state()).toBe('live');
    });
});
