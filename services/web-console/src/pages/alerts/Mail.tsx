import { Anchor, Group, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useMe } from '../../api/queries';
import { Section } from '../../parts/Section';
import { useWords } from '../../words';
import classes from './alerts.module.css';
import { useTestButton } from './Test';

/** The mail, which every account has. */
export function Mail() {
    const words = useWords().alerts.mail;
    const address = useMe().data?.email;
    const test = useTestButton({ channel: null, name: address ?? words.name });
    return (
        <Section title={words.title} lead={words.lead} id="mail">
            <Stack gap="sm">
                {address !== undefined && <bdi className={classes.name}>{address}</bdi>}
                <Group gap="md">
                    {test.button}
                    <Anchor component={Link} to="/settings#wishes" size="sm">
                        {words.choose}
                    </Anchor>
                </Group>
                {test.told}
            </Stack>
        </Section>
    );
}

/** Says that a kind of channel cannot be had here. */
export function Missing({ reason }: { reason: string | null }) {
    return (
        <Text size="sm" c="dimmed">
            {reason}
        </Text>
    );
}
