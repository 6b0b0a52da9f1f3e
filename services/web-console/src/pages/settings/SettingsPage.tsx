import { Button, Text } from '@mantine/core';
import { Link } from 'react-router';
import { useMe } from '../../api/queries';
import { Loading } from '../../parts/Loading';
import { Page } from '../../parts/Page';
import { Section } from '../../parts/Section';
import { TroubleNote } from '../../parts/TroubleNote';
import { useWords } from '../../words';
import { AntiPhishing } from './AntiPhishing';
import { CalendarLink } from './CalendarLink';
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
                <ToAlerts />
                <Wishes />
                {me.data?.role === 'trader' && <CalendarLink />}
                <Mails />
            </div>
        </Page>
    );
}

function ToAlerts() {
    const words = useWords().settings.alerts;
    return (
        <Section title={words.title} lead={words.lead} id="alerts">
            <Button component={Link} to="/settings/alerts" variant="default">
                {words.open}
            </Button>
        </Section>
    );
}
