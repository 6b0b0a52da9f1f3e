import { Outlet } from 'react-router';

/** What stands around the operator's pages. */
export default function OperatorFrame() {
    return <Outlet />;
}
