import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Reason } from '../../api/types';
import { useWords } from '../../words';
import classes from './ReasonNote.module.css';

interface Given {
    reason: Reason | null;
    venue: string;
    /** The button that is the fix. */
    action?: ReactNode;
}

/** Why something does not work: what it means, the exchange's own words, the one fix. */
export function ReasonNote({ reason, venue, action }: Given) {
    const words = useWords().connections;
    return (
        <div className={classes.note}>
            {reason === null ? <p>{words.noReason}</p> : <Told reason={reason} venue={venue} />}
            {action}
        </div>
    );
}

function Told({ reason, venue }: { reason: Reason; venue: string }) {
    const words = useWords().connections;
    return (
        <>
            <p className={classes.meaning}>{reason.message}</p>
            {reason.venue_words && (
                <p className={classes.said}>
                    {words.venueSays(venue)}: <q dir="auto">{reason.venue_words}</q>
                    {reason.venue_code && (
                        <small className={classes.code}> ({reason.venue_code})</small>
                    )}
                </p>
            )}
            {reason.fix && (
                <p>
                    <strong>{words.whatToDo}:</strong> {reason.fix}
                </p>
            )}
            {reason.code && (
                <small className={classes.code}>
                    <Link
                        to={`/help/faults/${encodeURIComponent(reason.code)}`}
                        className={classes.more}
                        aria-label={`${words.helpForCode}: ${reason.code}`}
                    >
                        {reason.code}
                    </Link>
                </small>
            )}
        </>
    );
}
