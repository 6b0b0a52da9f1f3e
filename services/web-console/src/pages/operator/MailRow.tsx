import { Text } from '@mantine/core';
import { format, useWords } from '../../words';
import { Delivery } from '../settings/Delivery';
import type { OperatorMail } from '../../api/types';
import classes from './operator.module.css';
import { Whose } from './Whose';

/** A mail and how it fared. */
export function MailRow({ mail, owner }: { mail: OperatorMail; owner: boolean }) {
    const words = useWords().settings.mails;
    return (
        <article className={classes.card}>
            <div className={classes.head}>
                <div className={classes.grow}>
                    <Text fw={600} size="sm">
                        {mail.title}
                    </Text>
                    <Text size="xs" c="dimmed">
                        <time dateTime={mail.at}>{format.moment(mail.at)}</time>
                    </Text>
                </div>
                <Delivery delivery={mail.delivery} />
            </div>
            {mail.delivery !== 'sent' && (
                <Text size="sm" mt={4}>
                    {mail.reason ?? words.deliveryWords[mail.delivery] ?? ''}
                </Text>
            )}
            {owner && <Whose row={mail} />}
        </article>
    );
}
