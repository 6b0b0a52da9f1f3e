import { Page } from '../../parts/Page';

export default function SubmissionPage() {
    return <Page title="Submission">{null}</Page>;
}
