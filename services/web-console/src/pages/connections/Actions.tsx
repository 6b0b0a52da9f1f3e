import { Button } from '@mantine/core';
import {
    IconBolt,
    IconPlayerPause,
    IconPlayerPlay,
    IconPlugX,
    IconRefresh,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Connection } from '../../api/types';
import { Confirm } from '../../parts/Confirm';
import { useWords } from '../../words';
import { useActivate, useDisconnect, usePause } from './changes';
import classes from './Actions.module.css';

/** Leads to the form that swaps in a new key. */
export function RefreshLink({ connection, filled }: { connection: Connection; filled?: boolean }) {
    const words = useWords().connections;
    return (
        <Button
            component={Link}
            to={`/submit?type=refresh&connection=${connection.connection_id}`}
            size="xs"
            variant={filled ? 'filled' : 'default'}
            leftSection={<IconRefresh size={16} aria-hidden />}
            aria-label={words.refreshOf(connection.label)}
        >
            {words.refresh}
        </Button>
    );
}

interface Activating {
    connection: Connection;
    /** The one that executes now, as far as known. */
    active: Connection | undefined;
    /** Called with what to say when it is done. */
    told: (words: string) => void;
}

/** Makes a connection the one that executes, after telling what that means. */
export function Activate({ connection, active, told }: Activating) {
    const words = useWords().connections;
    const [opened, setOpened] = useState(false);
    const activate = useActivate(connection.connection_id);
    return (
        <>
            <Button
                size="xs"
                variant="default"
                leftSection={<IconBolt size={16} aria-hidden />}
                onClick={() => setOpened(true)}
                aria-label={`${words.activate}: ${connection.label}`}
            >
                {words.activate}
            </Button>
            <Confirm
                opened={opened}
                close={() => setOpened(false)}
                title={words.activateTitle}
                confirm={words.activateConfirm}
                act={async () => {
                    await activate.mutateAsync();
                    told(words.activated(connection.label));
                }}
            >
                <p className={classes.said}>
                    {words.activateText(connection.label, active?.label ?? null)}
                </p>
                <p className={classes.said}>{words.activateLeaves}</p>
            </Confirm>
        </>
    );
}

interface Pausing {
    connection: Connection;
    /** Called with what to say when it is done. */
    told: (words: string) => void;
}

/** Pauses a connection or takes it up again: neither is hard to undo, so neither is confirmed. */
export function Pause({ connection, told }: Pausing) {
    const words = useWords().connections;
    const pause = usePause(connection.connection_id);
    const { label, paused } = connection;
    return (
        <Button
            size="xs"
            variant="default"
            loading={pause.isPending}
            leftSection={
                paused ? (
                    <IconPlayerPlay size={16} aria-hidden />
                ) : (
                    <IconPlayerPause size={16} aria-hidden />
                )
            }
            onClick={() =>
                pause.mutate(!paused, {
                    onSuccess: () => told(paused ? words.resumed(label) : words.paused(label)),
                })
            }
            aria-label={paused ? words.resumeOf(label) : words.pauseOf(label)}
        >
            {paused ? words.resume : words.pause}
        </Button>
    );
}

interface Disconnecting {
    connection: Connection;
    venue: string;
    /** Called with what to say when it is done. */
    told: (words: string) => void;
}

/** Ends a connection, after its label was typed. */
export function Disconnect({ connection, venue, told }: Disconnecting) {
    const words = useWords().connections;
    const [opened, setOpened] = useState(false);
    const disconnect = useDisconnect(connection.connection_id);
    const { bot } = connection;
    const runs = bot !== null && bot.state !== 'ended';
    return (
        <>
            <Button
                size="xs"
                variant="subtle"
                color="red"
                className={classes.disconnect}
                leftSection={<IconPlugX size={16} aria-hidden />}
                onClick={() => setOpened(true)}
                aria-label={words.disconnectOf(connection.label)}
            >
                {words.disconnect}
            </Button>
            <Confirm
                opened={opened}
                close={() => setOpened(false)}
                title={words.disconnectTitle}
                confirm={words.disconnectConfirm}
                typed={connection.label}
                danger
                act={async () => {
                    await disconnect.mutateAsync();
                    told(words.disconnected(connection.label));
                }}
            >
                <ul className={classes.points}>
                    <li>{words.disconnectErase}</li>
                    <li>{runs ? words.disconnectBot(bot.bot_id) : words.disconnectNoBot}</li>
                    <li>{words.disconnectPings}</li>
                    <li>{words.disconnectThere(venue)}</li>
                </ul>
                <p className={classes.said}>{words.disconnectInstead}</p>
            </Confirm>
        </>
    );
}
