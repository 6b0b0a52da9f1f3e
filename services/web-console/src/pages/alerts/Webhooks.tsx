import { Anchor, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { Link } from 'react-router';
import { asTrouble } from '../../api/client';
import type { Channel, Schema } from '../../api/types';
import { Confirm } from '../../parts/Confirm';
import { Done } from '../../parts/Done';
import { Section } from '../../parts/Section';
import { TroubleNote } from '../../parts/TroubleNote';
import { format, useWords } from '../../words';
import classes from './alerts.module.css';
import { useMakeChannel, useRemoveChannel, useRotate } from './api';
import { ChannelRow } from './ChannelRow';
import { Missing } from './Mail';
import { urlObjection } from './rules';
import { SecretNote } from './SecretNote';

interface Given {
    channels: Channel[];
    means: Schema<'ChannelMeans'> | undefined;
}

/** URLs that are called for each alert. */
export function Webhooks({ channels, means }: Given) {
    const words = useWords().alerts;
    const removal = useRemoveChannel();
    const [adding, setAdding] = useState(false);
    const [done, setDone] = useState<string | null>(null);
    // In this page's memory until it is put away, and nowhere else.
    const [shown, setShown] = useState<{ channel: string; secret: string } | null>(null);
    const full = means !== undefined && channels.length >= means.most;
    function made({ channel, secret }: Schema<'ChannelWithSecret'>) {
        setAdding(false);
        setDone(secret === null ? words.webhooks.known : null);
        setShown(secret === null ? null : { channel: channel.channel_id, secret });
    }
    return (
        <Section
            title={words.webhooks.title}
            id="webhooks"
            lead={
                <>
                    {words.webhooks.lead}{' '}
                    <Anchor component={Link} to="/help/webhooks" inherit>
                        {words.webhooks.how}
                    </Anchor>
                </>
            }
        >
            <Stack gap="md" align="stretch">
                {means?.available === false ? (
                    <Missing reason={means.reason} />
                ) : (
                    channels.length === 0 &&
                    !adding && (
                        <Text size="sm" c="dimmed">
                            {words.webhooks.none}
                        </Text>
                    )
                )}
                {channels.length > 0 && (
                    <ul className={classes.rows}>
                        {channels.map((one) => (
                            <Webhook
                                key={one.channel_id}
                                channel={one}
                                secret={shown?.channel === one.channel_id ? shown.secret : null}
                                show={(secret) => setShown({ channel: one.channel_id, secret })}
                                hide={() => setShown(null)}
                                remove={async () => {
                                    await removal.mutateAsync(one.channel_id);
                                    setDone(words.channel.removed(one.name));
                                }}
                            />
                        ))}
                    </ul>
                )}
                <Done>{done}</Done>
                {adding && <Form made={made} cancel={() => setAdding(false)} />}
                {means?.available && !adding && !full && (
                    <div>
                        <Button
                            variant="default"
                            onClick={() => {
                                setDone(null);
                                setAdding(true);
                            }}
                        >
                            {words.webhooks.add}
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

interface One {
    channel: Channel;
    secret: string | null;
    show: (secret: string) => void;
    hide: () => void;
    remove: () => Promise<unknown>;
}

function Webhook({ channel, secret, show, hide, remove }: One) {
    const words = useWords().alerts.webhooks;
    const rotate = useRotate(channel.channel_id);
    const [asking, setAsking] = useState(false);
    return (
        <ChannelRow
            channel={channel}
            remove={remove}
            about={
                <>
                    <span className={classes.url}>{channel.url}</span>
                    {channel.previous_until !== null && (
                        <Text size="sm" c="dimmed">
                            {words.overlap(format.moment(channel.previous_until))}
                        </Text>
                    )}
                    {secret !== null && <SecretNote secret={secret} seen={hide} />}
                </>
            }
            acts={
                <>
                    <Button
                        size="xs"
                        variant="default"
                        onClick={() => setAsking(true)}
                        aria-label={words.rotateOf(channel.name)}
                    >
                        {words.rotate}
                    </Button>
                    <Confirm
                        opened={asking}
                        close={() => setAsking(false)}
                        title={words.rotateTitle(channel.name)}
                        confirm={words.rotate}
                        act={async () => {
                            const made = await rotate.mutateAsync();
                            if (made.secret !== null) show(made.secret);
                            rotate.reset();
                        }}
                    >
                        <Text size="sm">{words.rotateWords}</Text>
                        {channel.previous_until !== null && (
                            <Text size="sm" mt="xs" fw={600}>
                                {words.rotateTwice}
                            </Text>
                        )}
                    </Confirm>
                </>
            }
        />
    );
}

interface FormGiven {
    made: (made: Schema<'ChannelWithSecret'>) => void;
    cancel: () => void;
}

function Form({ made, cancel }: FormGiven) {
    const words = useWords().alerts.webhooks;
    const make = useMakeChannel();
    const [url, setUrl] = useState('');
    const [name, setName] = useState('');
    const [objections, setObjections] = useState<{ url?: string; name?: string }>({});
    const refused = make.error ? asTrouble(make.error).fields : {};
    const said = (field: 'url' | 'name') =>
        objections[field] ?? (refused[field] && format.objection(words[field], refused[field]));
    function submit(event: FormEvent) {
        event.preventDefault();
        const wrong = urlObjection(url);
        const found = {
            url: wrong === null ? undefined : words[wrong],
            name: [...name.trim()].length > 64 ? words.longName : undefined,
        };
        setObjections(found);
        if (found.url !== undefined || found.name !== undefined) return;
        make.mutate(
            {
                kind: 'webhook',
                url: url.trim(),
                ...(name.trim() === '' ? {} : { name: name.trim() }),
            },
            { onSuccess: made },
        );
    }
    return (
        <form onSubmit={submit} noValidate className={classes.narrow}>
            <Stack gap="sm" align="flex-start">
                <TextInput
                    w="100%"
                    label={words.url}
                    description={words.urlHelp}
                    value={url}
                    onChange={(event) => {
                        setUrl(event.currentTarget.value);
                        setObjections({});
                        make.reset();
                    }}
                    error={said('url')}
                    type="url"
                    inputMode="url"
                    autoComplete="off"
                    spellCheck={false}
                    data-autofocus
                />
                <TextInput
                    w="100%"
                    label={words.name}
                    description={words.nameHelp}
                    value={name}
                    onChange={(event) => {
                        setName(event.currentTarget.value);
                        setObjections({});
                        make.reset();
                    }}
                    error={said('name')}
                    autoComplete="off"
                />
                {!refused.url && !refused.name && <TroubleNote trouble={make.error} />}
                <Group gap="xs">
                    <Button type="submit" loading={make.isPending}>
                        {words.save}
                    </Button>
                    <Button variant="default" onClick={cancel}>
                        {words.cancel}
                    </Button>
                </Group>
            </Stack>
        </form>
    );
}
