import { Anchor, Button, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { isTrouble } from '../../api/client';
import { Done } from '../../parts/Done';
import { Loading } from '../../parts/Loading';
import { LongList } from '../../parts/LongList';
import { Page } from '../../parts/Page';
import { Section } from '../../parts/Section';
import { TroubleNote } from '../../parts/TroubleNote';
import { useWords } from '../../words';
import { AccountFacts } from './AccountFacts';
import { useAccount, useOperatorMails, useOperatorSubmissions, useRequests } from './api';
import { Invitations } from './Invitations';
import { MailRow } from './MailRow';
import { Messages } from './Messages';
import classes from './operator.module.css';
import { RequestCard } from './RequestCard';
import { SubmissionCard } from './SubmissionCard';

/** All that support needs of one account. */
export default function AccountPage() {
    const words = useWords().operator.account;
    const { id = '' } = useParams();
    const account = useAccount(id);
    const [done, setDone] = useState<string | null>(null);
    if (account.isPending) return <Loading />;
    if (account.data === undefined) {
        return isTrouble(account.error, 404) ? (
            <Page title={words.unknown}>
                <Stack align="flex-start">
                    <Text>{words.unknownWords}</Text>
                    <Button component={Link} to="/operator/accounts" variant="default">
                        {words.back}
                    </Button>
                </Stack>
            </Page>
        ) : (
            <TroubleNote trouble={account.error} again={() => void account.refetch()} />
        );
    }
    return (
        <Page title={account.data.name}>
            <Stack gap="lg">
                <Anchor component={Link} to="/operator/accounts" size="sm">
                    {words.back}
                </Anchor>
                <Done>{done}</Done>
                <div className={classes.columns}>
                    <div className={classes.column}>
                        <AccountFacts account={account.data} told={setDone} />
                        <Requests id={id} told={setDone} />
                        <Invitations id={id} told={setDone} />
                    </div>
                    <div className={classes.column}>
                        <Messages account={account.data} />
                    </div>
                </div>
                <div className={classes.columns}>
                    <Submissions id={id} />
                    <Mails id={id} />
                </div>
            </Stack>
        </Page>
    );
}

function Requests({ id, told }: { id: string; told: (words: string) => void }) {
    const words = useWords().operator.account;
    const requests = useRequests({ state: 'open', account_id: id });
    return (
        <Section title={words.requests}>
            <LongList pages={requests} empty={<Nothing>{words.requestsNone}</Nothing>}>
                {(rows) => (
                    <ul className={classes.list}>
                        {rows.map((request) => (
                            <li key={request.support_request_id}>
                                <RequestCard request={request} told={told} here />
                            </li>
                        ))}
                    </ul>
                )}
            </LongList>
        </Section>
    );
}

function Submissions({ id }: { id: string }) {
    const words = useWords().operator.account;
    const submissions = useOperatorSubmissions({ account_id: id }, 10);
    return (
        <Section title={words.submissions}>
            <LongList pages={submissions} empty={<Nothing>{words.submissionsNone}</Nothing>}>
                {(rows) => (
                    <ul className={classes.list}>
                        {rows.map((row) => (
                            <li key={row.submission_id}>
                                <SubmissionCard row={row} owner={false} />
                            </li>
                        ))}
                    </ul>
                )}
            </LongList>
        </Section>
    );
}

function Mails({ id }: { id: string }) {
    const words = useWords().operator.account;
    const mails = useOperatorMails({ account_id: id }, 20);
    return (
        <Section title={words.mails}>
            <LongList pages={mails} empty={<Nothing>{words.mailsNone}</Nothing>}>
                {(rows) => (
                    <ul className={classes.list}>
                        {rows.map((mail) => (
                            <li key={mail.mail_id}>
                                <MailRow mail={mail} owner={false} />
                            </li>
                        ))}
                    </ul>
                )}
            </LongList>
        </Section>
    );
}

function Nothing({ children }: { children: string }) {
    return (
        <Text size="sm" c="dimmed">
            {children}
        </Text>
    );
}
