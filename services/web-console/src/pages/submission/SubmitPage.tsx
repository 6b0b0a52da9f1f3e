import { Page } from '../../parts/Page';

export default function SubmitPage() {
    return <Page title="Add strategy">{null}</Page>;
}
