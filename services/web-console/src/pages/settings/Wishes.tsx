import { Alert, Stack, Switch, Text, Title } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useState } from 'react';
import { Loading } from '../../parts/Loading';
import { Section } from '../../parts/Section';
import { TroubleNote } from '../../parts/TroubleNote';
import { useWords } from '../../words';
import { useSwitchMail, useWishes } from './api';
import type { MailWish } from '../../api/types';
import classes from './settings.module.css';

/** Which mails the account gets. */
export function Wishes() {
    const words = useWords().settings.wishes;
    const wishes = useWishes();
    return (
        <Section title={words.title} lead={words.lead} id="wishes">
            {wishes.isPending && <Loading />}
            {wishes.error && !wishes.data && (
                <TroubleNote trouble={wishes.error} again={() => void wishes.refetch()} />
            )}
            {wishes.data && <Choices wishes={wishes.data.mails} />}
        </Section>
    );
}

function Choices({ wishes }: { wishes: MailWish[] }) {
    const words = useWords().settings.wishes;
    const change = useSwitchMail();
    const [said, setSaid] = useState('');
    const remindersOff = wishes.some((wish) => wish.mail === 'expiring' && !wish.wanted);
    function flip(wish: MailWish, wanted: boolean) {
        setSaid('');
        change.mutate(
            { mail: wish.mail, wanted },
            { onSuccess: () => setSaid(words.saved(wish.title, wanted)) },
        );
    }
    return (
        <Stack gap="lg">
            <div>
                <Title order={3} size="h6" mb="xs">
                    {words.optional}
                </Title>
                <ul className={classes.rows}>
                    {wishes
                        .filter((wish) => wish.optional)
                        .map((wish) => (
                            <li key={wish.mail} className={classes.switch}>
                                <Switch
                                    checked={wish.wanted}
                                    label={wish.title}
                                    description={wish.about}
                                    onChange={(event) => flip(wish, event.currentTarget.checked)}
                                />
                            </li>
                        ))}
                </ul>
                <span className="out-of-sight" role="status">
                    {said}
                </span>
            </div>
            {remindersOff && (
                <Alert color="yellow" variant="light" p="sm" icon={<IconAlertTriangle />}>
                    {words.keysOff}
                </Alert>
            )}
            <TroubleNote trouble={change.error} />
            <div>
                <Title order={3} size="h6">
                    {words.always}
                </Title>
                <Text size="sm" c="dimmed" mb="xs">
                    {words.alwaysWords}
                </Text>
                <ul className={classes.rows}>
                    {wishes
                        .filter((wish) => !wish.optional)
                        .map((wish) => (
                            <li key={wish.mail} className={classes.switch}>
                                <Text size="sm">{wish.title}</Text>
                                <Text size="xs" c="dimmed">
                                    {wish.about}
                                </Text>
                            </li>
                        ))}
                </ul>
            </div>
        </Stack>
    );
}
