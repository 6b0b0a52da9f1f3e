import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { asTrouble } from '../api/client';
import type { Trouble } from '../api/client';
import { useWords } from '../words';
import type { Words } from '../words';

interface Given {
    /** Whatever was thrown; nothing is shown for null. */
    trouble: unknown;
    /** Shown above; else what is usual for its kind. */
    title?: string;
    /** Asks again. */
    again?: () => void;
}

/** What went wrong, what to do about it, and the number to tell support. */
export function TroubleNote({ trouble: thrown, title, again }: Given) {
    const words = useWords().shell;
    if (thrown === null || thrown === undefined) return null;
    const trouble = asTrouble(thrown);
    const fix = fixOf(trouble, words);
    return (
        <Alert
            role="alert"
            color="red"
            variant="light"
            icon={<IconAlertTriangle aria-hidden />}
            title={title ?? (trouble.status === 0 ? words.noAnswerTitle : words.troubleTitle)}
        >
            <Stack gap="xs" align="flex-start">
                <Text size="sm">{trouble.message}</Text>
                {fix && <Text size="sm">{fix}</Text>}
                <Group gap="md">
                    {again && (
                        <Button size="xs" variant="default" onClick={again}>
                            {words.tryAgain}
                        </Button>
                    )}
                    {trouble.requestId && trouble.status >= 500 && (
                        <Text size="xs" c="dimmed" ff="monospace">
                            {words.requestId} {trouble.requestId}
                        </Text>
                    )}
                </Group>
            </Stack>
        </Alert>
    );
}

function fixOf(trouble: Trouble, words: Words['shell']): string | null {
    if (trouble.status === 0) return words.noAnswerFix;
    if (trouble.status === 429 && trouble.retryAfter !== null) {
        return words.waitFix(trouble.retryAfter);
    }
    return trouble.status >= 500 ? words.laterFix : null;
}
