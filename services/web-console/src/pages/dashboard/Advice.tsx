import { Link } from 'react-router';
import { useWords } from '../../words';
import type { Advice as Said } from './attention';
import classes from './Advice.module.css';

const NAMED = 3;

/** What is not broken and worth knowing of the keys. */
export function Advice({ advice }: { advice: Said[] }) {
    const words = useWords().dashboard;
    if (advice.length === 0) return null;
    return (
        <section className={classes.section}>
            <h2 className={classes.heading}>{words.advice}</h2>
            <ul className={classes.list}>
                {advice.map(({ words: sentence, connections }) => (
                    <li key={sentence}>
                        {sentence}
                        <span className={classes.about}>
                            {connections.length > NAMED
                                ? words.adviceAbout(connections.length)
                                : connections.map((one, at) => (
                                      <span key={one.connection_id}>
                                          {at > 0 && ', '}
                                          <Link to={`/connections/${one.connection_id}`}>
                                              <bdi>{one.label}</bdi>
                                          </Link>
                                      </span>
                                  ))}
                        </span>
                    </li>
                ))}
            </ul>
        </section>
    );
}
