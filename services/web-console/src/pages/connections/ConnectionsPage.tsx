import { Button, NativeSelect, Skeleton, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useCallback, useDeferredValue, useEffect, useMemo, useRef, useState } from 'react';
import { Link, useLocation, useSearchParams } from 'react-router';
import type { Connection } from '../../api/types';
import { Empty } from '../../parts/Empty';
import { Page } from '../../parts/Page';
import { TroubleNote } from '../../parts/TroubleNote';
import { useWords } from '../../words';
import { ConnectionCard } from './ConnectionCard';
import classes from './ConnectionsPage.module.css';
import { SOON } from './expiry';
import { useNames, useWatchedConnections } from '../../api/queries';
import { ORDERS, search, STATUS_FILTERS } from './search';
import type { Order, StatusFilter, Wanted } from './search';
import { StaleNote } from './StaleNote';

const AT_ONCE = 20;
const MANY = 6;

/** Every connection of the account, a card each. */
export default function ConnectionsPage() {
    const words = useWords().connections;
    const query = useWatchedConnections();
    const { data: connections } = query;
    const add = (
        <Button
            component={Link}
            to="/submit?type=add"
            leftSection={<IconPlus size={18} aria-hidden />}
        >
            {words.add}
        </Button>
    );
    return (
        <Page title={words.title} actions={connections?.length ? add : undefined}>
            <StaleNote query={query} />
            {connections === undefined ? (
                query.isError ? (
                    <TroubleNote
                        trouble={query.error}
                        title={words.loadFailed}
                        again={() => void query.refetch()}
                    />
                ) : (
                    <Coming />
                )
            ) : connections.length === 0 ? (
                <>
                    <Told />
                    <Empty title={words.emptyTitle} text={words.emptyText} action={add} />
                </>
            ) : (
                <List connections={connections} />
            )}
        </Page>
    );
}

/** What was done to a connection that is not there any more; takes the focus that went with it. */
function Told({ text }: { text?: string }) {
    const { state } = useLocation() as { state: { told?: string } | null };
    const line = useRef<HTMLParagraphElement>(null);
    const said = text ?? state?.told ?? '';
    useEffect(() => {
        if (said !== '') line.current?.focus();
    }, [said]);
    return (
        <p ref={line} tabIndex={-1} role="status" className={classes.told} hidden={said === ''}>
            {said}
        </p>
    );
}

function List({ connections }: { connections: Connection[] }) {
    const words = useWords().connections;
    const names = useNames();
    const [wanted, want] = useWanted();
    const [room, setRoom] = useState(AT_ONCE);
    const [text, setText] = useState<string>();
    const told = useCallback((said: string) => setText(said), []);
    const looked = useDeferredValue(wanted);
    const [opened] = useState(() => Date.now());
    const found = useMemo(
        () => search(connections, looked, names, opened + SOON),
        [connections, looked, names, opened],
    );
    const active = connections.find((one) => one.active);
    const shown = found.slice(0, room);
    return (
        <>
            <Told text={text} />
            <p className={classes.lead}>{words.lead}</p>
            {connections.length >= MANY && (
                <Search connections={connections} wanted={wanted} want={want} />
            )}
            <h2 className="out-of-sight">{words.list}</h2>
            <p className={classes.count} role="status">
                {words.count(found.length, connections.length)}
            </p>
            {found.length === 0 ? (
                <Empty
                    order={3}
                    title={words.noneFoundTitle}
                    text={words.noneFoundText}
                    action={
                        <Button variant="default" onClick={() => want(EVERYTHING)}>
                            {words.clearSearch}
                        </Button>
                    }
                />
            ) : (
                <ul className={classes.list}>
                    {shown.map((one) => (
                        <li key={one.connection_id}>
                            <ConnectionCard
                                connection={one}
                                venue={names.find(one.venue)}
                                strategy={names.strategy(one.strategy_id)}
                                active={active}
                                many={connections.length > AT_ONCE}
                                told={told}
                            />
                        </li>
                    ))}
                </ul>
            )}
            {found.length > room && (
                <More
                    key={room}
                    count={found.length - room}
                    more={() => setRoom((now) => now + AT_ONCE)}
                />
            )}
        </>
    );
}

/** Shows more when one comes near the end of the list, or asks for it. */
function More({ count, more }: { count: number; more: () => void }) {
    const words = useWords().connections;
    const end = useRef<HTMLDivElement>(null);
    const again = useRef(more);
    useEffect(() => {
        again.current = more;
    });
    useEffect(() => {
        if (end.current === null || typeof IntersectionObserver === 'undefined') return;
        const observer = new IntersectionObserver(
            (seen) => seen.some((one) => one.isIntersecting) && again.current(),
            { rootMargin: '600px' },
        );
        observer.observe(end.current);
        return () => observer.disconnect();
    }, []);
    return (
        <div ref={end} className={classes.more}>
            <Button variant="default" onClick={more}>
                {words.more(count)}
            </Button>
        </div>
    );
}

const EVERYTHING: Wanted = { text: '', status: 'all', venue: '', order: 'trouble' };

/** What is looked for; the state comes with the address, so that the banner can lead here. */
function useWanted(): [Wanted, (wanted: Wanted) => void] {
    const [address, setAddress] = useSearchParams();
    const [rest, setRest] = useState(EVERYTHING);
    const asked = address.get('status');
    const status = STATUS_FILTERS.find((one) => one === asked) ?? 'all';
    const want = useCallback(
        (next: Wanted) => {
            setRest(next);
            if (next.status !== status) {
                setAddress(next.status === 'all' ? {} : { status: next.status }, { replace: true });
            }
        },
        [setAddress, status],
    );
    const wanted = useMemo(() => ({ ...rest, status }), [rest, status]);
    return [wanted, want];
}

interface Searching {
    connections: Connection[];
    wanted: Wanted;
    want: (wanted: Wanted) => void;
}

function Search({ connections, wanted, want }: Searching) {
    const words = useWords().connections;
    const names = useNames();
    const venues = [...new Set(connections.map((one) => one.venue))];
    return (
        <div role="search" className={classes.search}>
            <TextInput
                className={classes.text}
                type="search"
                label={words.search}
                placeholder={words.searchHint}
                leftSection={<IconSearch size={16} aria-hidden />}
                value={wanted.text}
                onChange={(event) => want({ ...wanted, text: event.currentTarget.value })}
            />
            <NativeSelect
                label={words.status}
                value={wanted.status}
                data={STATUS_FILTERS.map((value) => ({ value, label: words.filters[value] }))}
                onChange={(event) =>
                    want({ ...wanted, status: event.currentTarget.value as StatusFilter })
                }
            />
            <NativeSelect
                label={words.exchange}
                value={wanted.venue}
                data={[
                    { value: '', label: words.allExchanges },
                    ...venues.map((value) => ({ value, label: names.venue(value) })),
                ]}
                onChange={(event) => want({ ...wanted, venue: event.currentTarget.value })}
            />
            <NativeSelect
                label={words.order}
                value={wanted.order}
                data={ORDERS.map((value) => ({ value, label: words.orders[value] }))}
                onChange={(event) => want({ ...wanted, order: event.currentTarget.value as Order })}
            />
        </div>
    );
}

function Coming() {
    const words = useWords().shell;
    return (
        <div role="status" className={classes.list}>
            <span className="out-of-sight">{words.loading}</span>
            {[0, 1, 2].map((at) => (
                <Skeleton key={at} height={260} radius="md" aria-hidden />
            ))}
        </div>
    );
}
