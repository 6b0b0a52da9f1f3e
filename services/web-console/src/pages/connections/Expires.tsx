import type { Connection } from '../../api/types';
import { useNow } from '../../parts/Ago';
import { format, useWords } from '../../words';
import { expiryOf, inOneUnit } from './expiry';
import { Mark } from './Mark';
import { EXPIRY_TONE } from './tones';

/** When a connection's key dies, counting down, with the date. */
export function Expires({ connection }: { connection: Connection }) {
    const words = useWords().connections;
    const expiry = expiryOf(connection, useNow());
    if (expiry.at === null || expiry.left === null) {
        return expiry.kind === 'unread' ? words.expiryUnread : words.expiryNever;
    }
    const { count, unit } = inOneUnit(expiry.left);
    const when =
        expiry.kind === 'expired'
            ? `${words.expired} ${words.expiredFor(count, unit)}`
            : words.expiryIn(count, unit);
    return (
        <Mark tone={EXPIRY_TONE[expiry.kind]}>
            {when},{' '}
            <time dateTime={expiry.at.toISOString()} title={format.moment(expiry.at)}>
                {format.day(expiry.at)}
            </time>
        </Mark>
    );
}
