import { Anchor, NativeSelect, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link } from 'react-router';
import type { Channel, Delivery } from '../../api/types';
import { Empty } from '../../parts/Empty';
import { LongList } from '../../parts/LongList';
import { Section } from '../../parts/Section';
import { StatusBadge } from '../../parts/StatusBadge';
import type { Tone } from '../../parts/StatusBadge';
import { format, useWords } from '../../words';
import { asSentence } from '../settings/rules';
import classes from './alerts.module.css';
import { useDeliveries } from './api';

const TONES: Record<string, Tone> = {
    waiting: 'waiting',
    sent: 'good',
    failed: 'bad',
    expired: 'warning',
};

/** Alerts of 30 days and how each fared, of one channel or of all. */
export function Deliveries({ channels }: { channels: Channel[] }) {
    const words = useWords().alerts.deliveries;
    const [chosen, setChosen] = useState('');
    const channel = channels.some((one) => one.channel_id === chosen) ? chosen : null;
    const deliveries = useDeliveries(channel);
    return (
        <Section title={words.title} lead={words.lead} id="deliveries">
            <Stack gap="md">
                {channels.length > 1 && (
                    <NativeSelect
                        className={classes.narrow}
                        label={words.which}
                        value={channel ?? ''}
                        onChange={(event) => setChosen(event.currentTarget.value)}
                        data={[
                            { value: '', label: words.all },
                            ...channels.map((one) => ({
                                value: one.channel_id,
                                label: `${words.kinds[one.kind] ?? one.kind}: ${one.name}`,
                            })),
                        ]}
                    />
                )}
                <LongList
                    pages={deliveries}
                    empty={<Empty order={3} title={words.none} text={words.noneWords} />}
                >
                    {(rows) => (
                        <ul className={classes.rows}>
                            {rows.map((one) => (
                                <Row key={one.alert_id + one.channel_id} delivery={one} />
                            ))}
                        </ul>
                    )}
                </LongList>
            </Stack>
        </Section>
    );
}

function Row({ delivery: told }: { delivery: Delivery }) {
    const words = useWords().alerts.deliveries;
    const [only] = told.connections;
    return (
        <li className={classes.delivery}>
            <div className={classes.grow}>
                <Text fw={600} size="sm">
                    {told.title}
                </Text>
                <Text size="sm" c="dimmed">
                    {words.kinds[told.kind] ?? told.kind}: {told.channel_name ?? words.gone}
                    {' · '}
                    <time dateTime={told.at}>{format.moment(told.at)}</time>
                    {told.attempts > 1 && <> · {words.attempts(told.attempts)}</>}
                    {told.connections.length > 1 && (
                        <> · {words.connections(told.connections.length)}</>
                    )}
                    {told.connections.length === 1 && only !== undefined && (
                        <>
                            {' · '}
                            <Anchor component={Link} to={`/connections/${only}`} size="sm">
                                {words.connection}
                            </Anchor>
                        </>
                    )}
                </Text>
                {told.delivery !== 'sent' && (
                    <Text size="sm">
                        {told.reason === null
                            ? words.stateWords[told.delivery]
                            : asSentence(told.reason)}
                    </Text>
                )}
            </div>
            <StatusBadge tone={TONES[told.delivery] ?? 'quiet'}>
                {words.states[told.delivery] ?? told.delivery}
            </StatusBadge>
        </li>
    );
}
