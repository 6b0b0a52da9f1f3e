import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { get, patch, post, put, remove } from '../../api/client';
import { usePages } from '../../api/pages';
import { keys } from '../../api/queries';
import type { Alerts, AlertWishes, Channel, ChannelForm, Delivery, Schema } from '../../api/types';

/** Wishes, channels, and what can be had. */
export const useAlerts = () =>
    useQuery({
        queryKey: keys.alerts,
        queryFn: ({ signal }) => get('/v1/alerts', { signal }),
    });

/** The same, asked for often while something is to happen elsewhere, should the stream be away. */
export const useAwaitedAlerts = (awaited: boolean) =>
    useQuery({
        queryKey: keys.alerts,
        queryFn: ({ signal }) => get('/v1/alerts', { signal }),
        refetchInterval: awaited ? SOON : false,
    });

const SOON = 3_000;

export function useChangeWishes() {
    const queries = useQueryClient();
    return useMutation({
        mutationFn: (body: AlertWishes) => put('/v1/alerts/wishes', { body }),
        onSuccess: (wishes) =>
            queries.setQueryData<Alerts>(keys.alerts, (old) => old && { ...old, wishes }),
    });
}

/** Puts a channel where it is known, or at the end. */
function useKept() {
    const queries = useQueryClient();
    return (channel: Channel) =>
        queries.setQueryData<Alerts>(keys.alerts, (old) => {
            if (!old) return old;
            const known = old.channels.some((one) => one.channel_id === channel.channel_id);
            return {
                ...old,
                channels: known
                    ? old.channels.map((one) =>
                          one.channel_id === channel.channel_id ? channel : one,
                      )
                    : [...old.channels, channel],
            };
        });
}

export function useMakeChannel() {
    const keep = useKept();
    return useMutation({
        mutationFn: (body: ChannelForm) => post('/v1/alerts/channels', { body }),
        // A webhook's secret is in the answer: nothing of it is kept.
        gcTime: 0,
        onSuccess: (made) => keep(made.channel),
    });
}

export function useChangeChannel(id: string) {
    const keep = useKept();
    return useMutation({
        scope: { id: `channel-${id}` },
        mutationFn: (body: Schema<'ChannelPatch'>) =>
            patch('/v1/alerts/channels/{id}', { path: { id }, body }),
        onSuccess: keep,
    });
}

export function useRemoveChannel() {
    const queries = useQueryClient();
    return useMutation({
        mutationFn: (id: string) => remove('/v1/alerts/channels/{id}', { path: { id } }),
        onSettled: () => queries.invalidateQueries({ queryKey: keys.alerts }),
    });
}

export function useRotate(id: string) {
    const keep = useKept();
    return useMutation({
        mutationFn: () => post('/v1/alerts/channels/{id}/rotate-secret', { path: { id } }),
        gcTime: 0,
        onSuccess: (made) => keep(made.channel),
    });
}

export const useLink = () =>
    useMutation({ mutationFn: () => post('/v1/alerts/telegram-links', {}) });

/** What browsers subscribe with; asked for when it is needed. */
export const pushKey = async () => (await get('/v1/alerts/push-key', {})).key;

/** How a test stands: what the house has told of it, null while it has told nothing. */
export interface TestState {
    delivery: string;
    reason: string | null;
    at: string;
}

const PATIENCE = 60_000;

/** Sends a test to a channel, or with null by mail, and follows it to its end. */
export function useTest(channel: string | null) {
    const [asked, setAsked] = useState<{ id: string; until: number } | null>(null);
    const [slow, setSlow] = useState(false);
    const send = useMutation({
        mutationFn: () =>
            channel === null
                ? post('/v1/alerts/mail/test', {})
                : post('/v1/alerts/channels/{id}/test', { path: { id: channel } }),
        onMutate: () => {
            setAsked(null);
            setSlow(false);
        },
        onSuccess: ({ alert_id }) => setAsked({ id: alert_id, until: Date.now() + PATIENCE }),
    });
    const followed = useQuery({
        queryKey: [...keys.deliveries, 'test', asked?.id],
        enabled: asked !== null,
        gcTime: 0,
        queryFn: async ({ signal }) => {
            if (asked === null) return null;
            if (Date.now() > asked.until) setSlow(true);
            return channel === null
                ? await mailed(asked.id, signal)
                : await delivered(channel, asked.id, signal);
        },
        refetchInterval: ({ state }) => (slow || isOver(state.data) ? false : 1_500),
    });
    return {
        send: () => send.mutate(),
        busy: send.isPending || (asked !== null && !slow && !isOver(followed.data)),
        trouble: send.error,
        asked: asked !== null,
        slow: slow && !isOver(followed.data),
        state: asked === null ? null : (followed.data ?? null),
    };
}

function isOver(state: TestState | null | undefined): boolean {
    return state !== null && state !== undefined && state.delivery !== 'waiting';
}

async function delivered(channel: string, alert: string, signal: AbortSignal) {
    const query = { channel, limit: '20' };
    const { deliveries } = await get('/v1/alerts/deliveries', { query, signal });
    return deliveries.find((one) => one.alert_id === alert) ?? null;
}

async function mailed(alert: string, signal: AbortSignal) {
    const { mails } = await get('/v1/mails', { query: { limit: '20' }, signal });
    return mails.find((one) => one.mail_id.includes(alert)) ?? null;
}

/** Alerts of 30 days, of one channel or of all. */
export const useDeliveries = (channel: string | null) =>
    usePages<Delivery>({
        key: [...keys.deliveries, channel ?? 'all'],
        limit: 20,
        get: async (query, signal) => {
            const { deliveries, next } = await get('/v1/alerts/deliveries', {
                query: channel === null ? query : { ...query, channel },
                signal,
            });
            return { rows: deliveries, next };
        },
    });
