import { useLive } from '../api/live';
import { useWords } from '../words';
import classes from './LiveBadge.module.css';

/** Whether what is shown is what is. */
export function LiveBadge() {
    const words = useWords().shell;
    const live = useLive();
    const meaning = {
        live: words.liveMeaning,
        reconnecting: words.reconnectingMeaning,
        offline: words.offlineMeaning,
    }[live];
    return (
        <span className={classes.badge} data-live={live} title={meaning}>
            <span className={classes.dot} aria-hidden="true" />
            <span className={classes.word}>{words[live]}</span>
        </span>
    );
}

/** A line above the page while there is no network; heard by those who do not see it. */
export function OfflineStrip() {
    const words = useWords().shell;
    const offline = useLive() === 'offline';
    return (
        <div role="status">
            {offline && (
                <div className={classes.strip}>
                    <strong>{words.offline}.</strong> {words.offlineMeaning}
                </div>
            )}
        </div>
    );
}
