import { Button, Skeleton, Switch, Tabs, TextInput } from '@mantine/core';
import { IconPlus, IconSearch } from '@tabler/icons-react';
import { useMemo, useState } from 'react';
import { Link } from 'react-router';
import type { AssetTotal, Connection } from '../../api/types';
import { Empty } from '../../parts/Empty';
import { Page } from '../../parts/Page';
import { TroubleNote } from '../../parts/TroubleNote';
import { useWords } from '../../words';
import { useAssets, useNames, useWatchedConnections } from '../../api/queries';
import { StaleNote } from '../connections/StaleNote';
import { useMinute } from '../connections/useMinute';
import classes from './AssetsPage.module.css';
import { ByAsset } from './ByAsset';
import { ByConnection } from './ByConnection';
import { byAsset, byConnection, fits } from './holdings';

/** What lies in all connected accounts, to the last digit, and how fresh that is. */
export default function AssetsPage() {
    const words = useWords();
    const assets = useAssets();
    const connections = useWatchedConnections();
    const trouble = [assets, connections].find((one) => one.isError && one.data === undefined);
    return (
        <Page title={words.assets.title}>
            <StaleNote query={assets} />
            {trouble !== undefined ? (
                <TroubleNote
                    trouble={trouble.error}
                    title={words.assets.loadFailed}
                    again={() => void Promise.all([assets.refetch(), connections.refetch()])}
                />
            ) : assets.data === undefined || connections.data === undefined ? (
                <div role="status">
                    <span className="out-of-sight">{words.shell.loading}</span>
                    <Skeleton height={36} radius="md" mb="md" aria-hidden />
                    <Skeleton height={320} radius="md" aria-hidden />
                </div>
            ) : connections.data.every((one) => one.status === 'validating') ? (
                <Empty
                    title={words.assets.emptyTitle}
                    text={words.assets.emptyText}
                    action={
                        <Button
                            component={Link}
                            to="/submit?type=add"
                            leftSection={<IconPlus size={18} aria-hidden />}
                        >
                            {words.assets.add}
                        </Button>
                    }
                />
            ) : (
                <Lists assets={assets.data} connections={connections.data} />
            )}
        </Page>
    );
}

const MANY = 8;

function Lists({ assets, connections }: { assets: AssetTotal[]; connections: Connection[] }) {
    const words = useWords().assets;
    const names = useNames();
    const now = useMinute();
    const [zeros, setZeros] = useState(false);
    const [text, setText] = useState('');
    const rows = useMemo(
        () => byAsset(assets, connections, now, zeros),
        [assets, connections, now, zeros],
    );
    const places = useMemo(
        () => byConnection(assets, connections, now, zeros),
        [assets, connections, now, zeros],
    );
    const unread = places.filter((place) => place.unread).length;
    const wanted = (...parts: string[]) => fits(text, parts);
    const foundPlaces = places.filter((place) =>
        wanted(place.label, names.venue(place.venue), ...place.holdings.map((one) => one.asset)),
    );
    const foundRows = rows.filter((row) =>
        wanted(row.asset, ...row.holdings.flatMap((one) => [one.label, names.venue(one.venue)])),
    );
    return (
        <>
            <p className={classes.lead}>{words.lead}</p>
            <Tabs defaultValue="asset" keepMounted={false}>
                <Tabs.List className={classes.tabs}>
                    <Tabs.Tab value="asset">{words.byAsset}</Tabs.Tab>
                    <Tabs.Tab value="connection">{words.byConnection}</Tabs.Tab>
                </Tabs.List>
                <div className={classes.controls}>
                    {(rows.length > MANY || places.length > MANY) && (
                        <TextInput
                            className={classes.search}
                            type="search"
                            aria-label={words.search}
                            placeholder={words.searchHint}
                            leftSection={<IconSearch size={16} aria-hidden />}
                            value={text}
                            onChange={(event) => setText(event.currentTarget.value)}
                        />
                    )}
                    <Switch
                        label={words.zeros}
                        checked={zeros}
                        onChange={(event) => setZeros(event.currentTarget.checked)}
                    />
                </div>
                <Tabs.Panel value="asset">
                    <h2 className="out-of-sight">{words.byAsset}</h2>
                    {unread > 0 && <p className={classes.lead}>{words.unreadCount(unread)}</p>}
                    {rows.length === 0 ? (
                        <Empty
                            order={3}
                            title={unread > 0 ? words.emptyTitle : words.emptyZerosTitle}
                            text={unread > 0 ? words.emptyText : words.emptyZerosText}
                        />
                    ) : foundRows.length === 0 ? (
                        <p role="status">{words.noneFound}</p>
                    ) : (
                        <ByAsset rows={foundRows} names={names} />
                    )}
                </Tabs.Panel>
                <Tabs.Panel value="connection">
                    <h2 className="out-of-sight">{words.byConnection}</h2>
                    {foundPlaces.length === 0 ? (
                        <p role="status">{words.noneFound}</p>
                    ) : (
                        <ByConnection places={foundPlaces} names={names} />
                    )}
                </Tabs.Panel>
            </Tabs>
        </>
    );
}
