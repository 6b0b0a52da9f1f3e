import { Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { Link } from 'react-router';
import { ask } from '../../api/client';
import { keys, useVenues } from '../../api/queries';
import type { Submission } from '../../api/types';
import { Ago } from '../../parts/Ago';
import { Empty } from '../../parts/Empty';
import { Loading } from '../../parts/Loading';
import { Page } from '../../parts/Page';
import { StatusBadge } from '../../parts/StatusBadge';
import { TroubleNote } from '../../parts/TroubleNote';
import { useWords } from '../../words';
import { standingOf } from './logic/verdict';
import { TONES } from './parts/VerdictHead';
import classes from './SubmissionsPage.module.css';

interface SubmissionPage {
    submissions: Submission[];
    next: string | null;
}

/** Every submission of the account, newest first. */
export default function SubmissionsPage() {
    const words = useWords().submission;
    const list = useInfiniteQuery({
        queryKey: [...keys.submissions, 'list'],
        initialPageParam: null as string | null,
        queryFn: ({ pageParam, signal }) =>
            ask<SubmissionPage>('GET', '/v1/submissions', {
                query: { limit: 50, after: pageParam },
                signal,
            }),
        getNextPageParam: (page) => page.next,
    });
    const venues = useVenues();
    const all = list.data?.pages.flatMap((page) => page.submissions) ?? [];
    const nameOf = (venue: string) =>
        venues.data?.find((one) => one.venue === venue)?.name ?? venue;
    return (
        <Page
            title={words.list.title}
            actions={
                <>
                    <Button component={Link} to="/submit?type=refresh" variant="default">
                        {words.titleRefresh}
                    </Button>
                    <Button component={Link} to="/submit?type=add">
                        {words.titleAdd}
                    </Button>
                </>
            }
        >
            {list.error && <TroubleNote trouble={list.error} again={() => void list.refetch()} />}
            {list.isPending && <Loading />}
            {list.data && all.length === 0 && (
                <Empty
                    title={words.list.empty}
                    text={words.list.emptyText}
                    action={
                        <Button component={Link} to="/submit?type=add">
                            {words.titleAdd}
                        </Button>
                    }
                />
            )}
            {all.length > 0 && (
                <ul className={classes.list}>
                    {all.map((one) => (
                        <li key={one.submission_id}>
                            <Row submission={one} venue={nameOf(one.venue)} />
                        </li>
                    ))}
                </ul>
            )}
            {list.hasNextPage && (
                <Button
                    mt="md"
                    variant="default"
                    loading={list.isFetchingNextPage}
                    onClick={() => void list.fetchNextPage()}
                >
                    {words.list.more}
                </Button>
            )}
        </Page>
    );
}

function Row({ submission, venue }: { submission: Submission; venue: string }) {
    const words = useWords().submission;
    const standing = standingOf(submission, undefined);
    const badge = standing === 'refreshed' ? 'accepted' : standing;
    return (
        <Link to={`/submissions/${submission.submission_id}`} className={classes.row}>
            <span className={classes.what}>
                <strong className={classes.label}>{submission.label}</strong>
                <Text span size="sm" className={classes.quiet}>
                    {words.list.type[submission.type] ?? submission.type} · {venue} ·{' '}
                    {words.market.names[submission.market] ?? submission.market} ·{' '}
                    <Ago at={submission.created_at} />
                </Text>
                {standing === 'rejected' && submission.reason?.message && (
                    <Text span size="sm">
                        {submission.reason.message}
                    </Text>
                )}
            </span>
            <StatusBadge tone={badge === 'accepted' ? 'good' : TONES[standing]}>
                {words.verdict.states[badge]}
            </StatusBadge>
        </Link>
    );
}
