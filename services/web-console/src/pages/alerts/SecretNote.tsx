import { Alert, Button, Stack, Text } from '@mantine/core';
import { IconKey } from '@tabler/icons-react';
import { CopyButton } from '../../parts/CopyButton';
import { useWords } from '../../words';
import classes from './alerts.module.css';

/** A webhook's secret, this once. */
export function SecretNote({ secret, seen }: { secret: string; seen: () => void }) {
    const words = useWords().alerts.webhooks;
    return (
        <Alert
            role="status"
            color="yellow"
            variant="light"
            title={words.secretTitle}
            icon={<IconKey aria-hidden />}
        >
            <Stack gap="sm" align="flex-start">
                <Text size="sm">{words.secretWords}</Text>
                <div className={classes.code}>
                    <code translate="no" aria-label={words.secretLabel}>
                        {secret}
                    </code>
                    <CopyButton value={secret} what={words.secretWhat} />
                </div>
                <Button size="xs" variant="default" onClick={seen}>
                    {words.secretSeen}
                </Button>
            </Stack>
        </Alert>
    );
}
