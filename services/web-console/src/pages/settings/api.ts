import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { ask } from '../../api/client';
import { usePages } from '../../api/pages';
import { keys } from '../../api/queries';
import type { Me } from '../../api/types';
import { unwantedAfter, wishesAfter } from './rules';
import type { Wish } from './rules';

/** A browser that is signed in. */
export interface SessionView {
    session_id: string;
    current: boolean;
    started_at: string;
    last_used_at: string;
    device: string | null;
    address: string | null;
}

/** A mail to the account, and how it fared. */
export interface MailView {
    mail_id: string;
    template: string;
    title: string;
    connection_id: string | null;
    delivery: string;
    reason: string | null;
    queued_at: string;
    at: string;
}

export const useSessions = () =>
    useQuery({
        queryKey: keys.sessions,
        queryFn: async ({ signal }) =>
            (await ask<{ sessions: SessionView[] }>('GET', '/v1/sessions', { signal })).sessions,
    });

/** Ends one session, or with null all others. */
export function useEndSession() {
    const queries = useQueryClient();
    return useMutation({
        mutationFn: (id: string | null) =>
            id === null
                ? ask<void>('DELETE', '/v1/sessions')
                : ask<void>('DELETE', '/v1/sessions/{id}', { path: { id } }),
        onSettled: () => queries.invalidateQueries({ queryKey: keys.sessions }),
    });
}

export interface MeChange {
    name?: string;
    anti_phishing_code?: string;
}

export function useChangeMe() {
    const queries = useQueryClient();
    return useMutation({
        mutationFn: (change: MeChange) => ask<Me>('PATCH', '/v1/me', { body: change }),
        onSuccess: (me) => queries.setQueryData(keys.me, me),
    });
}

export function useChangePassword() {
    const queries = useQueryClient();
    return useMutation({
        mutationFn: (body: { current_password: string; new_password: string }) =>
            ask<void>('PUT', '/v1/me/password', { body }),
        onSuccess: () => queries.invalidateQueries({ queryKey: keys.sessions }),
    });
}

interface Wishes {
    mails: Wish[];
}

export const useWishes = () =>
    useQuery({
        queryKey: keys.mailWishes,
        queryFn: ({ signal }) => ask<Wishes>('GET', '/v1/me/mails', { signal }),
    });

/** Switches one mail; shown at once, and taken back when the house refuses. */
export function useSwitchMail() {
    const queries = useQueryClient();
    return useMutation({
        // One after the other: each sends the whole list.
        scope: { id: 'mail-wishes' },
        mutationFn: ({ mail, wanted }: { mail: string; wanted: boolean }) => {
            const now = queries.getQueryData<Wishes>(keys.mailWishes)?.mails ?? [];
            return ask<Wishes>('PUT', '/v1/me/mails', {
                body: { unwanted: unwantedAfter(now, mail, wanted) },
            });
        },
        onMutate: async ({ mail, wanted }) => {
            await queries.cancelQueries({ queryKey: keys.mailWishes });
            queries.setQueryData<Wishes>(
                keys.mailWishes,
                (old) => old && { mails: wishesAfter(old.mails, mail, wanted) },
            );
        },
        onSuccess: (wishes) => queries.setQueryData(keys.mailWishes, wishes),
        onError: () => queries.invalidateQueries({ queryKey: keys.mailWishes }),
    });
}

/** The account's own mails of 30 days. */
export const useMails = () =>
    usePages<MailView>({ key: keys.mails, path: '/v1/mails', rows: 'mails', limit: 20 });
