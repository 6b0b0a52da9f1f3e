import { Activity, lazy, Suspense, useEffect, useState } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { useSession } from '../api/session';
import { Loading } from '../parts/Loading';
import { patiently } from './patiently';
import { Unreachable } from './Unreachable';

const loadSignInAgain = patiently(() => import('../pages/access/SignInAgain'));
const SignInAgain = lazy(loadSignInAgain);

/**
 * Shows its pages to those who are signed in; others sign in first and come back. When a session
 * is lost the page stays as it is, out of sight, with all that was typed, until the same person is
 * back; somebody else gets it fresh.
 */
export function SignedIn() {
    const session = useSession();
    const location = useLocation();
    const inside = session.kind === 'in';
    const [account, setAccount] = useState<string | null>(null);

    // It must be there when the session is lost, also when a release took its script away by then.
    useEffect(() => {
        if (inside) loadSignInAgain().catch(() => undefined);
    }, [inside]);

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
