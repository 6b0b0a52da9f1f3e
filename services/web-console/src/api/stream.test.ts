import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { fakeHouse, refusal, silence } from '../testing/fakes';
import { createStream } from './stream';
import type { LiveEvent } from './stream';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** A stream that is written by the test. */
function line() {
    let pen: ReadableStreamDefaultController<Uint8Array>;
    const body = new ReadableStream<Uint8Array>({
        start(controller) {
            pen = controller;
        },
    });
    return {
        reply: () => new Response(body, { status: 200 }),
        write: (text: string) => pen.enqueue(new TextEncoder().encode(text)),
        end: () => pen.close(),
        breakOff: () => pen.error(new TypeError('network error')),
    };
}

function setUp(...replies: Parameters<typeof fakeHouse>) {
    const house = fakeHouse(...replies);
    let online = true;
    const tokens = ['t1'];
    const stream = createStream({
        fetch: house.fetch,
        session: {
            current: () => Promise.resolve(tokens.at(-1) ?? null),
            renew: () => Promise.resolve(tokens[tokens.push('t2') - 1] ?? null),
        },
        random: () => 1,
        online: () => online,
    });
    const heard: LiveEvent[] = [];
    stream.hear((event) => heard.push(event));
    return { house, stream, heard, tokens, setOnline: (is: boolean) => (online = is) };
}

const settle = () => vi.advanceTimersByTimeAsync(0);

describe('the stream', () => {
    it('hears what happens, however it is cut into pieces', async () => {
        const first = line();
        const { stream, heard } = setUp(first.reply);
        stream.start();
        await settle();
        first.write(': connected\nid: 4\n\nid: 5\nevent: submission.acc');
        first.write('epted\ndata: {"submission_id":"s"}\n\n');
        await settle();
        expect(stream.state()).toBe('live');
        expect(heard).toEqual([
            { id: '5', type: 'submission.accepted', data: { submission_id: 's' } },
        ]);
    });

    it('comes back after the last event that it saw, with the next token', async () => {
        const [first, second] = [line(), line()];
        const { house, stream, tokens } = setUp(first.reply, second.reply);
        stream.start();
        await settle();
        first.write('id: 7\nevent: connection.health\ndata: {}\n\n');
        await settle();
        tokens.push('t9');
        first.end();
        await vi.advanceTimersByTimeAsync(100);
        expect(house.calls[1]?.headers).toMatchObject({
            'Last-Event-ID': '7',
            Authorization: 'Bearer t9',
        });
        expect(stream.state()).toBe('live');
    });

    it('waits longer and longer while nobody answers', async () => {
        const { house, stream } = setUp(silence, silence, silence, silence);
        stream.start();
        await settle();
        expect(stream.state()).toBe('reconnecting');
        await vi.advanceTimersByTimeAsync(1_000);
        expect(house.calls).toHaveLength(2);
        await vi.advanceTimersByTimeAsync(1_999);
        expect(house.calls).toHaveLength(2);
        await vi.advanceTimersByTimeAsync(1);
        expect(house.calls).toHaveLength(3);
    });

    it('renews a token that is refused', async () => {
        const second = line();
        const { house, stream } = setUp(refusal(401, 'UNAUTHORIZED'), second.reply);
        stream.start();
        await vi.advanceTimersByTimeAsync(1_000);
        expect(house.calls.map((call) => call.headers.Authorization)).toEqual([
            'Bearer t1',
            'Bearer t2',
        ]);
    });

    it('gives a silent line up', async () => {
        const [first, second] = [line(), line()];
        const { house, stream } = setUp(first.reply, second.reply);
        stream.start();
        await settle();
        first.write(': connected\n\n');
        await settle();
        const signal = house.calls[0]?.signal;
        // A browser breaks the body off when its signal says so.
        signal?.addEventListener('abort', () => first.breakOff());
        await vi.advanceTimersByTimeAsync(44_000);
        expect(signal?.aborted).toBe(false);
        await vi.advanceTimersByTimeAsync(4_000);
        expect(house.calls).toHaveLength(2);
    });

    it('is offline without a network and back at once with it', async () => {
        const second = line();
        const { house, stream, setOnline } = setUp(silence, second.reply);
        setOnline(false);
        stream.start();
        await settle();
        expect(stream.state()).toBe('offline');
        await vi.advanceTimersByTimeAsync(600_000);
        expect(house.calls).toHaveLength(1);
        setOnline(true);
        stream.again();
        await settle();
        second.write(': connected\n\n');
        await settle();
        expect(stream.state()).toBe('live');
    });

    it('says anew that it is live after a line has outlived the network', async () => {
        const [first, second] = [line(), line()];
        const { stream } = setUp(first.reply, second.reply);
        stream.start();
        await settle();
        stream.lost();
        first.write(': still here\n\n');
        await settle();
        const states: string[] = [];
        stream.subscribe(() => states.push(stream.state()));
        stream.again();
        await settle();
        second.write(': connected\n\n');
        await settle();
        expect(states).toEqual(['reconnecting', 'live']);
    });

    it('is quiet once it has ended', async () => {
        const first = line();
        const { house, stream, heard } = setUp(first.reply);
        stream.start();
        await settle();
        stream.end();
        first.write('id: 9\nevent: bot.launched\ndata: {}\n\n');
        await vi.advanceTimersByTimeAsync(600_000);
        expect(heard).toEqual([]);
        expect(house.calls).toHaveLength(1);
    });
});
