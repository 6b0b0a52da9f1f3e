import { ActionIcon, Button } from '@mantine/core';
import { IconMenu2, IconX } from '@tabler/icons-react';
import { lazy, Suspense, useEffect, useRef, useState } from 'react';
import type { KeyboardEvent } from 'react';
import { Link, Outlet, ScrollRestoration, useLocation, useNavigation } from 'react-router';
import { useSession } from '../api/session';
import { useWords } from '../words';
import { ColourSwitch } from './ColourSwitch';
import classes from './Frame.module.css';
import { LiveBadge, OfflineStrip } from './LiveBadge';
import { Mark } from './Mark';
import { Navigation } from './Navigation';
import { patiently } from './patiently';
import { useLiveNews } from './useLiveNews';

// Only those who are signed in need them.
const AccountMenu = lazy(patiently(() => import('./AccountMenu')));
const Banner = lazy(patiently(() => import('../pages/connections/Banner')));

/** What stands around every page: header, navigation, banners. */
export function Frame() {
    const words = useWords().shell;
    const session = useSession();
    const location = useLocation();
    const inside = session.kind === 'in';
    useLiveNews(inside ? session.account : null);
    // Where a page waits behind the sign-in, a link to another sign-in would lose it.
    const open = /^\/(help|unsubscribe)/.test(location.pathname);
    const outside = session.kind === 'out' && (session.why !== 'ended' || open);
    const underway = useNavigation().state !== 'idle';
    // The menu of a narrow screen is open on the page that it was opened on, and on no other.
    const [openedOn, setOpenedOn] = useState<string | null>(null);
    const opened = openedOn === location.key;
    const nav = useRef<HTMLElement>(null);
    const burger = useRef<HTMLButtonElement>(null);
    // The links stand before the button that shows them.
    useEffect(() => {
        if (opened) nav.current?.querySelector('a')?.focus();
    }, [opened]);
    function leave({ key }: KeyboardEvent) {
        if (key !== 'Escape' || !opened) return;
        setOpenedOn(null);
        burger.current?.focus();
    }
    return (
        <div className={classes.frame}>
            <a href="#content" className={classes.skip}>
                {words.skip}
            </a>
            <header className={classes.header}>
                <div className={classes.bar}>
                    <Link to="/" className={classes.brand}>
                        <Mark size={28} /> <span>{words.product}</span>
                    </Link>
                    <nav
                        ref={nav}
                        id="navigation"
                        onKeyDown={leave}
                        aria-label={words.navigation}
                        className={classes.nav}
                        data-opened={opened || undefined}
                    >
                        {(inside || outside) && (
                            <Navigation inside={inside} done={() => setOpenedOn(null)} />
                        )}
                    </nav>
                    <div className={classes.tools}>
                        {inside && <LiveBadge />}
                        <ColourSwitch />
                        {inside && (
                            <Suspense fallback={<span className={classes.place} />}>
                                <AccountMenu />
                            </Suspense>
                        )}
                        {outside && (
                            <Button component={Link} to="/sign-in" size="xs" variant="light">
                                {words.signIn}
                            </Button>
                        )}
                        <ActionIcon
                            ref={burger}
                            className={classes.burger}
                            onKeyDown={leave}
                            variant="subtle"
                            color="gray"
                            size="lg"
                            aria-controls="navigation"
                            aria-expanded={opened}
                            aria-label={opened ? words.closeMenu : words.openMenu}
                            onClick={() => setOpenedOn(opened ? null : location.key)}
                        >
                            {opened ? <IconX aria-hidden /> : <IconMenu2 aria-hidden />}
                        </ActionIcon>
                    </div>
                </div>
                {underway && (
                    <div
                        className={classes.underway}
                        role="progressbar"
                        aria-label={words.loading}
                    />
                )}
            </header>
            {inside && (
                <div className={classes.banners}>
                    <OfflineStrip />
                    <Suspense fallback={null}>
                        <Banner />
                    </Suspense>
                </div>
            )}
            <main id="content" tabIndex={-1} className={classes.content}>
                <Outlet />
            </main>
            <footer className={classes.footer}>
                <span>{words.product}</span>
                <Link to="/help">{words.help}</Link>
                {/* A page of its own, outside of the console. */}
                <a href="/docs">{words.api}</a>
            </footer>
            <ScrollRestoration />
        </div>
    );
}
