import { Button, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useNames, useSubmissions } from '../../api/queries';
import type { Submission } from '../../api/types';
import { Ago } from '../../parts/Ago';
import { Empty } from '../../parts/Empty';
import { LongList } from '../../parts/LongList';
import { Page } from '../../parts/Page';
import { StatusBadge } from '../../parts/StatusBadge';
import { useWords } from '../../words';
import { standingOf } from './logic/verdict';
import { TONES } from './parts/VerdictHead';
import classes from './SubmissionsPage.module.css';

/** Every submission of the account, newest first. */
export default function SubmissionsPage() {
    const words = useWords().submission;
    const submissions = useSubmissions();
    const names = useNames();
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
            <LongList
                pages={submissions}
                empty={
                    <Empty
                        title={words.list.empty}
                        text={words.list.emptyText}
                        action={
                            <Button component={Link} to="/submit?type=add">
                                {words.titleAdd}
                            </Button>
                        }
                    />
                }
            >
                {(rows) => (
                    <ul className={classes.list}>
                        {rows.map((one) => (
                            <li key={one.submission_id}>
                                <Row submission={one} venue={names.venue(one.venue)} />
                            </li>
                        ))}
                    </ul>
                )}
            </LongList>
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
