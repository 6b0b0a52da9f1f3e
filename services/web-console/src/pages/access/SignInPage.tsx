import { Navigate, useLocation } from 'react-router';
import { useSession } from '../../api/session';
import { useWords } from '../../words';
import { SignInForm } from './SignInForm';
import { whereFrom } from './whereFrom';

/** Signing in; afterwards one is where one wanted to go. */
export default function SignInPage() {
    const words = useWords().access;
    const session = useSession();
    const location = useLocation();
    if (session.kind === 'in') return <Navigate to={whereFrom(location)} replace />;
    const left = session.kind === 'out' && session.why === 'left';
    return (
        <SignInForm title={words.signInTitle} lead={left ? words.leftText : undefined} invites />
    );
}
