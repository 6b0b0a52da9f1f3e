import { Mark } from '../connections/Mark';
import { useWords } from '../../words';
import { Amounts } from './Amounts';
import classes from './AssetsPage.module.css';
import { showDecimal } from './decimals';
import type { AssetRow } from './holdings';

const OPEN_BELOW = 5;

interface Given {
    rows: AssetRow[];
    names: { venue: (id: string) => string };
}

/** Each asset with its exact sum; where it lies unfolds. */
export function ByAsset({ rows, names }: Given) {
    const words = useWords();
    return (
        <ul className={classes.list}>
            {rows.map((row) => (
                <li key={`${row.sandbox} ${row.asset}`}>
                    <details className={classes.asset} open={rows.length < OPEN_BELOW}>
                        <summary className={classes.summary}>
                            <h3 className={classes.name}>
                                {row.asset}
                                {row.sandbox && (
                                    <span className={classes.dim}>
                                        {' '}
                                        {words.connections.sandbox}
                                    </span>
                                )}
                            </h3>
                            <span className={classes.sum}>
                                {row.total === null ? (
                                    <Mark tone="warning">{words.assets.totalUnknown}</Mark>
                                ) : (
                                    showDecimal(row.total)
                                )}
                            </span>
                            <span className={classes.dim}>
                                {words.assets.where(placesOf(row))}
                                {row.trust === 'stale' && (
                                    <>
                                        {' · '}
                                        <Mark tone="warning">{words.assets.sumStale}</Mark>
                                    </>
                                )}
                            </span>
                        </summary>
                        {row.total === null && (
                            <p className={classes.lead}>{words.assets.unreadable}</p>
                        )}
                        <Amounts
                            holdings={row.holdings}
                            first="connection"
                            caption={row.asset}
                            venue={names.venue}
                        />
                    </details>
                </li>
            ))}
        </ul>
    );
}

function placesOf(row: AssetRow): number {
    return new Set(row.holdings.map((one) => one.connection_id)).size;
}
