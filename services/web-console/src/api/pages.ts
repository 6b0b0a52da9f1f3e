import { useInfiniteQuery } from '@tanstack/react-query';
import type { QueryKey } from '@tanstack/react-query';
import { ask } from './client';

/** What is asked for: a list that the house gives a stretch at a time. */
export interface Asking {
    key: QueryKey;
    path: string;
    /** The field of the answer that holds the rows, e.g. `mails`. */
    rows: string;
    query?: Record<string, string | number | boolean | null | undefined>;
    pathValues?: Record<string, string>;
    /** Rows in a stretch; 50 unless told, 200 at most. */
    limit?: number;
    enabled?: boolean;
}

type Stretch<Row> = Record<string, Row[] | string | null | undefined>;

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
export function usePages<Row>(asking: Asking): Pages<Row> {
    const list = useInfiniteQuery({
        queryKey: [...asking.key, 'pages', asking.query ?? {}],
        enabled: asking.enabled ?? true,
        initialPageParam: null as string | null,
        queryFn: ({ pageParam, signal }) =>
            ask<Stretch<Row>>('GET', asking.path, {
                path: asking.pathValues,
                query: { ...asking.query, limit: asking.limit ?? 50, after: pageParam },
                signal,
            }),
        getNextPageParam: (stretch) => (typeof stretch.next === 'string' ? stretch.next : null),
    });
    const rows = (list.data?.pages ?? []).flatMap((page) => (page[asking.rows] ?? []) as Row[]);
    return {
        rows,
        loading: list.isPending && list.fetchStatus !== 'idle',
        trouble: list.error,
        again: () => void list.refetch(),
        more: list.hasNextPage ? () => void list.fetchNextPage() : null,
        loadingMore: list.isFetchingNextPage,
    };
}
