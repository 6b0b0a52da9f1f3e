import { Group, Stack, Text, Title } from '@mantine/core';
import { useNames } from '../../api/queries';
import type { Incident } from '../../api/types';
import { LongList } from '../../parts/LongList';
import { StatusBadge } from '../../parts/StatusBadge';
import { format, useWords } from '../../words';
import { useIncidents } from './api';
import classes from './operator.module.css';

/** Times in which an exchange as a whole was in trouble, newest first. */
export function Incidents() {
    const words = useWords().operator.incidents;
    const incidents = useIncidents();
    return (
        <Stack gap="md" mt="xl">
            <Title order={2} size="h4">
                {words.title}
            </Title>
            <Text size="sm" c="dimmed">
                {words.lead}
            </Text>
            <LongList pages={incidents} empty={<Text>{words.none}</Text>}>
                {(rows) => (
                    <ul className={classes.list}>
                        {rows.map((incident) => (
                            <li key={incident.incident_id}>
                                <Row incident={incident} />
                            </li>
                        ))}
                    </ul>
                )}
            </LongList>
        </Stack>
    );
}

function Row({ incident }: { incident: Incident }) {
    const words = useWords().operator.incidents;
    const names = useNames();
    const began = format.moment(incident.began_at);
    const over = incident.ended_at;
    return (
        <Group justify="space-between" wrap="nowrap" align="flex-start">
            <div>
                <Text fw={600}>
                    {incident.venue === null
                        ? words.ours[incident.kind ?? 'other']
                        : names.venue(incident.venue)}
                    {incident.origin === 'planned' && ` · ${words.planned}`}
                </Text>
                <Text size="sm">
                    {over === null ? words.from(began) : words.between(began, format.moment(over))}
                    {' · '}
                    {words.hit(incident.connections)}
                    {over === null &&
                        incident.expected_until !== null &&
                        ` · ${words.expected(format.moment(incident.expected_until))}`}
                </Text>
                {incident.venue_words !== '' && (
                    <Text size="sm" c="dimmed">
                        {incident.venue_code} “{incident.venue_words}”
                    </Text>
                )}
            </div>
            <StatusBadge tone={over === null ? 'bad' : 'good'}>
                {over === null ? words.going : words.over}
            </StatusBadge>
        </Group>
    );
}
