import { useInfiniteQuery } from '@tanstack/react-query';
import type { QueryKey } from '@tanstack/react-query';

/** Which part of a list is asked for, as every list's query has it. */
export interface Stretch {
    limit: string;
    after?: string;
}

/** What is asked for: a list that the house gives a stretch at a time. */
export interface Asking<Row> {
    /** Names the list and all that it is narrowed by. */
    key: QueryKey;
    /** Gets one stretch. */
    get: (stretch: Stretch, signal: AbortSignal) => Promise<{ rows: Row[]; next: string | null }>;
    /** Rows in a stretch; 50 unless told, 200 at most. */
    limit?: number;
}

/** A long list: the rows so far, and how to get more. */
export interface Pages<Row> {
    rows: Row[];
    /** True until the first stretch is here. */
    loading: boolean;
    trouble: unknown;
    again: () => void;
    /** Null at the end of the list. */
    more: (() => void) | null;
    loadingMore: boolean;
}

/** Reads a list stretch by stretch; the `next` of an answer is the `after` of the next call. */
export function usePages<Row>({ key, get, limit = 50 }: Asking<Row>): Pages<Row> {
    const list = useInfiniteQuery({
        queryKey: [...key, 'pages', limit],
        initialPageParam: undefined as string | undefined,
        queryFn: ({ pageParam, signal }) => get({ limit: String(limit), after: pageParam }, signal),
        getNextPageParam: (stretch) => stretch.next ?? undefined,
    });
    return {
        rows: list.data?.pages.flatMap((stretch) => stretch.rows) ?? [],
        loading: list.isPending && list.fetchStatus !== 'idle',
        trouble: list.error,
        again: () => void list.refetch(),
        more: list.hasNextPage ? () => void list.fetchNextPage() : null,
        loadingMore: list.isFetchingNextPage,
    };
}
