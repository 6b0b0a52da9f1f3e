import { Button, Stack, Text } from '@mantine/core';
import { Link } from 'react-router';
import { Page } from '../parts/Page';
import { useWords } from '../words';

/** An address that leads nowhere. */
export default function NotFoundPage() {
    const words = useWords().shell;
    return (
        <Page title={words.notFoundTitle}>
            <Stack align="flex-start">
                <Text>{words.notFoundText}</Text>
                <Button component={Link} to="/">
                    {words.toDashboard}
                </Button>
            </Stack>
        </Page>
    );
}
