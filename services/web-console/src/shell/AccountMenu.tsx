import { ActionIcon, Menu, Text } from '@mantine/core';
import {
    IconCopy,
    IconLogout,
    IconMessageCircle,
    IconSettings,
    IconUserCircle,
} from '@tabler/icons-react';
import { useState } from 'react';
import { Link } from 'react-router';
import { useMe } from '../api/queries';
import { session } from '../api/session';
import { TroubleNote } from '../parts/TroubleNote';
import { useWords } from '../words';
import classes from './AccountMenu.module.css';

/** Who is signed in, settings, support, and the way out. */
export default function AccountMenu() {
    const words = useWords().shell;
    const me = useMe().data;
    const [opened, setOpened] = useState(false);
    const [trouble, setTrouble] = useState<unknown>(null);

    function leave() {
        setTrouble(null);
        session.leave().catch(setTrouble);
    }

    return (
        <Menu position="bottom-end" width={280} shadow="md" opened={opened} onChange={setOpened}>
            <Menu.Target>
                <ActionIcon
                    variant="subtle"
                    color="gray"
                    size="lg"
                    aria-label={me ? words.accountOf(me.name) : words.account}
                >
                    <IconUserCircle size={22} stroke={1.7} aria-hidden />
                </ActionIcon>
            </Menu.Target>
            <Menu.Dropdown>
                {me && (
                    <div className={classes.who}>
                        <Text fw={600}>{me.name}</Text>
                        <Text size="sm" c="dimmed" className={classes.long}>
                            {me.email}
                        </Text>
                        <Text size="sm" mt={4} className={classes.long}>
                            {words.clientId} <span className={classes.id}>{me.client_id}</span>
                        </Text>
                    </div>
                )}
                {me && (
                    <Menu.Item
                        leftSection={<IconCopy size={18} aria-hidden />}
                        onClick={() => void navigator.clipboard.writeText(me.client_id)}
                    >
                        {words.copyOf(words.clientId)}
                    </Menu.Item>
                )}
                <Menu.Divider />
                <Menu.Item
                    component={Link}
                    to="/settings"
                    leftSection={<IconSettings size={18} aria-hidden />}
                >
                    {words.settings}
                </Menu.Item>
                <Menu.Item
                    component={Link}
                    to="/support"
                    leftSection={<IconMessageCircle size={18} aria-hidden />}
                >
                    {words.support}
                </Menu.Item>
                <Menu.Item
                    closeMenuOnClick={false}
                    leftSection={<IconLogout size={18} aria-hidden />}
                    onClick={leave}
                >
                    {words.signOut}
                </Menu.Item>
                <TroubleNote trouble={trouble} title={words.signOutFailed} again={leave} />
            </Menu.Dropdown>
        </Menu>
    );
}
