import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useParams, Link } from 'react-router';
import { isTrouble, post } from '../../api/client';
import { keys } from '../../api/queries';
import { Page } from '../../parts/Page';
import { TroubleNote } from '../../parts/TroubleNote';
import { useWords } from '../../words';
import classes from './UnsubscribePage.module.css';

/** Stops the reminders of the account whose mail was followed here; needs no sign-in. */
export default function UnsubscribePage() {
    const words = useWords().settings.unsubscribe;
    const { token = '' } = useParams();
    const queries = useQueryClient();
    const stop = useMutation({
        mutationFn: () => post('/v1/mails/unsubscribe/{token}', { path: { token } }),
        onSuccess: () => queries.invalidateQueries({ queryKey: keys.mailWishes }),
    });
    if (isTrouble(stop.error, 404)) {
        return (
            <Page title={words.unknown}>
                <Stack className={classes.text} align="flex-start">
                    <Text>{words.unknownWords}</Text>
                    <Text>{words.unknownFix}</Text>
                    <Button component={Link} to="/settings" variant="default">
                        {words.toSettings}
                    </Button>
                </Stack>
            </Page>
        );
    }
    if (stop.isSuccess) {
        return (
            <Page title={words.done}>
                <Stack className={classes.text} align="flex-start">
                    <Text role="status">{words.doneWords}</Text>
                    <Text>
                        {words.again}{' '}
                        <Anchor component={Link} to="/settings#wishes">
                            {words.toSettings}
                        </Anchor>
                    </Text>
                </Stack>
            </Page>
        );
    }
    return (
        <Page title={words.title}>
            <Stack className={classes.text} align="flex-start">
                <Text>{words.what}</Text>
                <Text>{words.consequence}</Text>
                <TroubleNote trouble={stop.error} />
                <Button onClick={() => stop.mutate()} loading={stop.isPending}>
                    {words.button}
                </Button>
                <Text size="sm" c="dimmed">
                    {words.keep}
                </Text>
            </Stack>
        </Page>
    );
}
