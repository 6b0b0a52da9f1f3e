import type { paths } from './schema';
import { session } from './session';
import type { Session } from './session';
import { noAnswer, Trouble, troubleOf } from './trouble';

export { Trouble, asTrouble } from './trouble';
export type { FieldTrouble } from './trouble';

type Method = 'get' | 'post' | 'put' | 'patch' | 'delete';

/** The paths of the contract that know a method. */
export type PathOf<M extends Method> = {
    [P in keyof paths]: paths[P] extends Record<M, { responses: unknown }> ? P : never;
}[keyof paths];

type Operation<P extends keyof paths, M extends Method> =
    paths[P] extends Record<M, infer O> ? O : never;
type Json<T> = T extends { content: { 'application/json': infer B } } ? B : undefined;
type Good<R> = {
    [S in keyof R]: S extends 200 | 201 | 202 | 204 ? Json<R[S]> : never;
}[keyof R];

/** What a call answers when it succeeds. */
export type Answer<P extends keyof paths, M extends Method> =
    Operation<P, M> extends { responses: infer R } ? Good<R> : never;

type Given<O, K extends string> = O extends { parameters: { [X in K]?: infer V } } ? V : undefined;
type Body<O> = O extends { requestBody?: infer B }
    ? [NonNullable<B>] extends [never]
        ? undefined
        : NonNullable<B> extends { content: { 'application/json': infer V } }
          ? V
          : undefined
    : undefined;

interface Extras {
    signal?: AbortSignal;
    /** Told the status of an answer that is good, where 200 and 202 mean different things. */
    answered?: (status: number) => void;
    headers?: Record<string, string>;
}

/** What a call is given: values of its path, its query, its body. */
export type Options<P extends keyof paths, M extends Method> = Extras &
    ([Given<Operation<P, M>, 'path'>] extends [undefined]
        ? { path?: undefined }
        : { path: Given<Operation<P, M>, 'path'> }) & {
        query?: Given<Operation<P, M>, 'query'>;
    } & ([Body<Operation<P, M>>] extends [undefined]
        ? { body?: undefined }
        : { body: Body<Operation<P, M>> });

/** The loose form of {@link Options}, for {@link ask}. */
export interface Asked extends Extras {
    path?: Record<string, string | number>;
    query?: Record<string, string | number | boolean | null | undefined>;
    body?: unknown;
}

/** A client on a session; one is enough outside of tests. */
export function createClient(
    whose: Pick<Session, 'current' | 'renew'>,
    send: (input: string, init: RequestInit) => Promise<Response>,
) {
    async function once(method: string, url: string, given: Asked, token: string | null) {
        const requestId = crypto.randomUUID();
        const headers: Record<string, string> = {
            Accept: 'application/json',
            'X-Request-Id': requestId,
            ...given.headers,
        };
        if (token !== null) headers.Authorization = `Bearer ${token}`;
        if (given.body !== undefined) headers['Content-Type'] = 'application/json';
        try {
            return await send(url, {
                method,
                headers,
                body: given.body === undefined ? undefined : JSON.stringify(given.body),
                signal: given.signal,
                credentials: 'same-origin',
            });
        } catch (thrown) {
            if (given.signal?.aborted) throw thrown;
            throw noAnswer(requestId);
        }
    }

    /**
     * Asks the house; for calls that the contract's types do not know. One that is refused because
     * its token is too old is repeated once with the next token. Throws {@link Trouble}.
     */
    async function ask<T>(method: string, template: string, given: Asked = {}): Promise<T> {
        const url = address(template, given);
        const token = await whose.current();
        let answer = await once(method, url, given, token);
        if (answer.status === 401 && token !== null) {
            const next = await whose.renew(token);
            if (next !== null) answer = await once(method, url, given, next);
        }
        if (!answer.ok) throw await troubleOf(answer);
        given.answered?.(answer.status);
        if (answer.status === 204) return undefined as T;
        const text = await answer.text();
        return (text === '' ? undefined : JSON.parse(text)) as T;
    }

    return {
        ask,
        get: <P extends PathOf<'get'>>(
            path: P,
            ...[given]: Rest<Options<P, 'get'>>
        ): Promise<Answer<P, 'get'>> => ask('GET', path, given as Asked | undefined),
        post: <P extends PathOf<'post'>>(
            path: P,
            ...[given]: Rest<Options<P, 'post'>>
        ): Promise<Answer<P, 'post'>> => ask('POST', path, given as Asked | undefined),
        put: <P extends PathOf<'put'>>(
            path: P,
            ...[given]: Rest<Options<P, 'put'>>
        ): Promise<Answer<P, 'put'>> => ask('PUT', path, given as Asked | undefined),
        patch: <P extends PathOf<'patch'>>(
            path: P,
            ...[given]: Rest<Options<P, 'patch'>>
        ): Promise<Answer<P, 'patch'>> => ask('PATCH', path, given as Asked | undefined),
        remove: <P extends PathOf<'delete'>>(
            path: P,
            ...[given]: Rest<Options<P, 'delete'>>
        ): Promise<Answer<P, 'delete'>> => ask('DELETE', path, given as Asked | undefined),
    };
}

// Options may be left out where nothing in them is needed.
type Rest<O> = object extends O ? [given?: O] : [given: O];

function address(template: string, given: Asked): string {
    const path = template.replace(/\{(\w+)\}/g, (whole, name: string) => {
        const value = given.path?.[name];
        return value === undefined ? whole : encodeURIComponent(String(value));
    });
    const query = new URLSearchParams();
    for (const [name, value] of Object.entries(given.query ?? {})) {
        if (value !== undefined && value !== null && value !== '') query.set(name, String(value));
    }
    const text = query.toString();
    return text === '' ? path : `${path}?${text}`;
}

/** The client of this tab. */
export const { ask, get, post, put, patch, remove } = createClient(session, (input, init) =>
    fetch(input, init),
);

/** Whether this is a trouble of a given status. */
export function isTrouble(thrown: unknown, status: number): thrown is Trouble {
    return thrown instanceof Trouble && thrown.status === status;
}
