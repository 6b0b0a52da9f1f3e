import { Button, Group, Stack, Text } from '@mantine/core';
import { Link, NavLink, Outlet } from 'react-router';
import { useMe } from '../../api/queries';
import { Loading } from '../../parts/Loading';
import { Page } from '../../parts/Page';
import { TroubleNote } from '../../parts/TroubleNote';
import { useWords } from '../../words';
import classes from './operator.module.css';

/** What stands around the operator's pages. Others see that these are not theirs, and nothing is asked for. */
export default function OperatorFrame() {
    const words = useWords().operator;
    const me = useMe();
    if (me.isPending) return <Loading />;
    if (me.data === undefined) {
        return <TroubleNote trouble={me.error} again={() => void me.refetch()} />;
    }
    if (me.data.role !== 'operator') return <NotYours />;
    const sections: [string, string, boolean][] = [
        ['/operator', words.nav.overview, true],
        ['/operator/requests', words.nav.requests, false],
        ['/operator/accounts', words.nav.accounts, false],
        ['/operator/submissions', words.nav.submissions, false],
        ['/operator/mails', words.nav.mails, false],
    ];
    return (
        <>
            <nav aria-label={words.sections}>
                <ul className={classes.tabs}>
                    {sections.map(([to, name, end]) => (
                        <li key={to}>
                            <NavLink to={to} end={end} className={classes.tab}>
                                {name}
                            </NavLink>
                        </li>
                    ))}
                </ul>
            </nav>
            <Outlet />
        </>
    );
}

function NotYours() {
    const words = useWords().operator.notYours;
    return (
        <Page title={words.title}>
            <Stack align="flex-start">
                <Text>{words.words}</Text>
                <Text>{words.fix}</Text>
                <Group>
                    <Button component={Link} to="/">
                        {words.dashboard}
                    </Button>
                    <Button component={Link} to="/help" variant="default">
                        {words.help}
                    </Button>
                </Group>
            </Stack>
        </Page>
    );
}
