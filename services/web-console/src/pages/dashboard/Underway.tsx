import { Button, Loader } from '@mantine/core';
import { Link } from 'react-router';
import type { Submission } from '../../api/types';
import { Ago } from '../../parts/Ago';
import { StatusBadge } from '../../parts/StatusBadge';
import { useWords } from '../../words';
import classes from './Underway.module.css';

interface Given {
    submissions: Submission[];
    names: { venue: (id: string) => string; strategy: (id: string) => string };
}

/** Submissions that have no verdict yet; they leave by themselves when they have one. */
export function Underway({ submissions, names }: Given) {
    const words = useWords().dashboard;
    return (
        <div aria-live="polite">
            {submissions.length > 0 && (
                <section className={classes.section}>
                    <h2 className={classes.heading}>{words.underway}</h2>
                    <ul className={classes.list}>
                        {submissions.map((one) => (
                            <li key={one.submission_id} className={classes.item}>
                                <Loader size={18} aria-hidden />
                                <div className={classes.told}>
                                    <h3 className={classes.what}>{titleOf(one)}</h3>
                                    {one.reason && (
                                        <p className={classes.text}>
                                            {one.reason.message} {one.reason.fix}
                                        </p>
                                    )}
                                    <p className={classes.dim} aria-live="off">
                                        {words.underwaySubmitted} <Ago at={one.created_at} />
                                    </p>
                                </div>
                                <StatusBadge tone="waiting">
                                    {one.status === 'received' ? words.received : words.validating}
                                </StatusBadge>
                                <Button
                                    component={Link}
                                    to={`/submissions/${one.submission_id}`}
                                    size="xs"
                                    variant="default"
                                    aria-label={words.underwaySeeOf(one.label)}
                                >
                                    {words.underwaySee}
                                </Button>
                            </li>
                        ))}
                    </ul>
                </section>
            )}
        </div>
    );

    function titleOf(one: Submission): string {
        if (one.type === 'refresh') return words.underwayRefresh(one.label);
        return words.underwayAdd(names.strategy(one.strategy_id), names.venue(one.venue));
    }
}
