import { memo } from 'react';
import { Link } from 'react-router';
import type { Connection, Venue } from '../../api/types';
import { Ago } from '../../parts/Ago';
import { useWords } from '../../words';
import { readAt } from '../assets/holdings';
import { Activate, Disconnect, RefreshLink } from './Actions';
import { BotBadge, Origin, StandingBadge } from './Badges';
import { Balances } from './Balances';
import { useCheckNow } from './CheckNow';
import classes from './ConnectionCard.module.css';
import { Expires } from './Expires';
import { BotId, Fact, Facts } from './Fact';
import { IpListInShort } from './IpList';
import { Label } from './Label';
import { ReasonNote } from './ReasonNote';
import { RightsInShort } from './Rights';
import { isFailing, needOf } from './standing';

interface Given {
    connection: Connection;
    venue: Venue | undefined;
    strategy: string;
    active: Connection | undefined;
    /** Whether it is one of so many that those out of sight should cost nothing. */
    many: boolean;
    /** Says what was done, where the card itself may be gone. */
    told: (words: string) => void;
}

/** One connection and all that is to be known of it at a glance; drawn again only when it changes. */
export const ConnectionCard = memo(function ConnectionCard(given: Given) {
    const { connection, venue, many, told } = given;
    const words = useWords().connections;
    const name = venue?.name ?? connection.venue;
    const heading = `connection-${connection.connection_id}`;
    return (
        <article
            className={classes.card}
            data-failing={isFailing(connection) || undefined}
            data-many={many || undefined}
            aria-labelledby={heading}
        >
            <header className={classes.head}>
                <div className={classes.title}>
                    <Label connection={connection}>
                        <h3 id={heading} className={classes.label}>
                            <Link to={`/connections/${connection.connection_id}`}>
                                <bdi>{connection.label}</bdi>
                            </Link>
                        </h3>
                    </Label>
                    <Origin connection={connection} venue={name} />
                    {connection.active && <span className={classes.active}>{words.active}</span>}
                </div>
                <StandingBadge connection={connection} />
            </header>
            {connection.status === 'validating' ? (
                <>
                    <p className={classes.text}>{words.validatingText}</p>
                    <div className={classes.actions}>
                        <Disconnect connection={connection} venue={name} told={told} />
                    </div>
                </>
            ) : (
                <Proven {...given} name={name} />
            )}
        </article>
    );
});

function Proven({ connection, venue, strategy, active, told, name }: Given & { name: string }) {
    const words = useWords().connections;
    const failing = isFailing(connection);
    const needsKey = needOf(connection) === 'key';
    const { button, told: checked } = useCheckNow(connection, failing && !needsKey);
    return (
        <>
            {failing && (
                <ReasonNote
                    reason={connection.reason}
                    venue={name}
                    action={needsKey ? <RefreshLink connection={connection} filled /> : button}
                />
            )}
            <Facts>
                <Fact name={words.proven}>
                    {connection.last_sync_at === null ? (
                        words.provenNever
                    ) : (
                        <Ago at={connection.last_sync_at} />
                    )}
                </Fact>
                <Fact name={words.expires}>
                    <Expires connection={connection} />
                </Fact>
                <Fact name={words.rights}>
                    <RightsInShort connection={connection} venue={venue} />
                </Fact>
                <Fact name={words.ipList}>
                    <IpListInShort connection={connection} venue={venue} />
                </Fact>
                <Fact name={<BalancesTitle connection={connection} />}>
                    <Balances connection={connection} />
                </Fact>
                <Fact name={`${words.bot} · ${strategy}`}>
                    {connection.bot === null ? (
                        words.botNone
                    ) : (
                        <>
                            <BotId id={connection.bot.bot_id} />
                            <BotBadge state={connection.bot.state} />
                        </>
                    )}
                </Fact>
            </Facts>
            {checked}
            <div
                className={classes.actions}
                role="group"
                aria-label={words.actionsOf(connection.label)}
            >
                {(!failing || needsKey) && button}
                {!connection.active && (
                    <Activate connection={connection} active={active} told={told} />
                )}
                {!needsKey && <RefreshLink connection={connection} />}
                <Disconnect connection={connection} venue={name} told={told} />
            </div>
        </>
    );
}

function BalancesTitle({ connection }: { connection: Connection }) {
    const words = useWords().connections;
    const at = readAt(connection);
    return (
        <>
            {words.balances}
            {isFailing(connection) ? (
                <> · {words.balancesStale}</>
            ) : (
                at !== null && (
                    <>
                        {' '}
                        · <Ago at={at} />
                    </>
                )
            )}
        </>
    );
}
