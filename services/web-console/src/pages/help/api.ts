import { useQuery } from '@tanstack/react-query';
import { ask } from '../../api/client';
import { keys } from '../../api/queries';

/** A reason that the house gives: what it means, whose turn it is, the one fix. */
export interface FaultView {
    code: string;
    title: string;
    meaning: string;
    fix: string;
    turn: 'user' | 'us' | 'venue';
    retry: 'never' | 'later' | 'after_looking';
    user_must_act: boolean;
}

/** Every reason; open to those who are not signed in. */
export const useFaults = () =>
    useQuery({
        queryKey: keys.faults,
        staleTime: 60 * 60_000,
        queryFn: async ({ signal }) =>
            (await ask<{ faults: FaultView[] }>('GET', '/v1/faults', { signal })).faults,
    });
