import type { ReactNode } from 'react';
import classes from './Facts.module.css';

/** Names and what they are, below each other. */
export function Facts({ facts }: { facts: readonly (readonly [string, ReactNode])[] }) {
    return (
        <dl className={classes.facts}>
            {facts.map(([name, value]) => (
                <div key={name} className={classes.fact}>
                    <dt>{name}</dt>
                    <dd>{value}</dd>
                </div>
            ))}
        </dl>
    );
}
