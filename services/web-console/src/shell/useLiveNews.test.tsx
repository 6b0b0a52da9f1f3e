import { QueryClientProvider, useQuery } from '@tanstack/react-query';
import { render, waitFor } from '@testing-library/react';
import { describe, expect, it } from 'vitest';
import { createQueries, keys } from '../api/queries';
import type { LiveEvent, LiveState } from '../api/live';
import { useLiveNews } from './useLiveNews';
import type { News } from './useLiveNews';

/** Live events that a test makes. */
function made() {
    let state: LiveState = 'reconnecting';
    const listeners = new Set<() => void>();
    const hearers = new Set<(event: LiveEvent) => void>();
    const news: News = {
        state: () => state,
        subscribe: (listener) => {
            listeners.add(listener);
            return () => listeners.delete(listener);
        },
        hear: (hearer) => {
            hearers.add(hearer);
            return () => hearers.delete(hearer);
        },
        start: () => undefined,
        end: () => undefined,
    };
    return {
        news,
        become: (next: LiveState) => {
            state = next;
            listeners.forEach((listener) => listener());
        },
        say: (type: string) => hearers.forEach((hearer) => hearer({ id: '1', type, data: {} })),
    };
}

describe('live news', () => {
    function asking(news: News, account: string | null = 'account') {
        const asked = { connections: 0, venues: 0 };
        function Page() {
            useLiveNews(account, news);
            useQuery({ queryKey: keys.connections, queryFn: () => ++asked.connections });
            useQuery({ queryKey: keys.venues, queryFn: () => ++asked.venues });
            return null;
        }
        const page = render(
            <QueryClientProvider client={createQueries()}>
                <Page />
            </QueryClientProvider>,
        );
        return { asked, page };
    }

    it('have asked anew what an event makes old', async () => {
        const { news, say } = made();
        const { asked } = asking(news);
        await waitFor(() => expect(asked).toEqual({ connections: 1, venues: 1 }));
        say('connection.health');
        await waitFor(() => expect(asked).toEqual({ connections: 2, venues: 1 }));
    });

    it('have asked anew what was asked before the stream began, each time it begins', async () => {
        const { news, become } = made();
        const { asked } = asking(news);
        await waitFor(() => expect(asked).toEqual({ connections: 1, venues: 1 }));
        become('live');
        await waitFor(() => expect(asked).toEqual({ connections: 2, venues: 1 }));
        become('offline');
        become('reconnecting');
        become('live');
        await waitFor(() => expect(asked).toEqual({ connections: 3, venues: 1 }));
    });

    it('are for those who are signed in, and end with the page', async () => {
        const { news, become, say } = made();
        const nobody = asking(news, null);
        await waitFor(() => expect(nobody.asked.connections).toBe(1));
        become('live');
        say('connection.health');
        const { asked, page } = asking(news);
        await waitFor(() => expect(asked.connections).toBe(1));
        page.unmount();
        say('connection.health');
        expect([nobody.asked.connections, asked.connections]).toEqual([1, 1]);
    });
});
