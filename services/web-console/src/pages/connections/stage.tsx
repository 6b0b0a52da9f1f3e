import { MantineProvider } from '@mantine/core';
import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createMemoryRouter, RouterProvider } from 'react-router';
import { vi } from 'vitest';
import { keys } from '../../api/queries';
import type { Connection } from '../../api/types';
import { theme } from '../../shell/theme';

type House = Record<string, object | ((body: unknown) => unknown)>;

/** A refusal in the one envelope, for {@link answering}. */
export class Refused {
    readonly status: number;
    readonly code: string;
    readonly details: { field: string; message: string }[];

    constructor(status: number, code: string, details: { field: string; message: string }[] = []) {
        this.status = status;
        this.code = code;
        this.details = details;
    }
}

/** Answers calls by "METHOD /path"; whatever is not foreseen is 404. Tells the calls made. */
export function answering(house: House): string[] {
    const calls: string[] = [];
    vi.stubGlobal('fetch', async (url: string, init: RequestInit = {}) => {
        const call = `${init.method ?? 'GET'} ${url.split('?')[0]}`;
        calls.push(call);
        // Nobody is signed in: the calls go out without a token.
        const none = call.endsWith('/v1/auth/refresh')
            ? new Refused(401, 'UNAUTHORIZED')
            : new Refused(404, 'NOT_FOUND');
        const found = call in house ? house[call] : none;
        const body = typeof init.body === 'string' ? (JSON.parse(init.body) as unknown) : null;
        const answer: unknown = await (typeof found === 'function'
            ? (found as (body: unknown) => unknown)(body)
            : found);
        if (answer instanceof Refused) {
            const { status, code, details } = answer;
            const error = { code, message: `said ${code}`, request_id: 'r-1', details };
            return new Response(JSON.stringify({ error }), { status });
        }
        return answer === undefined
            ? new Response(null, { status: 204 })
            : new Response(JSON.stringify(answer), { status: 200 });
    });
    return calls;
}

/** Shows a page at an address, with what a page stands on. */
export function stage(page: ReactNode, { at = '/', path = '*', connections }: Staged = {}) {
    const queries = new QueryClient({ defaultOptions: { queries: { retry: false } } });
    if (connections !== undefined) queries.setQueryData(keys.connections, connections);
    const router = createMemoryRouter(
        [
            { path, element: page },
            { path: '*', element: null },
        ],
        {
            initialEntries: [at],
        },
    );
    return {
        queries,
        router,
        ...render(
            <MantineProvider theme={theme} env="test">
                <QueryClientProvider client={queries}>
                    <RouterProvider router={router} />
                </QueryClientProvider>
            </MantineProvider>,
        ),
    };
}

interface Staged {
    at?: string;
    path?: string;
    connections?: Connection[];
}
