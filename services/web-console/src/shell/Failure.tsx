import { Button, Stack, Text } from '@mantine/core';
import { Page } from '../parts/Page';
import { useWords } from '../words';

/** What is shown instead of a page that broke. */
export function Failure() {
    const words = useWords().shell;
    return (
        <Page title={words.failureTitle}>
            <Stack align="flex-start">
                <Text>{words.failureText}</Text>
                <Button onClick={() => window.location.reload()}>{words.reload}</Button>
            </Stack>
        </Page>
    );
}
