import { useWords } from '../../words';
import { SignInForm } from './SignInForm';

/** Signing in again over a page that waits behind. */
export default function SignInAgain() {
    const words = useWords().access;
    return <SignInForm title={words.againTitle} lead={words.againText} over />;
}
