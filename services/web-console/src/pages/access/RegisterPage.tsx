import { Page } from '../../parts/Page';

export default function RegisterPage() {
    return <Page title="Create your account">{null}</Page>;
}
