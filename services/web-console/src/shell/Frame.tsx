import { Outlet, NavLink } from 'react-router';
import { useWords } from '../words';

/** What stands around every page. */
export function Frame() {
    const words = useWords().shell;
    return (
        <>
            <header>
                <nav aria-label={words.navigation}>
                    <NavLink to="/">{words.dashboard}</NavLink>{' '}
                    <NavLink to="/connections">{words.connections}</NavLink>{' '}
                    <NavLink to="/assets">{words.assets}</NavLink>{' '}
                    <NavLink to="/help">{words.help}</NavLink>
                </nav>
            </header>
            <main id="content">
                <Outlet />
            </main>
        </>
    );
}
