import { Alert, Anchor, Stack, Text } from '@mantine/core';
import { IconMailQuestion } from '@tabler/icons-react';
import { Link } from 'react-router';
import { Empty } from '../../parts/Empty';
import { LongList } from '../../parts/LongList';
import { Section } from '../../parts/Section';
import { format, useWords } from '../../words';
import { useMails } from './api';
import type { Mail } from '../../api/types';
import { Delivery } from './Delivery';
import classes from './settings.module.css';

/** The mails to the account and how each fared. */
export function Mails() {
    const words = useWords().settings.mails;
    const mails = useMails();
    return (
        <Section title={words.title} lead={words.lead} id="mails">
            <Stack gap="md">
                <LongList
                    pages={mails}
                    empty={<Empty order={3} title={words.none} text={words.noneWords} />}
                >
                    {(rows) => (
                        <ul className={classes.rows}>
                            {rows.map((mail) => (
                                <Mail key={mail.mail_id} mail={mail} />
                            ))}
                        </ul>
                    )}
                </LongList>
                <Alert
                    variant="light"
                    color="gray"
                    title={words.missing}
                    icon={<IconMailQuestion aria-hidden />}
                >
                    <Text size="sm" mb="xs">
                        {words.missingWords}
                    </Text>
                    <Anchor component={Link} to="/help/mail" size="sm">
                        {words.missingMore}
                    </Anchor>
                </Alert>
            </Stack>
        </Section>
    );
}

function Mail({ mail }: { mail: Mail }) {
    const words = useWords().settings.mails;
    return (
        <li className={classes.row}>
            <div className={classes.grow}>
                <Text fw={600} size="sm">
                    {mail.title}
                </Text>
                <Text size="sm" c="dimmed">
                    <time dateTime={mail.at}>{format.moment(mail.at)}</time>
                    {mail.connection_id && (
                        <>
                            {' · '}
                            <Anchor
                                component={Link}
                                to={`/connections/${mail.connection_id}`}
                                size="sm"
                            >
                                {words.connection}
                            </Anchor>
                        </>
                    )}
                </Text>
                {mail.delivery !== 'sent' && (
                    <Text size="sm">{mail.reason ?? words.deliveryWords[mail.delivery] ?? ''}</Text>
                )}
            </div>
            <Delivery delivery={mail.delivery} />
        </li>
    );
}
