import { Anchor, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useParams } from 'react-router';
import { get, isTrouble } from '../../api/client';
import { useLive } from '../../api/live';
import { keys, useStrategies, useVenues } from '../../api/queries';
import type { Connection, Reason, Submission } from '../../api/types';
import { Ago } from '../../parts/Ago';
import { CopyButton } from '../../parts/CopyButton';
import { Empty } from '../../parts/Empty';
import { Loading } from '../../parts/Loading';
import { Page } from '../../parts/Page';
import { TroubleNote } from '../../parts/TroubleNote';
import { format, useWords } from '../../words';
import type { Standing } from './logic/verdict';
import { isWaiting, standingOf } from './logic/verdict';
import { Facts } from './parts/Facts';
import { Note } from './parts/Note';
import { Stages } from './parts/Stages';
import { TONES, VerdictHead } from './parts/VerdictHead';
import classes from './SubmissionPage.module.css';

const FALLBACK = 3_000;

/** What became of a submission, as it happens. */
export default function SubmissionPage() {
    const words = useWords().submission.verdict;
    const { id = '' } = useParams();
    const live = useLive();
    const submission = useQuery({
        queryKey: keys.submission(id),
        queryFn: ({ signal }): Promise<Submission> =>
            get('/v1/submissions/{id}', { path: { id }, signal }),
        // The live stream says when to ask; this is for when it is away, or has just come.
        refetchInterval: ({ state }) =>
            state.data?.status === 'accepted' || state.data?.status === 'rejected'
                ? false
                : FALLBACK,
    });
    const connectionId = submission.data?.connection_id ?? '';
    const connection = useQuery({
        queryKey: keys.connection(connectionId),
        enabled: submission.data?.status === 'accepted',
        queryFn: ({ signal }): Promise<Connection> =>
            get('/v1/connections/{id}', { path: { id: connectionId }, signal }),
        refetchInterval: ({ state }) => (state.data?.bot ? false : FALLBACK),
        retry: (count, trouble) => count < 3 && !isTrouble(trouble, 404),
    });
    const missing = isTrouble(submission.error, 404) || isTrouble(submission.error, 400);
    return (
        <Page
            title={words.title}
            actions={
                <Button component={Link} to="/submissions" variant="default">
                    {words.toList}
                </Button>
            }
        >
            {missing ? (
                <Empty title={words.notFound} text={words.notFoundText} />
            ) : submission.data ? (
                <>
                    {submission.error && <TroubleNote trouble={submission.error} />}
                    <Verdict
                        submission={submission.data}
                        connection={connection.data}
                        away={live !== 'live'}
                    />
                </>
            ) : submission.error ? (
                <TroubleNote trouble={submission.error} again={() => void submission.refetch()} />
            ) : (
                <Loading />
            )}
        </Page>
    );
}

interface Given {
    submission: Submission;
    connection: Connection | undefined;
    away: boolean;
}

function Verdict({ submission, connection, away }: Given) {
    const words = useWords().submission;
    const strategies = useStrategies();
    const venues = useVenues();
    const standing = standingOf(submission, connection);
    const venue =
        venues.data?.find((one) => one.venue === submission.venue)?.name ?? submission.venue;
    const strategy = strategies.data?.find((one) => one.strategy_id === submission.strategy_id);
    const route = strategy?.venues.find((one) => one.venue === submission.venue);
    const refresh = submission.type === 'refresh';
    return (
        <Stack gap="lg" className={classes.page}>
            <VerdictHead standing={standing} refresh={refresh} />
            <Stages submission={submission} standing={standing} />
            {submission.reason && (
                <Why reason={submission.reason} venue={venue} standing={standing} />
            )}
            {standing === 'launched' && connection?.bot && (
                <Facts
                    facts={[
                        [
                            words.verdict.botId,
                            <Group key="bot" gap="xs">
                                <strong translate="no">{connection.bot.bot_id}</strong>
                                <CopyButton
                                    value={connection.bot.bot_id}
                                    what={words.verdict.theBotId}
                                />
                            </Group>,
                        ],
                    ]}
                />
            )}
            {submission.warnings.length > 0 && (
                <Note tone="warning" title={words.verdict.warnings}>
                    <ul className={classes.list}>
                        {submission.warnings.map((warning) => (
                            <li key={warning}>{warning}</li>
                        ))}
                    </ul>
                </Note>
            )}
            {!refresh && standing !== 'rejected' && route?.words && (
                <Note tone="info" title={words.verdict.contactNext}>
                    {route.words}
                </Note>
            )}
            <Next submission={submission} standing={standing} />
            {isWaiting(standing) && (away || standing !== 'delayed') && (
                <Text size="sm" className={classes.small}>
                    {away ? words.verdict.stale : words.verdict.leave}
                </Text>
            )}
            <div>
                <Title order={2} size="h4" mb="xs">
                    {words.verdict.details}
                </Title>
                <Facts
                    facts={[
                        [words.summary.label, submission.label],
                        [
                            words.verdict.type,
                            refresh ? words.verdict.typeRefresh : words.verdict.typeAdd,
                        ],
                        [words.summary.venue, venue],
                        [
                            words.summary.market,
                            words.market.names[submission.market] ?? submission.market,
                        ],
                        [words.summary.strategy, strategy?.name ?? submission.strategy_id],
                        [
                            words.verdict.submitted,
                            <span key="submitted">
                                {format.moment(submission.created_at)} (
                                <Ago at={submission.created_at} />)
                            </span>,
                        ],
                        ...(submission.decided_at === null
                            ? []
                            : [
                                  [
                                      words.verdict.decided,
                                      format.moment(submission.decided_at),
                                  ] as const,
                              ]),
                        [
                            words.verdict.reference,
                            <code key="id" className={classes.code} translate="no">
                                {submission.submission_id}
                            </code>,
                        ],
                    ]}
                />
            </div>
        </Stack>
    );
}

/** What stands in the way: meaning, the one fix, the exchange's own words, the code small. */
function Why({ reason, venue, standing }: { reason: Reason; venue: string; standing: Standing }) {
    const words = useWords().submission.verdict;
    const said = [reason.venue_code, reason.venue_words].filter(Boolean).join(': ');
    return (
        <section className={classes.why} data-tone={TONES[standing]}>
            <Title order={2} size="h5">
                {words.why}
            </Title>
            <Text>{reason.message}</Text>
            <Title order={2} size="h5" mt="sm">
                {words.fix}
            </Title>
            <Text>{reason.fix}</Text>
            <Text size="sm" className={classes.small} mt="sm">
                {said !== '' && (
                    <>
                        {words.venueSaid(venue)}: <q translate="no">{said}</q>.{' '}
                    </>
                )}
                {words.code}: <code translate="no">{reason.code}</code>.{' '}
                {reason.code && (
                    <Anchor
                        component={Link}
                        to={`/help/faults/${reason.code}`}
                        underline="always"
                        inherit
                    >
                        {words.aboutFault}
                    </Anchor>
                )}
            </Text>
        </section>
    );
}

function Next({ submission, standing }: { submission: Submission; standing: Standing }) {
    const words = useWords().submission.verdict;
    if (standing === 'rejected') {
        return (
            <Stack gap={4} align="flex-start">
                <Button component={Link} to={`/submit?again=${submission.submission_id}`}>
                    {words.tryAgain}
                </Button>
                <Text size="sm" className={classes.small}>
                    {words.tryAgainText}
                </Text>
                {submission.reason?.code === 'ACCOUNT_ALREADY_CONNECTED' && (
                    <Button component={Link} to="/submit?type=refresh" variant="default">
                        {words.refreshInstead}
                    </Button>
                )}
            </Stack>
        );
    }
    if (standing !== 'launched' && standing !== 'refreshed') return null;
    return (
        <Group>
            <Button component={Link} to="/">
                {words.toDashboard}
            </Button>
            <Button
                component={Link}
                to={`/connections/${submission.connection_id}`}
                variant="default"
            >
                {words.toConnection}
            </Button>
        </Group>
    );
}
