import { useQueryClient } from '@tanstack/react-query';
import { useCallback, useEffect, useState } from 'react';
import { post } from '../../api/client';
import { live } from '../../api/live';
import type { LiveEvent } from '../../api/live';
import type { Connection, Reason } from '../../api/types';
import { change } from './changes';

/** What came of checking a connection now. `waiting`: asked, and no answer within the patience. */
export type CheckState =
    | { kind: 'idle' }
    | { kind: 'asking' }
    | { kind: 'waiting' }
    | { kind: 'worked'; millis: number | null }
    | { kind: 'failed'; words: string | null }
    | { kind: 'trouble'; trouble: unknown };

/** Has a connection pinged now; its answer comes by the stream, or with the call. */
export function useCheck(
    id: string,
    lastProof: string | null,
): { state: CheckState; check: () => void } {
    const queries = useQueryClient();
    const [state, setState] = useState<CheckState>({ kind: 'idle' });
    const open = state.kind === 'asking' || state.kind === 'waiting';
    useEffect(() => {
        if (!open) return;
        const stop = live.hear((event) => {
            const answer = answerIn(event, id);
            if (answer !== null) setState(answer);
        });
        return () => void stop();
    }, [open, id]);
    const check = useCallback(() => {
        setState({ kind: 'asking' });
        let status = 0;
        post('/v1/connections/{id}/check', {
            path: { id },
            answered: (said) => (status = said),
        }).then(
            (view: Connection) => {
                change(queries, id, view);
                // What the stream said meanwhile is more precise.
                setState((now) => (now.kind === 'asking' ? settled(status, view, lastProof) : now));
            },
            (trouble: unknown) => setState({ kind: 'trouble', trouble }),
        );
    }, [id, lastProof, queries]);
    return { state, check };
}

/** The answer that a stream's event holds for a connection's check; null when it is another's. */
export function answerIn(
    { type, data }: Pick<LiveEvent, 'type' | 'data'>,
    id: string,
): CheckState | null {
    if (type !== 'connection.checked' || data.connection_id !== id) return null;
    if (data.worked === true) {
        return {
            kind: 'worked',
            millis: typeof data.took_millis === 'number' ? data.took_millis : null,
        };
    }
    const reason = data.reason as Reason | null | undefined;
    return { kind: 'failed', words: reason?.message ?? null };
}

/**
 * What the call alone tells: 202 that the ping is still under way, 200 how the connection is. Only a
 * proof that is newer than the one before shows that the ping worked.
 */
export function settled(status: number, view: Connection, lastProof: string | null): CheckState {
    if (status === 202) return { kind: 'waiting' };
    if (view.status === 'connected' && view.last_sync_at !== lastProof) {
        return { kind: 'worked', millis: null };
    }
    return { kind: 'failed', words: view.reason?.message ?? null };
}
