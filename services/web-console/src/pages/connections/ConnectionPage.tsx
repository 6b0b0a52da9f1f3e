import { Button, Skeleton } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useCallback, useState } from 'react';
import type { ReactNode } from 'react';
import { Link, useNavigate, useParams } from 'react-router';
import { isTrouble } from '../../api/client';
import { useConnections, useHistory, useNames, useWatchedConnection } from '../../api/queries';
import type { Connection } from '../../api/types';
import { Ago } from '../../parts/Ago';
import { Empty } from '../../parts/Empty';
import { Page } from '../../parts/Page';
import { TroubleNote } from '../../parts/TroubleNote';
import { StatusBadge } from '../../parts/StatusBadge';
import { format, useWords } from '../../words';
import { isZero, showDecimal } from '../assets/decimals';
import { readAt } from '../assets/holdings';
import { Activate, Disconnect, Pause, RefreshLink } from './Actions';
import { BotBadge, Origin, StandingBadge } from './Badges';
import { useCheckNow } from './CheckNow';
import classes from './ConnectionPage.module.css';
import { Expires } from './Expires';
import { BotId, Fact, Facts } from './Fact';
import { IpListWhole } from './IpList';
import { KeyChanges } from './KeyChanges';
import { Label } from './Label';
import { LatencyChart } from './LatencyChart';
import { ReasonNote } from './ReasonNote';
import { RightsTable } from './Rights';
import { StaleNote } from './StaleNote';
import { isFailing, needOf } from './standing';

/** One connection and everything that is known of it. */
export default function ConnectionPage() {
    const words = useWords();
    const { id = '' } = useParams();
    const query = useWatchedConnection(id);
    const gone = isTrouble(query.error, 404);
    const back = (
        <Button
            component={Link}
            to="/connections"
            variant="default"
            leftSection={<IconArrowLeft size={16} aria-hidden />}
        >
            {words.connections.toAll}
        </Button>
    );
    if (gone) {
        const { goneTitle, goneText } = words.connections;
        return (
            <Page title={words.connections.title}>
                <Empty title={goneTitle} text={goneText} action={back} />
            </Page>
        );
    }
    if (query.data === undefined) {
        return (
            <Page title={words.connections.title} actions={back}>
                {query.isError ? (
                    <TroubleNote
                        trouble={query.error}
                        title={words.connections.loadFailed}
                        again={() => void query.refetch()}
                    />
                ) : (
                    <div role="status">
                        <span className="out-of-sight">{words.shell.loading}</span>
                        <Skeleton height={220} radius="md" mb="md" aria-hidden />
                        <Skeleton height={280} radius="md" aria-hidden />
                    </div>
                )}
            </Page>
        );
    }
    return (
        <Page title={query.data.label} actions={back}>
            <StaleNote query={query} />
            <Whole connection={query.data} />
        </Page>
    );
}

function Whole({ connection }: { connection: Connection }) {
    const { connections: words, keyChanges: changes } = useWords();
    const names = useNames();
    const venue = names.find(connection.venue);
    const name = names.venue(connection.venue);
    const judged = connection.status !== 'validating';
    return (
        <div className={classes.page}>
            <Overview connection={connection} name={name} strategy={names.strategy} />
            {judged && (
                <>
                    {connection.key_changes !== null && (
                        <Section title={changes.title}>
                            <KeyChanges told={connection.key_changes} />
                        </Section>
                    )}
                    <Section title={words.chart}>
                        <Chart connection={connection} />
                    </Section>
                    <div className={classes.pair}>
                        <Section title={words.rights}>
                            <RightsTable connection={connection} venue={venue} />
                        </Section>
                        <Section title={words.ipList}>
                            <IpListWhole connection={connection} venue={venue} />
                        </Section>
                    </div>
                    <Section title={words.balances}>
                        <BalancesTable connection={connection} />
                    </Section>
                    {!isFailing(connection) && connection.warnings.length > 0 && (
                        <Section title={words.warnings}>
                            <ul className={classes.warnings}>
                                {connection.warnings.map((warning) => (
                                    <li key={warning}>{warning}</li>
                                ))}
                            </ul>
                        </Section>
                    )}
                </>
            )}
        </div>
    );
}

function Section({ title, children }: { title: string; children: ReactNode }) {
    return (
        <section className={classes.section}>
            <h2 className={classes.heading}>{title}</h2>
            {children}
        </section>
    );
}

interface Overviewed {
    connection: Connection;
    name: string;
    strategy: (id: string) => string;
}

function Overview({ connection, name, strategy }: Overviewed) {
    const words = useWords().connections;
    const { data: all } = useConnections();
    const navigate = useNavigate();
    const [said, say] = useState('');
    const told = useCallback((text: string) => say(text), []);
    const failing = isFailing(connection);
    const needsKey = needOf(connection) === 'key';
    const judged = connection.status !== 'validating';
    const { button, told: checked } = useCheckNow(connection, failing && !needsKey);
    const active = all?.find((one) => one.active);
    return (
        <section className={classes.section} data-failing={failing || undefined}>
            <div className={classes.head}>
                <div className={classes.title}>
                    <h2 className="out-of-sight">{words.overview}</h2>
                    <Origin connection={connection} venue={name} />
                </div>
                <div className={classes.badges}>
                    <StandingBadge connection={connection} />
                    {connection.paused && (
                        <StatusBadge tone="quiet">{words.pausedBadge}</StatusBadge>
                    )}
                    {judged && (
                        <span className={classes.role}>
                            {connection.active ? words.active : words.mirror}
                        </span>
                    )}
                </div>
            </div>
            {failing && (
                <ReasonNote
                    reason={connection.reason}
                    venue={name}
                    action={needsKey ? <RefreshLink connection={connection} filled /> : button}
                />
            )}
            {judged ? (
                <More connection={connection} strategy={strategy} />
            ) : (
                <p className={classes.text}>{words.validatingText}</p>
            )}
            {checked}
            <p role="status" className={classes.text} hidden={said === ''}>
                {said}
            </p>
            <div
                className={classes.actions}
                role="group"
                aria-label={words.actionsOf(connection.label)}
            >
                {judged && (!failing || needsKey) && button}
                {judged && !connection.active && (
                    <Activate connection={connection} active={active} told={told} />
                )}
                {judged && !needsKey && <RefreshLink connection={connection} />}
                {judged && <Pause connection={connection} told={told} />}
                <Label connection={connection} />
                <Disconnect
                    connection={connection}
                    venue={name}
                    told={(text) => void navigate('/connections', { state: { told: text } })}
                />
            </div>
        </section>
    );
}

function More({ connection, strategy }: Pick<Overviewed, 'connection' | 'strategy'>) {
    const words = useWords().connections;
    const { bot, last_sync_at, expires_at, expiry_reported } = connection;
    const noticed = connection.noticed_within_seconds;
    return (
        <Facts>
            <Fact name={words.proven}>
                {last_sync_at === null ? words.provenNever : <Ago at={last_sync_at} />}
                {noticed !== null && (
                    <small className={classes.dim}> ({words.noticed(format.count(noticed))})</small>
                )}
            </Fact>
            <Fact name={words.expires}>
                <Expires connection={connection} />
                {expires_at !== null && !expiry_reported && (
                    <small className={classes.dim}> ({words.expiryOurs})</small>
                )}
            </Fact>
            <Fact name={words.strategy}>{strategy(connection.strategy_id)}</Fact>
            <Fact name={words.bot}>
                {bot === null ? (
                    words.botNone
                ) : (
                    <>
                        <BotId id={bot.bot_id} />
                        <BotBadge state={bot.state} />{' '}
                        <small className={classes.dim}>
                            {words.botSince} {format.moment(bot.changed_at)}
                        </small>
                    </>
                )}
            </Fact>
            <Fact name={words.since}>{format.moment(connection.created_at)}</Fact>
            <Fact name={words.version}>{format.count(connection.credential_version)}</Fact>
        </Facts>
    );
}

function Chart({ connection }: { connection: Connection }) {
    const words = useWords().connections;
    const query = useHistory(connection.connection_id);
    if (query.data !== undefined) {
        return <LatencyChart history={query.data} label={connection.label} />;
    }
    return query.isError ? (
        <TroubleNote
            trouble={query.error}
            title={words.chartFailed}
            again={() => void query.refetch()}
        />
    ) : (
        <Skeleton height={220} radius="sm" aria-hidden />
    );
}

function BalancesTable({ connection }: { connection: Connection }) {
    const words = useWords().connections;
    const rows = connection.balances.filter((one) => !isZero(one.total ?? ''));
    const at = readAt(connection);
    if (connection.balances.length === 0 && at === null) {
        return <p className={classes.text}>{words.balancesUnread}</p>;
    }
    return (
        <>
            <p className={classes.text}>
                {isFailing(connection) && <strong>{words.balancesStale}. </strong>}
                {at !== null && (
                    <span className={classes.dim}>
                        {words.balancesRead} <Ago at={at} />
                    </span>
                )}
            </p>
            {rows.length === 0 ? (
                <p className={classes.text}>{words.balancesNone}</p>
            ) : (
                <div
                    className={classes.scroll}
                    tabIndex={0}
                    role="region"
                    aria-label={words.balances}
                >
                    <table className={classes.table}>
                        <thead>
                            <tr>
                                <th scope="col">{words.asset}</th>
                                <th scope="col">{words.wallet}</th>
                                <th scope="col" className={classes.number}>
                                    {words.total}
                                </th>
                                <th scope="col" className={classes.number}>
                                    {words.available}
                                </th>
                            </tr>
                        </thead>
                        <tbody>
                            {rows.map((one) => (
                                <tr key={`${one.wallet} ${one.asset}`}>
                                    <th scope="row">{one.asset}</th>
                                    <td>
                                        {one.wallet}
                                        {one.trades && (
                                            <small className={classes.dim}> {words.trades}</small>
                                        )}
                                    </td>
                                    <td className={classes.number}>
                                        {showDecimal(one.total ?? '')}
                                    </td>
                                    <td className={classes.number}>
                                        {showDecimal(one.available ?? '')}
                                    </td>
                                </tr>
                            ))}
                        </tbody>
                    </table>
                </div>
            )}
        </>
    );
}
