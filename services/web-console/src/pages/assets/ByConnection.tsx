import { Link } from 'react-router';
import { Ago } from '../../parts/Ago';
import { useWords } from '../../words';
import { Mark } from '../connections/Mark';
import { Amounts } from './Amounts';
import classes from './AssetsPage.module.css';
import type { ConnectionHoldings } from './holdings';

interface Given {
    places: ConnectionHoldings[];
    names: { venue: (id: string) => string };
}

/** Each connection with what lies there, those that were never read too. */
export function ByConnection({ places, names }: Given) {
    const words = useWords().assets;
    return (
        <ul className={classes.list}>
            {places.map((place) => (
                <li key={place.connection_id} className={classes.asset}>
                    <div className={classes.placeHead}>
                        <h3 className={classes.name}>
                            <Link
                                to={`/connections/${place.connection_id}`}
                                className={classes.link}
                            >
                                <bdi>{place.label}</bdi>
                            </Link>
                        </h3>
                        <span className={classes.dim}>
                            {names.venue(place.venue)}
                            {place.as_of !== null && (
                                <>
                                    {' '}
                                    · {words.age} <Ago at={place.as_of} />
                                </>
                            )}
                        </span>
                    </div>
                    {place.failing && (
                        <p className={classes.note}>
                            <Mark tone="warning">{words.staleFailing}</Mark>
                        </p>
                    )}
                    {place.unread ? (
                        <p className={classes.note}>
                            <strong>{words.unread}.</strong> {words.unreadText}
                        </p>
                    ) : place.holdings.length === 0 ? (
                        <p className={classes.note}>{words.nothing}</p>
                    ) : (
                        <Amounts
                            holdings={place.holdings}
                            first="asset"
                            caption={place.label}
                            venue={names.venue}
                        />
                    )}
                </li>
            ))}
        </ul>
    );
}
