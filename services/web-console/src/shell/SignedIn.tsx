import { Activity, lazy, Suspense, useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useSession } from '../api/session';
import { Loading } from '../parts/Loading';
import { Unreachable } from './Unreachable';

const SignInAgain = lazy(() => import('../pages/access/SignInAgain'));

/**
 * Shows its pages to those who are signed in; others sign in first and come back. When a session
 * is lost the page stays as it is, out of sight, with all that was typed, until the same person is
 * back; somebody else gets it fresh.
 */
export function SignedIn() {
    const session = useSession();
    const location = useLocation();
    const [account, setAccount] = useState<string | null>(null);

    if (session.kind === 'in' && session.account !== account) setAccount(session.account);
    if (session.kind === 'unknown') return session.reachable ? <Loading /> : <Unreachable />;
    const lost = session.kind === 'out';
    if (lost && (session.why !== 'ended' || account === null)) {
        // Who has left on purpose begins anew.
        const state = session.why === 'left' ? null : { from: location };
        return <Navigate to="/sign-in" replace state={state} />;
    }
    return (
        <>
            <Activity mode={lost ? 'hidden' : 'visible'}>
                <Outlet key={account} />
            </Activity>
            {lost && (
                <Suspense fallback={<Loading />}>
                    <SignInAgain />
                </Suspense>
            )}
        </>
    );
}
