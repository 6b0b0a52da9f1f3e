import { Link } from 'react-router';
import { Ago } from '../../parts/Ago';
import { StatusBadge } from '../../parts/StatusBadge';
import { useWords } from '../../words';
import classes from './AssetsPage.module.css';
import { showDecimal } from './decimals';
import type { TrustedHolding } from './holdings';

interface Given {
    holdings: TrustedHolding[];
    /** The first column: where it lies, or what it is. */
    first: 'connection' | 'asset';
    caption: string;
    venue: (id: string) => string;
}

/** Amounts, to the last digit, each with its age. */
export function Amounts({ holdings, first, caption, venue }: Given) {
    const words = useWords().assets;
    return (
        <table className={classes.table}>
            <caption className="out-of-sight">{caption}</caption>
            <thead>
                <tr>
                    <th scope="col">{words[first]}</th>
                    <th scope="col">{words.wallet}</th>
                    <th scope="col" className={classes.number}>
                        {words.total}
                    </th>
                    <th scope="col" className={classes.number}>
                        {words.free}
                    </th>
                    <th scope="col">{words.age}</th>
                </tr>
            </thead>
            <tbody>
                {holdings.map((one) => (
                    <tr key={`${one.connection_id} ${one.wallet} ${one.asset}`}>
                        <th scope="row">
                            {first === 'asset' ? (
                                one.asset
                            ) : (
                                <>
                                    <Link
                                        to={`/connections/${one.connection_id}`}
                                        className={classes.link}
                                    >
                                        <bdi>{one.label}</bdi>
                                    </Link>
                                    <span className={classes.dim}>{venue(one.venue)}</span>
                                </>
                            )}
                        </th>
                        <td data-name={words.wallet}>
                            <span>{one.wallet}</span>
                        </td>
                        <td data-name={words.total} className={classes.number}>
                            <span>{showDecimal(one.total)}</span>
                        </td>
                        <td data-name={words.free} className={classes.number}>
                            <span>{showDecimal(one.free)}</span>
                        </td>
                        <td data-name={words.age}>
                            <Age holding={one} />
                        </td>
                    </tr>
                ))}
            </tbody>
        </table>
    );
}

function Age({ holding: { trust, as_of, failing } }: { holding: TrustedHolding }) {
    const words = useWords().assets;
    return (
        <span className={classes.age}>
            {as_of === null ? words.undated : <Ago at={as_of} />}
            {trust === 'stale' && (
                <span title={failing ? words.staleFailing : words.staleOld}>
                    <StatusBadge tone="warning">{words.stale}</StatusBadge>
                </span>
            )}
        </span>
    );
}
