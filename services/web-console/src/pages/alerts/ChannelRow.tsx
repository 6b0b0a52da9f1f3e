import { Alert, Button, Group, Switch, Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import type { Channel } from '../../api/types';
import { Confirm } from '../../parts/Confirm';
import { EditableName } from '../../parts/EditableName';
import { StatusBadge } from '../../parts/StatusBadge';
import type { Tone } from '../../parts/StatusBadge';
import { TroubleNote } from '../../parts/TroubleNote';
import { format, useWords } from '../../words';
import { asSentence } from '../settings/rules';
import classes from './alerts.module.css';
import { useChangeChannel } from './api';
import { useTestButton } from './Test';

const TONES: Record<string, Tone> = { on: 'good', off: 'quiet', lost: 'bad' };

interface Given {
    channel: Channel;
    /** What it is called here, when not by its own name. */
    name?: string;
    /** Under the name. */
    about?: ReactNode;
    /** More buttons. */
    acts?: ReactNode;
    remove: () => Promise<unknown>;
}

/** A channel: its name, how it stands, its two switches, its test, its end. */
export function ChannelRow({ channel, name = channel.name, about, acts, remove }: Given) {
    const words = useWords().alerts.channel;
    const change = useChangeChannel(channel.channel_id);
    const rename = useChangeChannel(channel.channel_id);
    const test = useTestButton({
        channel: channel.channel_id,
        name,
        disabled: !channel.enabled,
    });
    const [asking, setAsking] = useState(false);
    // Shown at once, and as the house says once it has answered.
    const meant = change.isPending ? change.variables : undefined;
    const shown = (rename.isPending ? rename.variables.name : undefined) ?? name;
    const heading = <bdi className={classes.name}>{shown}</bdi>;
    return (
        <li className={classes.row}>
            <div className={classes.head}>
                {name === channel.name ? (
                    <EditableName
                        name={name}
                        of={words.nameOf}
                        field="name"
                        keep={(wanted) => rename.mutateAsync({ name: wanted })}
                    >
                        {heading}
                    </EditableName>
                ) : (
                    heading
                )}
                <StatusBadge tone={TONES[channel.state] ?? 'quiet'}>
                    {words.states[channel.state] ?? channel.state}
                </StatusBadge>
            </div>
            {about}
            {channel.reason !== null && (
                <Alert color="red" variant="light" p="sm" icon={<IconPlugConnectedX aria-hidden />}>
                    <Text size="sm">{asSentence(channel.reason)}</Text>
                    {channel.fix !== null && <Text size="sm">{channel.fix}</Text>}
                    {channel.lost_at !== null && (
                        <Text size="xs">
                            {words.lostSince} {format.moment(channel.lost_at)}
                        </Text>
                    )}
                </Alert>
            )}
            <Switch
                checked={meant?.enabled ?? channel.enabled}
                disabled={change.isPending}
                label={words.enabled}
                aria-label={words.enabledOf(name)}
                onChange={(event) => change.mutate({ enabled: event.currentTarget.checked })}
            />
            <Switch
                checked={meant?.urgent_only ?? channel.urgent_only}
                disabled={change.isPending}
                label={words.urgent}
                description={words.urgentHelp}
                aria-label={words.urgentOf(name)}
                onChange={(event) => change.mutate({ urgent_only: event.currentTarget.checked })}
            />
            <TroubleNote trouble={change.error} />
            <Group gap="xs">
                {test.button}
                {acts}
                <Button
                    size="xs"
                    variant="default"
                    onClick={() => setAsking(true)}
                    aria-label={words.removeOf(name)}
                >
                    {words.remove}
                </Button>
            </Group>
            {test.told}
            <Confirm
                opened={asking}
                close={() => setAsking(false)}
                title={words.removeTitle(name)}
                confirm={words.remove}
                danger
                act={remove}
            >
                <Text size="sm">{words.removeWords}</Text>
            </Confirm>
        </li>
    );
}
