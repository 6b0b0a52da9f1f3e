import { IconAlertTriangleFilled } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useConnections, useNames } from '../../api/queries';
import type { Connection } from '../../api/types';
import { useWords } from '../../words';
import type { Words } from '../../words';
import classes from './Banner.module.css';
import { failingOf, needOf } from './standing';

const NAMED = 2;

/** Stands above every page while a connection is failing; goes by itself when all work again. */
export default function Banner() {
    const words = useWords().connections.banner;
    const { data: connections = [] } = useConnections();
    const failing = failingOf(connections);
    const repaired = useRepaired(failing.length, connections.length);
    return (
        // Always there, so that what comes into it is told once, without interrupting.
        <div role="status" aria-live="polite" aria-atomic>
            {failing.length > 0 ? (
                <Failing failing={failing} />
            ) : (
                <span className="out-of-sight">{repaired ? words.repaired : ''}</span>
            )}
        </div>
    );
}

function Failing({ failing }: { failing: Connection[] }) {
    const words = useWords().connections.banner;
    const names = useNames();
    const [only] = failing.length === 1 ? failing : [];
    const to =
        only === undefined ? '/connections?status=failing' : `/connections/${only.connection_id}`;
    return (
        <div className={classes.banner}>
            <IconAlertTriangleFilled size={18} aria-hidden className={classes.icon} />
            <p className={classes.text}>
                {only === undefined ? (
                    <Several failing={failing} />
                ) : (
                    textOf(only, names.venue(only.venue), words)
                )}{' '}
                <Link to={to} className={classes.link}>
                    {only === undefined ? words.linkMany : words.linkOne}
                </Link>
            </p>
        </div>
    );
}

function Several({ failing }: { failing: Connection[] }) {
    const words = useWords().connections.banner;
    const others = failing.length - NAMED;
    return (
        <>
            {words.many(failing.length)}{' '}
            {failing.slice(0, NAMED).map((one, at) => (
                <span key={one.connection_id}>
                    {at > 0 && ', '}
                    <bdi className={classes.name}>{one.label}</bdi>
                </span>
            ))}
            {others > 0 && words.others(others)}.
        </>
    );
}

function textOf(one: Connection, venue: string, words: Words['connections']['banner']): string {
    const need = needOf(one);
    const what = need === 'key' ? words.reauth : need === 'exchange' ? words.exchange : words.error;
    return `${words.one(one.label, venue)} ${what}`;
}

/** Whether there was trouble before and there is none now. */
function useRepaired(failing: number, connections: number): boolean {
    const [was, setWas] = useState(false);
    // Noted while rendering: what was once seen failing is remembered until it is repaired.
    if (failing > 0 && !was) setWas(true);
    return was && failing === 0 && connections > 0;
}
