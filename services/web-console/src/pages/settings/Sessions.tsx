import { Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { isTrouble } from '../../api/client';
import { Ago } from '../../parts/Ago';
import { Confirm } from '../../parts/Confirm';
import { Done } from '../../parts/Done';
import { Loading } from '../../parts/Loading';
import { Section } from '../../parts/Section';
import { TroubleNote } from '../../parts/TroubleNote';
import { format, useWords } from '../../words';
import { useEndSession, useSessions } from './api';
import type { OpenSession } from '../../api/types';
import classes from './settings.module.css';

/** The browsers that are signed in, each to be ended. */
export function Sessions() {
    const words = useWords().settings.sessions;
    const sessions = useSessions();
    const end = useEndSession();
    const [asking, setAsking] = useState(false);
    const [done, setDone] = useState<string | null>(null);
    const others = (sessions.data ?? []).filter((one) => !one.current).length;
    async function endOne(one: OpenSession) {
        setDone(null);
        try {
            await end.mutateAsync(one.session_id);
            setDone(words.ended(one.device ?? words.unknownDevice));
        } catch (thrown) {
            // Ended elsewhere meanwhile: what was wanted is so.
            if (isTrouble(thrown, 404)) setDone(words.gone);
        }
    }
    return (
        <Section title={words.title} lead={words.lead} id="sessions">
            <Stack gap="md">
                {sessions.isPending && <Loading />}
                {sessions.error && (
                    <TroubleNote trouble={sessions.error} again={() => void sessions.refetch()} />
                )}
                {sessions.data && (
                    <ul className={classes.rows}>
                        {sessions.data.map((one) => (
                            <Session
                                key={one.session_id}
                                session={one}
                                busy={end.isPending && end.variables === one.session_id}
                                end={() => void endOne(one)}
                            />
                        ))}
                    </ul>
                )}
                {sessions.data && others === 0 && (
                    <Text size="sm" c="dimmed">
                        {words.alone}
                    </Text>
                )}
                {!isTrouble(end.error, 404) && !asking && <TroubleNote trouble={end.error} />}
                <Done>{done}</Done>
                {others > 0 && (
                    <div>
                        <Button variant="default" onClick={() => setAsking(true)}>
                            {words.endAll}
                        </Button>
                    </div>
                )}
            </Stack>
            <Confirm
                opened={asking}
                close={() => setAsking(false)}
                title={words.endAllTitle}
                confirm={words.endAll}
                danger
                act={async () => {
                    await end.mutateAsync(null);
                    setDone(words.endedAll);
                }}
            >
                <Text size="sm">{words.endAllWords(others)}</Text>
            </Confirm>
        </Section>
    );
}

function Session(given: { session: OpenSession; busy: boolean; end: () => void }) {
    const { session, busy, end } = given;
    const words = useWords().settings.sessions;
    const device = session.device ?? words.unknownDevice;
    return (
        <li className={classes.row}>
            <div className={classes.grow}>
                <Group gap="xs">
                    <Text fw={600}>{device}</Text>
                    {session.current && (
                        <Badge variant="light" color="green" tt="none" radius="sm">
                            {words.current}
                        </Badge>
                    )}
                </Group>
                <Text size="sm" c="dimmed">
                    {session.address ?? words.unknownAddress} · {words.lastUsed}{' '}
                    <Ago at={session.last_used_at} />
                </Text>
                <Text size="sm" c="dimmed">
                    {words.started} {format.moment(session.started_at)}
                </Text>
            </div>
            {!session.current && (
                <Button
                    size="xs"
                    variant="default"
                    loading={busy}
                    onClick={end}
                    aria-label={words.endLabel(device)}
                >
                    {words.end}
                </Button>
            )}
        </li>
    );
}
