import { Button, Group, Loader, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import type { Channel, Schema } from '../../api/types';
import { useNow } from '../../parts/Ago';
import { CopyButton } from '../../parts/CopyButton';
import { Done } from '../../parts/Done';
import { Section } from '../../parts/Section';
import { TroubleNote } from '../../parts/TroubleNote';
import { format, useWords } from '../../words';
import classes from './alerts.module.css';
import { useAwaitedAlerts, useLink, useRemoveChannel } from './api';
import { ChannelRow } from './ChannelRow';
import { Missing } from './Mail';
import { QrCode } from './QrCode';

type Means = Schema<'ChannelMeans'> | undefined;

/** Chats with the bot, and linking one. */
export function Telegram({ channels, means }: { channels: Channel[]; means: Means }) {
    const words = useWords().alerts;
    const link = useLink();
    const removal = useRemoveChannel();
    const [done, setDone] = useState<string | null>(null);
    // What there was before: whatever comes beside it is the chat that was waited for.
    const [before, setBefore] = useState<readonly string[]>([]);
    const linked = channels.find((one) => !before.includes(keyOf(one)));
    const waiting = link.data !== undefined && linked === undefined;
    useAwaitedAlerts(waiting);
    function start() {
        setDone(null);
        setBefore(channels.map(keyOf));
        link.mutate();
    }
    const full = means !== undefined && channels.length >= means.most;
    return (
        <Section title={words.telegram.title} lead={words.telegram.lead} id="telegram">
            <Stack gap="md" align="stretch">
                {means?.available === false ? (
                    <Missing reason={means.reason} />
                ) : (
                    channels.length === 0 &&
                    !waiting && (
                        <Text size="sm" c="dimmed">
                            {words.telegram.none}
                        </Text>
                    )
                )}
                {channels.length > 0 && (
                    <ul className={classes.rows}>
                        {channels.map((one) => (
                            <ChannelRow
                                key={one.channel_id}
                                channel={one}
                                remove={async () => {
                                    await removal.mutateAsync(one.channel_id);
                                    setDone(words.channel.removed(one.name));
                                }}
                            />
                        ))}
                    </ul>
                )}
                {waiting && <Code link={link.data} again={start} cancel={() => link.reset()} />}
                <Done>
                    {link.data !== undefined && linked !== undefined
                        ? words.telegram.linked(linked.name)
                        : done}
                </Done>
                <TroubleNote trouble={link.error} />
                {means?.available && !waiting && !full && (
                    <div>
                        <Button variant="default" loading={link.isPending} onClick={start}>
                            {channels.length === 0 ? words.telegram.add : words.telegram.another}
                        </Button>
                    </div>
                )}
                {full && means.available && (
                    <Text size="sm" c="dimmed">
                        {words.channel.full(means.most)}
                    </Text>
                )}
            </Stack>
        </Section>
    );
}

/** A chat that is linked again after it was lost counts as new. */
const keyOf = (channel: Channel) => `${channel.channel_id}:${channel.state}`;

interface CodeGiven {
    link: Schema<'TelegramLink'>;
    again: () => void;
    cancel: () => void;
}

function Code({ link, again, cancel }: CodeGiven) {
    const words = useWords().alerts.telegram;
    const over = useNow() >= Date.parse(link.expires_at);
    const command = `/start ${link.code}`;
    if (over) {
        return (
            <Group gap="md" role="status">
                <Text size="sm">{words.expired}</Text>
                <Button size="xs" onClick={again}>
                    {words.again}
                </Button>
            </Group>
        );
    }
    return (
        <Stack gap="sm" align="flex-start">
            <Text size="sm">{words.openWords}</Text>
            <Button component="a" href={link.url} target="_blank" rel="noreferrer">
                {words.open}
            </Button>
            <Text size="sm">{words.otherDevice}</Text>
            <QrCode link={link.url} label={words.qr} />
            <Text size="sm">{words.byHand(link.bot)}</Text>
            <div className={classes.code}>
                <code translate="no">{command}</code>
                <CopyButton value={command} what={words.command} />
            </div>
            <Text size="sm" c="dimmed">
                {words.until(format.clock(link.expires_at))}
            </Text>
            <Group gap="xs" role="status">
                <Loader size="xs" aria-hidden />
                <Text size="sm">{words.waiting}</Text>
            </Group>
            <Button size="xs" variant="default" onClick={cancel}>
                {words.cancel}
            </Button>
        </Stack>
    );
}
