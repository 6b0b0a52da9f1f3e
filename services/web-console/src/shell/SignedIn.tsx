import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { Navigate, Outlet, useLocation } from 'react-router';
import { live } from '../api/live';
import { madeOldBy } from '../api/queries';
import { useSession } from '../api/session';
import { Loading } from '../parts/Loading';

/** Shows its pages to those who are signed in; others sign in first and come back. */
export function SignedIn() {
    const session = useSession();
    const location = useLocation();
    const queries = useQueryClient();
    const inside = session.kind === 'in';
    useEffect(() => {
        if (!inside) return;
        const stop = live.hear((event) =>
            madeOldBy(event).forEach((queryKey) => void queries.invalidateQueries({ queryKey })),
        );
        live.start();
        return () => {
            stop();
            live.end();
        };
    }, [inside, queries]);
    if (session.kind === 'unknown') return <Loading />;
    if (session.kind === 'out')
        return <Navigate to="/sign-in" replace state={{ from: location }} />;
    return <Outlet />;
}
