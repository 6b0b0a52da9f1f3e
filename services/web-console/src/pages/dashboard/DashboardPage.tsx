import { Button, Skeleton } from '@mantine/core';
import { IconPlus, IconRefresh } from '@tabler/icons-react';
import { useMemo } from 'react';
import { Link } from 'react-router';
import type { Connection, Submission } from '../../api/types';
import { Page } from '../../parts/Page';
import { TroubleNote } from '../../parts/TroubleNote';
import { useWords } from '../../words';
import {
    isUnderway,
    useNames,
    useRecentSubmissions,
    useWatchedConnections,
} from '../../api/queries';
import { StaleNote } from '../connections/StaleNote';
import { useMinute } from '../connections/useMinute';
import { Advice } from './Advice';
import { adviceOf, attentionOf } from './attention';
import { AllIsWell, AttentionBox } from './AttentionBox';
import { Bots } from './Bots';
import { Underway } from './Underway';
import { Welcome } from './Welcome';

/** How everything stands: what needs a hand first, then what is under way, then the bots. */
export default function DashboardPage() {
    const words = useWords();
    const connections = useWatchedConnections();
    const submissions = useRecentSubmissions();
    const known = connections.data !== undefined;
    const settled = submissions.data !== undefined || submissions.isError;
    const first = known && connections.data.length === 0 && !submissions.data?.length && settled;
    return (
        <Page
            title={words.dashboard.title}
            actions={<Actions refreshing={!!connections.data?.length} />}
        >
            <StaleNote query={connections} />
            {!known && connections.isError ? (
                <TroubleNote
                    trouble={connections.error}
                    title={words.dashboard.loadFailed}
                    again={() => void connections.refetch()}
                />
            ) : !known || !settled ? (
                <div role="status">
                    <span className="out-of-sight">{words.shell.loading}</span>
                    <Skeleton height={56} radius="md" mb="xl" aria-hidden />
                    <Skeleton height={24} width={120} radius="sm" mb="md" aria-hidden />
                    <Skeleton height={220} radius="md" aria-hidden />
                </div>
            ) : first ? (
                <Welcome />
            ) : (
                <>
                    {submissions.isError && submissions.data === undefined && (
                        <TroubleNote
                            trouble={submissions.error}
                            title={words.dashboard.submissionsFailed}
                            again={() => void submissions.refetch()}
                        />
                    )}
                    <Standing connections={connections.data} submissions={submissions.data ?? []} />
                </>
            )}
        </Page>
    );
}

function Actions({ refreshing }: { refreshing: boolean }) {
    const words = useWords().dashboard;
    return (
        <>
            {refreshing && (
                <Button
                    component={Link}
                    to="/submit?type=refresh"
                    variant="default"
                    leftSection={<IconRefresh size={18} aria-hidden />}
                >
                    {words.refresh}
                </Button>
            )}
            <Button
                component={Link}
                to="/submit?type=add"
                leftSection={<IconPlus size={18} aria-hidden />}
            >
                {words.add}
            </Button>
        </>
    );
}

interface Stood {
    connections: Connection[];
    submissions: Submission[];
}

function Standing({ connections, submissions }: Stood) {
    const names = useNames();
    const minute = useMinute();
    const items = useMemo(
        () => attentionOf(connections, submissions, names.venues, minute),
        [connections, submissions, names.venues, minute],
    );
    const advice = useMemo(() => adviceOf(connections), [connections]);
    return (
        <>
            {items.length > 0 ? (
                <AttentionBox items={items} names={names} />
            ) : (
                <AllIsWell connections={connections} />
            )}
            <Underway submissions={submissions.filter(isUnderway)} names={names} />
            <Bots connections={connections} names={names} />
            <Advice advice={advice} />
        </>
    );
}
