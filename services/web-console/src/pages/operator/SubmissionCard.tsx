import { Anchor, Text } from '@mantine/core';
import { Link } from 'react-router';
import { StatusBadge } from '../../parts/StatusBadge';
import type { Tone } from '../../parts/StatusBadge';
import { format, useWords } from '../../words';
import type { OperatorSubmission } from '../../api/types';
import { useNames } from './names';
import classes from './operator.module.css';
import { Whose } from './Whose';

const TONES: Record<string, Tone> = {
    received: 'waiting',
    validating: 'waiting',
    accepted: 'good',
    rejected: 'bad',
};

/** A submission and, where it was refused, why. */
export function SubmissionCard({ row, owner }: { row: OperatorSubmission; owner: boolean }) {
    const words = useWords().operator.submissions;
    const names = useNames();
    return (
        <article className={classes.card}>
            <div className={classes.head}>
                {owner ? (
                    <Whose row={row} />
                ) : (
                    <Text fw={600} size="sm" className={classes.grow}>
                        {row.label}
                    </Text>
                )}
                <StatusBadge tone={TONES[row.status] ?? 'quiet'}>
                    {words.statuses[row.status] ?? row.status}
                </StatusBadge>
            </div>
            <Text size="sm" mt={4}>
                {[
                    words.types[row.type] ?? row.type,
                    names.venue(row.venue),
                    words.markets[row.market] ?? row.market,
                    names.strategy(row.strategy_id),
                    ...(owner ? [row.label] : []),
                ].join(' · ')}
            </Text>
            <Text size="xs" c="dimmed">
                {words.submitted} {format.moment(row.created_at)}
                {row.decided_at && (
                    <>
                        {' · '}
                        {words.decided} {format.moment(row.decided_at)}
                    </>
                )}
            </Text>
            {row.reason && <Why reason={row.reason} />}
        </article>
    );
}

function Why({ reason }: { reason: NonNullable<OperatorSubmission['reason']> }) {
    const words = useWords().operator.submissions;
    return (
        <div className={classes.words}>
            <Text size="sm">{reason.message}</Text>
            {reason.venue_words && (
                <Text size="sm" c="dimmed">
                    {words.venueWords}: “{reason.venue_words}”
                    {reason.venue_code ? ` (${reason.venue_code})` : ''}
                </Text>
            )}
            {reason.code && (
                <Anchor component={Link} to={`/help/faults/${reason.code}`} size="xs">
                    {words.about} ({reason.code})
                </Anchor>
            )}
        </div>
    );
}
