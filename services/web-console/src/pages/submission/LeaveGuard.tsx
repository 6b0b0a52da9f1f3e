import { Button, Group, Modal, Stack, Text } from '@mantine/core';
import { useEffect, useState } from 'react';
import { useBlocker } from 'react-router';
import { session } from '../../api/session';
import { useWords } from '../../words';

/** The parameters of an address that make another form of it. */
export function entryOf(search: string): string {
    const query = new URLSearchParams(search);
    return ['type', 'connection', 'again'].map((name) => query.get(name) ?? '').join('|');
}

interface Given {
    losing: () => boolean;
}

/** Warns before what was entered is lost. `losing` is asked when somebody wants to leave. */
export function LeaveGuard({ losing }: Given) {
    const [hidden, setHidden] = useState(0);
    // The router keeps the blocker of a page that was hidden and comes back, beside the new one.
    useEffect(() => () => setHidden((times) => times + 1), []);
    return <Guard key={hidden} losing={losing} />;
}

function Guard({ losing }: Given) {
    const words = useWords().submission.leave;
    const { close } = useWords().shell;
    const blocker = useBlocker(
        ({ currentLocation, nextLocation }) =>
            losing() &&
            session.state().kind === 'in' &&
            (currentLocation.pathname !== nextLocation.pathname ||
                entryOf(currentLocation.search) !== entryOf(nextLocation.search)),
    );
    useEffect(() => {
        function warn(event: BeforeUnloadEvent) {
            if (losing()) event.preventDefault();
        }
        window.addEventListener('beforeunload', warn);
        return () => window.removeEventListener('beforeunload', warn);
    }, [losing]);
    const stay = () => blocker.reset?.();
    return (
        <Modal
            opened={blocker.state === 'blocked'}
            onClose={stay}
            title={words.title}
            closeButtonProps={{ 'aria-label': close }}
        >
            <Stack>
                <Text>{words.text}</Text>
                <Group justify="flex-end">
                    <Button variant="default" onClick={() => blocker.proceed?.()}>
                        {words.leave}
                    </Button>
                    <Button data-autofocus onClick={stay}>
                        {words.stay}
                    </Button>
                </Group>
            </Stack>
        </Modal>
    );
}
