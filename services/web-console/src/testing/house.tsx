import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactElement } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { vi } from 'vitest';
import { session } from '../api/session';
import { en, WordsContext } from '../words';

/** A call as the house saw it. */
export interface Call {
    method: string;
    path: string;
    query: URLSearchParams;
    body: unknown;
    headers: Headers;
}

/** A value, a {@link Refusal}, undefined for 204, or a function of the call that gives one. */
type Reply = unknown;
type Answers = Record<string, Reply>;

/** An answer that is not 200. */
export class Refusal {
    readonly status: number;
    readonly body: unknown;

    constructor(status: number, body: unknown = undefined) {
        this.status = status;
        this.body = body;
    }
}

/** A refusal in the one envelope. */
export const refusal = (status: number, code: string, fields: Record<string, string> = {}) =>
    new Refusal(status, {
        error: {
            code,
            message: `It said ${code}.`,
            request_id: 'req-1',
            details: Object.entries(fields).map(([field, message]) => ({ field, message })),
        },
    });

/**
 * Stands in for the house: answers by `METHOD /path`, and remembers what was asked. What is not
 * named is answered with 404. Ends with the test, by vitest's restoreMocks.
 */
export function standIn(answers: Answers): Call[] {
    const calls: Call[] = [];
    vi.spyOn(session, 'current').mockResolvedValue('token');
    vi.spyOn(globalThis, 'fetch').mockImplementation((input, init) => {
        const url = new URL(input as string, 'http://console.test');
        const call: Call = {
            method: init?.method ?? 'GET',
            path: url.pathname,
            query: url.searchParams,
            body: typeof init?.body === 'string' ? (JSON.parse(init.body) as unknown) : undefined,
            headers: new Headers(init?.headers),
        };
        calls.push(call);
        const found = answers[`${call.method} ${call.path}`] ?? refusal(404, 'NOT_FOUND');
        const reply = typeof found === 'function' ? (found as (call: Call) => Reply)(call) : found;
        return Promise.resolve(
            reply instanceof Refusal
                ? new Response(JSON.stringify(reply.body ?? null), { status: reply.status })
                : reply === undefined
                  ? new Response(null, { status: 204 })
                  : new Response(JSON.stringify(reply), { status: 200 }),
        );
    });
    return calls;
}

/** Shows a page at an address, with everything that pages stand on. */
export function show(page: ReactElement, path: string, address: string = path) {
    const router = createMemoryRouter(
        [
            { path, element: page },
            { path: '*', element: <p>elsewhere</p> },
        ],
        { initialEntries: [address] },
    );
    const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    render(
        <MantineProvider env="test" withCssVariables={false}>
            <WordsContext value={en}>
                <QueryClientProvider client={queries}>
                    <RouterProvider router={router} />
                </QueryClientProvider>
            </WordsContext>
        </MantineProvider>,
    );
    return router;
}
