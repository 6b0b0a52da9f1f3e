import { Stack, Text } from '@mantine/core';
import type { Me } from '../../api/types';
import { useNow } from '../../parts/Ago';
import { LongList } from '../../parts/LongList';
import { Section } from '../../parts/Section';
import { StatusBadge } from '../../parts/StatusBadge';
import { format, useWords } from '../../words';
import { Delivery } from '../settings/Delivery';
import { useMessages } from './api';
import { maybeUnderway } from './desk';
import classes from './operator.module.css';
import { WriteMessage } from './WriteMessage';

/** What support wrote to an account, how it fared, and the form for more. */
export function Messages({ account }: { account: Me }) {
    const words = useWords().operator;
    const messages = useMessages(account.account_id);
    const now = useNow();
    return (
        <>
            <Section
                title={words.message.write}
                lead={words.message.to(account.email)}
                id="message"
            >
                <WriteMessage key={account.account_id} account={account} />
            </Section>
            <Section title={words.account.messages}>
                <LongList
                    pages={messages}
                    empty={
                        <Text size="sm" c="dimmed">
                            {words.account.messagesNone}
                        </Text>
                    }
                >
                    {(rows) => (
                        <ul className={classes.list}>
                            {rows.map((message) => (
                                <li key={message.message_id} className={classes.card}>
                                    <div className={classes.head}>
                                        <Text fw={600} size="sm" className={classes.grow}>
                                            {message.subject}
                                        </Text>
                                        {message.delivery ? (
                                            <Delivery delivery={message.delivery} />
                                        ) : (
                                            <StatusBadge tone="quiet">
                                                {maybeUnderway(message, now)
                                                    ? words.message.deliverySoon
                                                    : words.message.deliveryUnknown}
                                            </StatusBadge>
                                        )}
                                    </div>
                                    <Stack gap={4}>
                                        <p className={classes.words}>{message.text}</p>
                                        <Text size="xs" c="dimmed">
                                            {format.moment(message.written_at)}
                                            {message.written_by_name &&
                                                ` ${words.message.by(message.written_by_name)}`}
                                        </Text>
                                        {message.reason && message.delivery !== 'sent' && (
                                            <Text size="sm">{message.reason}</Text>
                                        )}
                                    </Stack>
                                </li>
                            ))}
                        </ul>
                    )}
                </LongList>
            </Section>
        </>
    );
}
