import { Button, SegmentedControl, Text, TextInput } from '@mantine/core';
import { useState } from 'react';
import type { FormEvent } from 'react';
import { useSearchParams } from 'react-router';
import { Empty } from '../../parts/Empty';
import { LongList } from '../../parts/LongList';
import { Page } from '../../parts/Page';
import { StatusBadge } from '../../parts/StatusBadge';
import { format, useWords } from '../../words';
import { useAccounts } from './api';
import type { AccountSummary } from '../../api/types';
import { oneOf, withFilter } from './desk';
import classes from './operator.module.css';
import { Whose } from './Whose';

/** Accounts that wait, all accounts, or the one with an address. */
export default function AccountsPage() {
    const words = useWords().operator.accounts;
    const [query, setQuery] = useSearchParams();
    const waiting = oneOf(query.get('show'), ['all']) === undefined;
    // Whom somebody looks for stays out of the address, and so out of histories and logs.
    const [email, setEmail] = useState<string | null>(null);
    const [typed, setTyped] = useState('');
    const accounts = useAccounts({ waiting, email });
    function search(event: FormEvent) {
        event.preventDefault();
        setEmail(typed.trim() === '' ? null : typed.trim());
    }
    return (
        <Page title={words.title}>
            <Text c="dimmed" mb="lg">
                {words.lead}
            </Text>
            <div className={classes.filters}>
                <form className={classes.search} onSubmit={search} role="search">
                    <TextInput
                        flex={1}
                        label={words.search}
                        description={words.searchHelp}
                        type="email"
                        value={typed}
                        onChange={(event) => setTyped(event.currentTarget.value)}
                        autoComplete="off"
                        autoCapitalize="none"
                        spellCheck={false}
                    />
                    <Button type="submit" variant="default">
                        {words.find}
                    </Button>
                </form>
                {email === null ? (
                    <SegmentedControl
                        aria-label={words.show}
                        value={waiting ? 'waiting' : 'all'}
                        onChange={(value) =>
                            setQuery(withFilter(query, 'show', value === 'all' ? 'all' : null), {
                                replace: true,
                            })
                        }
                        data={[
                            { value: 'waiting', label: words.waiting },
                            { value: 'all', label: words.all },
                        ]}
                    />
                ) : (
                    <Button
                        variant="subtle"
                        onClick={() => {
                            setEmail(null);
                            setTyped('');
                        }}
                    >
                        {words.clearSearch}
                    </Button>
                )}
            </div>
            <LongList
                pages={accounts}
                empty={
                    email === null ? (
                        <Empty title={words.none} text={words.noneWords} />
                    ) : (
                        <Empty title={words.nobody} text={words.nobodyWords} />
                    )
                }
            >
                {(rows) => (
                    <ul className={classes.list}>
                        {rows.map((row) => (
                            <Account key={row.account_id} row={row} />
                        ))}
                    </ul>
                )}
            </LongList>
        </Page>
    );
}

function Account({ row }: { row: AccountSummary }) {
    const words = useWords().operator.accounts;
    return (
        <li className={classes.card}>
            <div className={classes.head}>
                <Whose row={row} />
                <div className={classes.badges}>
                    {row.role === 'operator' && (
                        <StatusBadge tone="quiet">{words.roles.operator}</StatusBadge>
                    )}
                    {row.support_clearance === 'needed' && (
                        <StatusBadge tone="warning">{words.toClear}</StatusBadge>
                    )}
                    {row.open_support_requests > 0 && (
                        <StatusBadge tone="waiting">
                            {words.open(row.open_support_requests)}
                        </StatusBadge>
                    )}
                </div>
            </div>
            <Text size="sm" c="dimmed" mt={4}>
                {words.connections(row.connections)} · {words.registered}{' '}
                {format.day(row.registered_at)}
            </Text>
        </li>
    );
}
