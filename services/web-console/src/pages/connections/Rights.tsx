import type { Connection, Venue } from '../../api/types';
import { useWords } from '../../words';
import classes from './Facts.module.css';
import { Mark } from './Mark';
import { rightsOf, worstOf } from './rights';
import { RIGHT_TONE } from './tones';

interface Given {
    connection: Connection;
    venue: Venue | undefined;
}

/** What matters of a key's rights, in a line: the verdict, and what is wrong or not known. */
export function RightsInShort({ connection, venue }: Given) {
    const words = useWords().connections;
    const rows = rightsOf(connection, venue);
    const worst = worstOf(rows);
    const named = rows.filter((row) => row.verdict === worst);
    if (worst === 'good') return <Mark tone="good">{words.rightsGood}</Mark>;
    return (
        <Mark tone={RIGHT_TONE[worst]}>
            {worst === 'bad' ? words.rightsBad : words.rightsUnsure}:{' '}
            {named
                .map(({ right, grant }) => {
                    const name = words.shortRight[right];
                    return worst === 'bad' ? `${name} ${words.grant[grant].toLowerCase()}` : name;
                })
                .join(', ')}
        </Mark>
    );
}

/** Every right of a key: what the exchange says, and what it should be. */
export function RightsTable({ connection, venue }: Given) {
    const words = useWords().connections;
    return (
        <ul className={classes.rights}>
            {rightsOf(connection, venue).map((row) => (
                <li key={row.right}>
                    <span className={classes.right}>
                        {words.right[row.right]}
                        <small className={classes.dim}> {words.wanted[row.wanted]}</small>
                    </span>
                    <Mark tone={RIGHT_TONE[row.verdict]}>{words.grant[row.grant]}</Mark>
                    {row.verdict === 'unsure' && (
                        <small className={classes.note}>{row.note ?? words.unknownRight}</small>
                    )}
                </li>
            ))}
        </ul>
    );
}
