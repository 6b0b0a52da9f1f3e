import { Button, Stack, Text } from '@mantine/core';
import { useRouteError } from 'react-router';
import { Page } from '../parts/Page';
import { useWords } from '../words';

/** What is shown instead of a page that broke, or that cannot be had any more. */
export function Failure() {
    const words = useWords().shell;
    const gone = isMissingScript(useRouteError());
    return (
        <Page title={gone ? words.newVersionTitle : words.failureTitle}>
            <Stack align="flex-start">
                <Text>{gone ? words.newVersionText : words.failureText}</Text>
                <Button onClick={() => window.location.reload()}>{words.reload}</Button>
            </Stack>
        </Page>
    );
}

/** After a release the scripts of the older version are gone; each browser says it differently. */
function isMissingScript(thrown: unknown): boolean {
    return (
        thrown instanceof Error &&
        /dynamically imported module|module script failed|preload/i.test(thrown.message)
    );
}
