import { Anchor, Group, Stack, Text, Title } from '@mantine/core';
import { Link } from 'react-router';
import type { Pages } from '../../api/pages';
import { Empty } from '../../parts/Empty';
import { LongList } from '../../parts/LongList';
import { Page } from '../../parts/Page';
import { useWords } from '../../words';
import { useAccounts, useOperatorMails, useOperatorSubmissions, useRequests } from './api';
import { Budgets } from './Budgets';
import { Incidents } from './Incidents';
import classes from './operator.module.css';
import { RequestCard } from './RequestCard';

/** What waits for a person. */
export default function OverviewPage() {
    const words = useWords().operator;
    const here = words.overview;
    const requests = useRequests({ state: 'open' }, 200);
    const accounts = useAccounts({ waiting: true, email: null });
    const rejected = useOperatorSubmissions({ status: 'rejected' });
    const failed = useOperatorMails({ delivery: 'failed' });
    return (
        <Page title={words.title}>
            <Text c="dimmed" mb="lg">
                {here.lead}
            </Text>
            <div className={classes.tiles}>
                <Tile
                    to="/operator/requests"
                    name={here.requests}
                    about={here.requestsWords}
                    pages={requests}
                />
                <Tile
                    to="/operator/accounts"
                    name={here.accounts}
                    about={here.accountsWords}
                    pages={accounts}
                />
                <Tile
                    to="/operator/submissions?status=rejected"
                    name={here.rejected}
                    about={here.rejectedWords}
                    pages={rejected}
                />
                <Tile
                    to="/operator/mails?delivery=failed"
                    name={here.failed}
                    about={here.failedWords}
                    pages={failed}
                />
            </div>
            <Stack gap="md">
                <Group justify="space-between">
                    <Title order={2} size="h4">
                        {here.newest}
                    </Title>
                    <Anchor component={Link} to="/operator/requests" size="sm">
                        {here.allRequests}
                    </Anchor>
                </Group>
                <LongList
                    pages={{ ...requests, more: null }}
                    empty={<Empty order={3} title={here.nothing} text={here.nothingWords} />}
                >
                    {(rows) => (
                        <ul className={classes.list}>
                            {[...rows]
                                .sort((a, b) => Date.parse(a.first_at) - Date.parse(b.first_at))
                                .slice(0, 5)
                                .map((request) => (
                                    <li key={request.support_request_id}>
                                        <RequestCard request={request} />
                                    </li>
                                ))}
                        </ul>
                    )}
                </LongList>
            </Stack>
            <Incidents />
            <Budgets />
        </Page>
    );
}

interface TileGiven {
    to: string;
    name: string;
    about: string;
    pages: Pages<unknown>;
}

function Tile({ to, name, about, pages }: TileGiven) {
    const words = useWords().operator;
    const known = !pages.loading && !(pages.trouble && pages.rows.length === 0);
    return (
        <Link to={to} className={classes.tile}>
            <span className={classes.number}>
                {known ? words.atLeast(pages.rows.length, pages.more !== null) : '–'}
            </span>
            <Text fw={600}>{name}</Text>
            <Text size="sm" c="dimmed">
                {about}
            </Text>
        </Link>
    );
}
