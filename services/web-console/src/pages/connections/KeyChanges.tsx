import type { Schema } from '../../api/types';
import { format, useWords } from '../../words';
import classes from './Facts.module.css';

/** How a key was changed at its exchange last: what it was, what it is, what that means. */
export function KeyChanges({ told }: { told: Schema<'KeyChanges'> }) {
    const words = useWords().keyChanges;
    return (
        <div className={classes.stack}>
            <ul>
                {told.changes.map((change) => (
                    <li key={change.what + change.now}>
                        <strong>{words.what[change.what] ?? change.what}</strong>
                        {': '}
                        <span className="out-of-sight">{words.before} </span>
                        {change.before || words.none}
                        {' → '}
                        <span className="out-of-sight">{words.now} </span>
                        {change.now || words.none}
                        {'. '}
                        {change.meaning}
                    </li>
                ))}
            </ul>
            <p className={classes.dim}>
                <time dateTime={told.at}>{words.seen(format.moment(told.at))}</time>
            </p>
        </div>
    );
}
