import { describe, expect, it } from 'vitest';
import { fakeHouse, json, refusal, silence } from '../testing/fakes';
import { createClient } from './client';

function signedIn(...tokens: (string | null)[]) {
    const renewed: (string | null)[] = [];
    return {
        renewed,
        current: () => Promise.resolve(tokens[0] ?? null),
        renew: (used: string | null) => {
            renewed.push(used);
            return Promise.resolve(tokens[renewed.length] ?? null);
        },
    };
}

describe('the client', () => {
    it('sends the token, an id of its own and the body', async () => {
        const house = fakeHouse(json(200, { label: 'b' }));
        const { patch } = createClient(signedIn('t1'), house.fetch);
        await patch('/v1/connections/{id}', { path: { id: 'a/ä' }, body: { label: 'b' } });
        const [call] = house.calls;
        expect(call?.url).toBe('/v1/connections/a%2F%C3%A4');
        expect(call?.headers.Authorization).toBe('Bearer t1');
        expect(call?.headers['X-Request-Id']).toMatch(/^[0-9a-f-]{36}$/);
        expect(call?.body).toEqual({ label: 'b' });
    });

    it('writes a query without what is not given', async () => {
        const house = fakeHouse(json(200, {}));
        const { ask } = createClient(signedIn('t1'), house.fetch);
        await ask('GET', '/v1/mails', {
            query: { limit: 50, after: null, q: 'a b', z: undefined },
        });
        expect(house.calls[0]?.url).toBe('/v1/mails?limit=50&q=a+b');
    });

    it('repeats once with the next token what was refused for the old one', async () => {
        const house = fakeHouse(refusal(401, 'UNAUTHORIZED'), json(200, { connections: [] }));
        const session = signedIn('t1', 't2');
        const { get } = createClient(session, house.fetch);
        expect(await get('/v1/connections')).toEqual({ connections: [] });
        expect(session.renewed).toEqual(['t1']);
        expect(house.calls.map((call) => call.headers.Authorization)).toEqual([
            'Bearer t1',
            'Bearer t2',
        ]);
    });

    it('gives up after one repetition', async () => {
        const house = fakeHouse(refusal(401, 'UNAUTHORIZED'), refusal(401, 'UNAUTHORIZED'));
        const { get } = createClient(signedIn('t1', 't2', 't3'), house.fetch);
        await expect(get('/v1/me')).rejects.toMatchObject({ status: 401 });
        expect(house.calls).toHaveLength(2);
    });

    it('tells an ended session as it is', async () => {
        const house = fakeHouse(refusal(401, 'UNAUTHORIZED'));
        const { get } = createClient(signedIn('t1'), house.fetch);
        await expect(get('/v1/me')).rejects.toMatchObject({ status: 401, code: 'UNAUTHORIZED' });
    });

    it('tells trouble with its fields, its patience and its number', async () => {
        const details = [{ field: 'credentials.api_key', message: 'is required' }];
        const house = fakeHouse(
            refusal(422, 'VALIDATION_ERROR', details),
            () =>
                new Response('', {
                    status: 429,
                    headers: { 'Retry-After': '7', 'X-Request-Id': 'r-2' },
                }),
        );
        const { ask } = createClient(signedIn(null), house.fetch);
        await expect(ask('POST', '/v1/submissions', { body: {} })).rejects.toMatchObject({
            status: 422,
            requestId: 'r-1',
            fields: { 'credentials.api_key': 'is required' },
            passing: false,
        });
        await expect(ask('GET', '/v1/venues')).rejects.toMatchObject({
            status: 429,
            retryAfter: 7,
            requestId: 'r-2',
            passing: true,
        });
    });

    it('tells when nobody answers', async () => {
        const { get } = createClient(signedIn('t1'), fakeHouse(silence).fetch);
        await expect(get('/v1/me')).rejects.toMatchObject({ status: 0, code: 'NO_ANSWER' });
    });

    it('has nothing to say about an empty answer', async () => {
        const { remove } = createClient(signedIn('t1'), fakeHouse(json(204, null)).fetch);
        expect(await remove('/v1/connections/{id}', { path: { id: 'x' } })).toBeUndefined();
    });
});
