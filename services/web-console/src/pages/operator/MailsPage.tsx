import { NativeSelect, Text } from '@mantine/core';
import { useSearchParams } from 'react-router';
import { Empty } from '../../parts/Empty';
import { LongList } from '../../parts/LongList';
import { Page } from '../../parts/Page';
import { useWords } from '../../words';
import { useOperatorMails } from './api';
import { oneOf, withFilter } from './desk';
import { MailRow } from './MailRow';
import classes from './operator.module.css';

/** How the house's mails fared. */
export default function MailsPage() {
    const words = useWords();
    const here = words.operator.mails;
    const names = words.settings.mails.deliveries;
    const [query, setQuery] = useSearchParams();
    const delivery = oneOf(query.get('delivery'), Object.keys(names));
    const mails = useOperatorMails({ delivery });
    return (
        <Page title={here.title}>
            <Text c="dimmed" mb="lg">
                {here.lead}
            </Text>
            <div className={classes.filters}>
                <NativeSelect
                    label={here.delivery}
                    value={delivery ?? ''}
                    onChange={(event) =>
                        setQuery(withFilter(query, 'delivery', event.currentTarget.value), {
                            replace: true,
                        })
                    }
                    data={[
                        { value: '', label: here.any },
                        ...Object.entries(names).map(([value, label]) => ({ value, label })),
                    ]}
                />
            </div>
            <LongList
                pages={mails}
                empty={
                    <Empty
                        title={delivery ? here.noneFiltered : here.none}
                        text={delivery ? undefined : here.noneWords}
                    />
                }
            >
                {(rows) => (
                    <ul className={classes.list}>
                        {rows.map((mail) => (
                            <li key={mail.mail_id}>
                                <MailRow mail={mail} owner />
                            </li>
                        ))}
                    </ul>
                )}
            </LongList>
        </Page>
    );
}
