import { Button, TextInput } from '@mantine/core';
import { IconSearch } from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Connection } from '../../api/types';
import { Empty } from '../../parts/Empty';
import { format, useWords } from '../../words';
import { BotBadge } from '../connections/Badges';
import { BotId } from '../connections/Fact';
import { search } from '../connections/search';
import classes from './Bots.module.css';

const AT_ONCE = 12;

interface Given {
    connections: Connection[];
    names: { venue: (id: string) => string; strategy: (id: string) => string };
}

/** The account's bots, and those that are about to start. */
export function Bots({ connections, names }: Given) {
    const words = useWords().dashboard;
    const [text, setText] = useState('');
    const [all, setAll] = useState(false);
    const withBots = connections.filter((one) => one.status !== 'validating');
    const found = search(
        withBots,
        { text, status: 'all', venue: '', order: 'oldest' },
        names,
        -Infinity,
    ).sort((a, b) => rank(a) - rank(b));
    const shown = all ? found : found.slice(0, AT_ONCE);
    return (
        <section className={classes.section}>
            <div className={classes.head}>
                <h2 className={classes.heading}>{words.bots}</h2>
                {withBots.length > AT_ONCE && (
                    <TextInput
                        type="search"
                        size="xs"
                        aria-label={words.searchBots}
                        placeholder={words.searchBots}
                        leftSection={<IconSearch size={14} aria-hidden />}
                        value={text}
                        onChange={(event) => setText(event.currentTarget.value)}
                    />
                )}
            </div>
            {withBots.length === 0 ? (
                <Empty order={3} title={words.botsNone} text={words.botsNoneText} />
            ) : found.length === 0 ? (
                <p className={classes.dim}>{words.noneFound}</p>
            ) : (
                <table className={classes.table}>
                    <caption className="out-of-sight">{words.bots}</caption>
                    <thead>
                        <tr>
                            <th scope="col">{words.botId}</th>
                            <th scope="col">{words.state}</th>
                            <th scope="col">{words.strategy}</th>
                            <th scope="col">{words.connection}</th>
                            <th scope="col">{words.since}</th>
                        </tr>
                    </thead>
                    <tbody>
                        {shown.map((one) => (
                            <Row key={one.connection_id} connection={one} names={names} />
                        ))}
                    </tbody>
                </table>
            )}
            {found.length > shown.length && (
                <Button variant="default" size="xs" onClick={() => setAll(true)}>
                    {words.showAllBots(found.length)}
                </Button>
            )}
        </section>
    );
}

function Row({ connection, names }: { connection: Connection; names: Given['names'] }) {
    const words = useWords().dashboard;
    const { bot } = connection;
    return (
        <tr>
            <td data-name={words.botId}>
                {bot === null ? (
                    <span className={classes.dim}>{words.launchingText}</span>
                ) : (
                    <BotId id={bot.bot_id} />
                )}
            </td>
            <td data-name={words.state}>
                <BotBadge state={bot?.state ?? 'launching'} />
                {bot?.reason && bot.state !== 'running' && (
                    <span className={classes.reason}>{bot.reason.message}</span>
                )}
            </td>
            <td data-name={words.strategy}>
                {names.strategy(bot?.strategy_id ?? connection.strategy_id)}
            </td>
            <td data-name={words.connection}>
                <Link to={`/connections/${connection.connection_id}`} className={classes.link}>
                    <bdi>{connection.label}</bdi>
                </Link>
                <span className={classes.venue}>{names.venue(connection.venue)}</span>
            </td>
            <td data-name={words.since}>
                {bot !== null && (
                    <time dateTime={bot.changed_at}>{format.moment(bot.changed_at)}</time>
                )}
            </td>
        </tr>
    );
}

const RANK: Record<string, number> = { paused: 0, running: 2, ended: 3 };
const rank = ({ bot }: Connection) => (bot === null ? 1 : (RANK[bot.state] ?? 1));
