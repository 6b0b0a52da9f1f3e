import { Alert, Button, Stack, Text, Title } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { Channel, Schema } from '../../api/types';
import { Loading } from '../../parts/Loading';
import { Section } from '../../parts/Section';
import { TroubleNote } from '../../parts/TroubleNote';
import { useWords } from '../../words';
import classes from './alerts.module.css';
import { pushKey, useMakeChannel, useRemoveChannel } from './api';
import { ChannelRow } from './ChannelRow';
import { Missing } from './Mail';
import { PushRefused, standing, subscribe, thisBrowser, unsubscribe } from './push';
import type { PushGround } from './push';

interface Given {
    channels: Channel[];
    means: Schema<'ChannelMeans'> | undefined;
    ground?: PushGround;
}

const STANDING = ['this browser'];

/** Alerts in this browser, and in the others of the account. */
export function Browsers({ channels, means, ground = thisBrowser() }: Given) {
    const words = useWords().alerts.browser;
    const looked = useQuery({
        queryKey: STANDING,
        queryFn: () => standing(ground),
        staleTime: 0,
        networkMode: 'always',
    });
    const hash = looked.data?.state === 'subscribed' ? looked.data.hash : null;
    const here = channels.find((one) => hash !== null && one.endpoint_sha256 === hash);
    const others = channels.filter((one) => one !== here);
    return (
        <Section title={words.title} lead={`${words.lead} ${words.shared}`} id="browser">
            <Stack gap="md">
                {means?.available === false ? (
                    <Missing reason={means.reason} />
                ) : looked.isPending ? (
                    <Loading />
                ) : looked.data?.state === 'unsupported' || looked.data === undefined ? (
                    <Text size="sm">{words.unsupported}</Text>
                ) : looked.data.state === 'denied' ? (
                    <Alert color="yellow" variant="light" p="sm" title={words.states.denied}>
                        {words.denied}
                    </Alert>
                ) : (
                    <Here channel={here} ground={ground} />
                )}
                {others.length > 0 && (
                    <div>
                        <Title order={3} size="h6" mb="xs">
                            {words.others}
                        </Title>
                        <Rows channels={others} />
                    </div>
                )}
            </Stack>
        </Section>
    );
}

function Rows({ channels, name, ended }: RowsGiven) {
    const removal = useRemoveChannel();
    return (
        <ul className={classes.rows}>
            {channels.map((one) => (
                <ChannelRow
                    key={one.channel_id}
                    channel={one}
                    name={name}
                    remove={async () => {
                        await removal.mutateAsync(one.channel_id);
                        await ended?.();
                    }}
                />
            ))}
        </ul>
    );
}

interface RowsGiven {
    channels: Channel[];
    name?: string;
    ended?: () => Promise<unknown>;
}

function Here({ channel, ground }: { channel: Channel | undefined; ground: PushGround }) {
    const words = useWords().alerts.browser;
    const queries = useQueryClient();
    const make = useMakeChannel();
    const removal = useRemoveChannel();
    const [busy, setBusy] = useState(false);
    const [refused, setRefused] = useState<PushRefused['why'] | null>(null);
    const look = () => queries.invalidateQueries({ queryKey: STANDING });
    async function switchOn() {
        setBusy(true);
        setRefused(null);
        make.reset();
        try {
            const { endpoint, keys, hash } = await subscribe(ground, await pushKey());
            await make.mutateAsync({ kind: 'web_push', endpoint, keys });
            // The one that was lost is of an endpoint that is no more.
            if (channel && channel.endpoint_sha256 !== hash) {
                await removal.mutateAsync(channel.channel_id);
            }
        } catch (thrown) {
            if (thrown instanceof PushRefused) setRefused(thrown.why);
            else await unsubscribe(ground).catch(() => undefined);
        } finally {
            setBusy(false);
            await look();
        }
    }
    async function end() {
        await unsubscribe(ground);
        await look();
    }
    const on = channel !== undefined;
    const again = !on || channel.state === 'lost';
    return (
        <Stack gap="md" align="stretch">
            {on ? (
                <Rows
                    channels={[channel]}
                    name={`${channel.name} (${words.here.toLowerCase()})`}
                    ended={end}
                />
            ) : (
                <Text size="sm" c="dimmed">
                    {words.isOff}
                </Text>
            )}
            {refused !== null && (
                <Alert role="alert" color="yellow" variant="light" p="sm">
                    {words[refused]}
                </Alert>
            )}
            <TroubleNote trouble={make.error} />
            {again && (
                <div>
                    <Button variant="default" loading={busy} onClick={() => void switchOn()}>
                        {words.on}
                    </Button>
                </div>
            )}
        </Stack>
    );
}
