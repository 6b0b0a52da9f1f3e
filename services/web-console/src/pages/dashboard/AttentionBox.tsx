import { Anchor, Button } from '@mantine/core';
import { IconAlertTriangleFilled, IconCircleCheckFilled } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { Link } from 'react-router';
import type { Connection } from '../../api/types';
import { Ago } from '../../parts/Ago';
import { format, useWords } from '../../words';
import { useCheckNow } from '../connections/CheckNow';
import type { Attention } from './attention';
import { needOf } from '../connections/standing';
import classes from './AttentionBox.module.css';

const AT_ONCE = 6;

type Names = { venue: (id: string) => string };

/** What is broken or soon will be, each with its one fix; or that all is well. */
export function AttentionBox({ items, names }: { items: Attention[]; names: Names }) {
    const words = useWords().dashboard;
    const [all, setAll] = useState(false);
    const shown = all ? items : items.slice(0, AT_ONCE);
    const hidden = items.length - shown.length;
    return (
        <section className={classes.box} aria-labelledby="attention">
            <h2 id="attention" className={classes.heading}>
                <IconAlertTriangleFilled size={20} aria-hidden className={classes.sign} />
                {words.attention}
                <span className={classes.count}>{words.attentionCount(items.length)}</span>
            </h2>
            <ul className={classes.list}>
                {shown.map((item) => (
                    <li
                        key={keyOf(item)}
                        className={classes.item}
                        data-bad={isBad(item) || undefined}
                    >
                        <Item item={item} names={names} />
                    </li>
                ))}
            </ul>
            {hidden > 0 && (
                <Button variant="subtle" size="xs" onClick={() => setAll(true)}>
                    {words.attentionMore(hidden)}
                </Button>
            )}
            <p className={classes.told}>
                <Anchor component={Link} to="/settings/alerts" size="sm">
                    {words.attentionTold}
                </Anchor>
            </p>
        </section>
    );
}

/** Says that everything works, and how freshly that was proven. */
export function AllIsWell({ connections }: { connections: Connection[] }) {
    const words = useWords().dashboard;
    const proofs = connections
        .filter((one) => one.status === 'connected')
        .map((one) => one.last_sync_at);
    const oldest = proofs.filter((at) => at !== null).toSorted()[0];
    if (proofs.length === 0) return null;
    return (
        <p className={classes.well}>
            <IconCircleCheckFilled size={20} aria-hidden className={classes.wellSign} />
            <span>
                {proofs.length === 1 ? words.wellOne : words.wellMany(proofs.length)}
                {oldest !== undefined && proofs.every((at) => at !== null) && (
                    <span className={classes.dim}>
                        {' '}
                        {words.wellProven} <Ago at={oldest} />.
                    </span>
                )}
            </span>
        </p>
    );
}

function Item({ item, names }: { item: Attention; names: Names }) {
    switch (item.kind) {
        case 'failing':
            return item.fix === 'check' ? (
                <FailingToCheck connection={item.connection} names={names} />
            ) : (
                <FailingToRefresh connection={item.connection} names={names} />
            );
        case 'expiring':
            return <Expiring connection={item.connection} names={names} />;
        case 'ip_list':
            return <IpList connection={item.connection} missing={item.missing} names={names} />;
        case 'bot':
            return <Paused connection={item.connection} names={names} />;
        case 'rejected':
            return <Rejected item={item} names={names} />;
    }
}

interface Lined {
    label: string;
    venue: string;
    what: string;
    since?: ReactNode;
    children?: ReactNode;
    fix: ReactNode;
}

function Line({ label, venue, what, since, children, fix }: Lined) {
    return (
        <>
            <div className={classes.told}>
                <h3 className={classes.what}>
                    <bdi>{label}</bdi> {what}
                </h3>
                {children}
                <p className={classes.dim}>
                    {venue}
                    {since !== undefined && <> · {since}</>}
                </p>
            </div>
            <div className={classes.fix}>{fix}</div>
        </>
    );
}

interface About {
    connection: Connection;
    names: Names;
}

function FailingToRefresh({ connection, names }: About) {
    const words = useWords().dashboard;
    return (
        <Line
            label={connection.label}
            venue={names.venue(connection.venue)}
            what={words.failingReauth}
            since={<Worked connection={connection} />}
            fix={<Refresh connection={connection} />}
        >
            <Why connection={connection} />
        </Line>
    );
}

function FailingToCheck({ connection, names }: About) {
    const words = useWords().dashboard;
    const { button, told } = useCheckNow(connection, true);
    return (
        <Line
            label={connection.label}
            venue={names.venue(connection.venue)}
            what={needOf(connection) === 'exchange' ? words.failingExchange : words.failingError}
            since={<Worked connection={connection} />}
            fix={button}
        >
            <Why connection={connection} />
            <div className={classes.text}>{told}</div>
        </Line>
    );
}

function Expiring({ connection, names }: About) {
    const words = useWords().dashboard;
    const at = connection.expires_at ?? '';
    // A minute more or less does not matter here: the next look at the list says it anew.
    const [now] = useState(() => Date.now());
    const expired = Date.parse(at) <= now;
    const when = format.moment(at);
    return (
        <Line
            label={connection.label}
            venue={names.venue(connection.venue)}
            what={expired ? words.expired : words.expiring}
            fix={<Refresh connection={connection} />}
        >
            <p className={classes.text}>
                {expired ? words.expiredText(when) : words.expiringText(when)}
            </p>
        </Line>
    );
}

function IpList({ connection, missing, names }: About & { missing: string[] }) {
    const words = useWords().dashboard;
    return (
        <Line
            label={connection.label}
            venue={names.venue(connection.venue)}
            what={words.ipLacks}
            fix={
                <See connection={connection} label={words.fixIpOf(connection.label)}>
                    {words.fixIp}
                </See>
            }
        >
            <p className={classes.text}>{words.ipLacksText(missing.join(', '))}</p>
        </Line>
    );
}

function Paused({ connection, names }: About) {
    const words = useWords().dashboard;
    const { bot } = connection;
    return (
        <Line
            label={connection.label}
            venue={names.venue(connection.venue)}
            what={words.botPaused}
            since={
                bot && (
                    <>
                        {words.botPausedSince} <Ago at={bot.changed_at} />
                    </>
                )
            }
            fix={
                <See connection={connection} label={words.fixSeeOf(connection.label)}>
                    {words.fixSee}
                </See>
            }
        >
            {bot?.reason && (
                <p className={classes.text}>
                    {bot.reason.message} {bot.reason.fix}
                </p>
            )}
        </Line>
    );
}

function Rejected({ item, names }: { item: Attention & { kind: 'rejected' }; names: Names }) {
    const words = useWords().dashboard;
    const { submission } = item;
    const { reason } = submission;
    return (
        <Line
            label={submission.label}
            venue={names.venue(submission.venue)}
            what={submission.type === 'refresh' ? words.rejectedRefresh : words.rejectedAdd}
            since={
                item.since !== null && (
                    <>
                        {words.rejectedSince} <Ago at={item.since} />
                    </>
                )
            }
            fix={
                <Button
                    component={Link}
                    to={`/submit?again=${submission.submission_id}`}
                    size="xs"
                    aria-label={words.fixRetryOf(submission.label)}
                >
                    {words.fixRetry}
                </Button>
            }
        >
            {reason && (
                <p className={classes.text}>
                    {reason.message} {reason.fix}
                </p>
            )}
        </Line>
    );
}

function Refresh({ connection }: { connection: Connection }) {
    const words = useWords().dashboard;
    return (
        <Button
            component={Link}
            to={`/submit?type=refresh&connection=${connection.connection_id}`}
            size="xs"
            aria-label={words.fixRefreshOf(connection.label)}
        >
            {words.fixRefresh}
        </Button>
    );
}

function See({
    connection,
    label,
    children,
}: Pick<About, 'connection'> & { label: string; children: ReactNode }) {
    return (
        <Button
            component={Link}
            to={`/connections/${connection.connection_id}`}
            size="xs"
            aria-label={label}
        >
            {children}
        </Button>
    );
}

function Worked({ connection }: { connection: Connection }) {
    const words = useWords().dashboard;
    if (connection.last_sync_at === null) return words.failingNever;
    return (
        <>
            {words.failingWorked} <Ago at={connection.last_sync_at} />
            {connection.noticed_within_seconds !== null &&
                ` · ${words.noticed(format.count(connection.noticed_within_seconds))}`}
        </>
    );
}

function Why({ connection: { reason } }: { connection: Connection }) {
    if (reason === null) return null;
    return (
        <p className={classes.text}>
            {reason.message} {reason.fix}
        </p>
    );
}

function keyOf(item: Attention): string {
    return item.kind === 'rejected' ? item.submission.submission_id : item.connection.connection_id;
}

function isBad(item: Attention): boolean {
    return item.kind === 'failing' || (item.kind === 'expiring' && item.urgent);
}
