import { StatusBadge } from '../../parts/StatusBadge';
import type { Connection } from '../../api/types';
import { useWords } from '../../words';
import classes from './Badges.module.css';
import { standingOf } from './standing';
import { BOT_TONE, STANDING_TONE } from './tones';

/** The state of a connection. */
export function StandingBadge({ connection }: { connection: Connection }) {
    const words = useWords().connections;
    const standing = standingOf(connection);
    return <StatusBadge tone={STANDING_TONE[standing]}>{words.standing[standing]}</StatusBadge>;
}

/** The state of a bot. */
export function BotBadge({ state }: { state: string }) {
    const words = useWords().dashboard;
    return (
        <StatusBadge tone={BOT_TONE[state] ?? 'warning'}>
            {words.botStates[state] ?? state}
        </StatusBadge>
    );
}

/** Exchange, market, kind of account and the end of the key, in a line. */
export function Origin({ connection, venue }: { connection: Connection; venue: string }) {
    const words = useWords().connections;
    const { market, mode, sub_account, key_hint } = connection;
    const parts = [
        venue,
        words.markets[market] ?? market,
        ...(mode === 'sandbox' ? [words.sandbox] : []),
        ...(sub_account === true ? [words.subAccount] : []),
        ...(sub_account === false ? [words.mainAccount] : []),
        ...(key_hint === '' ? [] : [words.key(key_hint)]),
    ];
    return <p className={classes.origin}>{parts.join(' · ')}</p>;
}
