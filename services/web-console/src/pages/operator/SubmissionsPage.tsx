import { Page } from '../../parts/Page';

export default function SubmissionsPage() {
    return <Page title="Submissions">{null}</Page>;
}
