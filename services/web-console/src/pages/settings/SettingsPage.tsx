import { Text } from '@mantine/core';
import { useMe } from '../../api/queries';
import { Loading } from '../../parts/Loading';
import { Page } from '../../parts/Page';
import { TroubleNote } from '../../parts/TroubleNote';
import { useWords } from '../../words';
import { AntiPhishing } from './AntiPhishing';
import { Mails } from './Mails';
import { Password } from './Password';
import { Profile } from './Profile';
import { Sessions } from './Sessions';
import classes from './settings.module.css';
import { Wishes } from './Wishes';

/** The account's own settings. */
export default function SettingsPage() {
    const words = useWords().settings;
    const me = useMe();
    return (
        <Page title={words.title}>
            <Text c="dimmed" mb="lg">
                {words.lead}
            </Text>
            <div className={classes.sections}>
                {me.isPending && <Loading />}
                {me.error && !me.data && (
                    <TroubleNote trouble={me.error} again={() => void me.refetch()} />
                )}
                {me.data && (
                    <>
                        <Profile me={me.data} />
                        <AntiPhishing me={me.data} />
                        <Password me={me.data} />
                    </>
                )}
                <Sessions />
                <Wishes />
                <Mails />
            </div>
        </Page>
    );
}
