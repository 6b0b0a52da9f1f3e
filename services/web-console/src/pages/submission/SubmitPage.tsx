import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useLocation, useSearchParams } from 'react-router';
import { get } from '../../api/client';
import {
    keys as queryKeys,
    useConnections,
    useMe,
    useStrategies,
    useVenues,
} from '../../api/queries';
import type { Connection, Me, Strategy, Submission, Venue } from '../../api/types';
import { Empty } from '../../parts/Empty';
import { Loading } from '../../parts/Loading';
import { Page } from '../../parts/Page';
import { TroubleNote } from '../../parts/TroubleNote';
import { useWords } from '../../words';
import { entryOf } from './LeaveGuard';
import type { Answers, Keys } from './logic/answers';
import { EMPTY } from './logic/answers';
import { again as answersAgain } from './logic/kept';
import { Wizard } from './Wizard';

/** Handing over a key, for a new strategy or a refresh. */
export default function SubmitPage() {
    const words = useWords().submission;
    const { search } = useLocation();
    const [query] = useSearchParams();
    const type = query.get('type');
    const again = query.get('again');
    const me = useMe();
    const venues = useVenues();
    const strategies = useStrategies();
    const connections = useConnections();
    const rejected = useQuery({
        queryKey: queryKeys.submission(again ?? ''),
        enabled: again !== null,
        queryFn: ({ signal }): Promise<Submission> =>
            get('/v1/submissions/{id}', { path: { id: again ?? '' }, signal }),
    });
    const needed = [me, venues, strategies, connections, ...(again === null ? [] : [rejected])];
    const failed = needed.find((one) => one.error !== null && one.data === undefined);
    const isRefresh = type === 'refresh' || rejected.data?.type === 'refresh';
    const title = isRefresh
        ? words.titleRefresh
        : type === 'add' || again !== null
          ? words.titleAdd
          : words.title;
    return (
        <Page title={title}>
            {failed ? (
                <TroubleNote
                    trouble={failed.error}
                    again={() => needed.forEach((one) => void one.refetch())}
                />
            ) : !me.data ||
              !venues.data ||
              !strategies.data ||
              !connections.data ||
              (again !== null && !rejected.data) ? (
                <Loading />
            ) : isRefresh && connections.data.length === 0 ? (
                <Empty
                    title={words.connection.none}
                    text={words.connection.noneText}
                    action={
                        <Button component={Link} to="/submit?type=add">
                            {words.connection.add}
                        </Button>
                    }
                />
            ) : (
                <Wizard
                    // Another address is another form.
                    key={entryOf(search)}
                    me={me.data}
                    venues={venues.data}
                    strategies={strategies.data}
                    connections={connections.data}
                    {...beginning(type, query.get('connection'), rejected.data ?? null, again)}
                />
            )}
        </Page>
    );
}

export interface WizardFacts {
    me: Me;
    venues: readonly Venue[];
    strategies: readonly Strategy[];
    connections: readonly Connection[];
}

/** What an address says already. */
function beginning(
    type: string | null,
    connection: string | null,
    rejected: Submission | null,
    again: string | null,
): { begin: Answers; beginKeys: Keys } {
    if (again !== null && rejected) {
        const kept = answersAgain(rejected);
        return { begin: kept.answers, beginKeys: kept.keys };
    }
    const known = type === 'add' || type === 'refresh' ? type : null;
    return {
        begin: { ...EMPTY, type: known, connectionId: known === 'refresh' ? connection : null },
        beginKeys: {},
    };
}
