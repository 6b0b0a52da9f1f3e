import type { ComponentType } from 'react';
import { createBrowserRouter } from 'react-router';
import { Loading } from '../parts/Loading';
import { Failure } from './Failure';
import { Frame } from './Frame';
import { patiently } from './patiently';
import { SignedIn } from './SignedIn';

type Page = () => Promise<{ default: ComponentType }>;

const page = (load: Page) => {
    const patient = patiently(load);
    return async () => ({ Component: (await patient()).default });
};

/** All addresses of the console. Every page comes in a script of its own when it is first opened. */
export const router = createBrowserRouter([
    {
        ErrorBoundary: Failure,
        HydrateFallback: Loading,
        children: [
            { path: 'sign-in', lazy: page(() => import('../pages/access/SignInPage')) },
            { path: 'register', lazy: page(() => import('../pages/access/RegisterPage')) },
        ],
    },
    {
        Component: Frame,
        ErrorBoundary: Failure,
        HydrateFallback: Loading,
        children: [
            {
                ErrorBoundary: Failure,
                children: [
                    { path: 'help', lazy: page(() => import('../pages/help/HelpPage')) },
                    {
                        path: 'help/venues/:venue',
                        lazy: page(() => import('../pages/help/VenueHelpPage')),
                    },
                    { path: 'help/:topic', lazy: page(() => import('../pages/help/TopicPage')) },
                    { path: 'help/faults', lazy: page(() => import('../pages/help/FaultsPage')) },
                    {
                        path: 'help/faults/:code',
                        lazy: page(() => import('../pages/help/FaultPage')),
                    },
                    {
                        path: 'unsubscribe/:token',
                        lazy: page(() => import('../pages/unsubscribe/UnsubscribePage')),
                    },
                    { path: '*', lazy: page(() => import('./NotFoundPage')) },
                ],
            },
            {
                Component: SignedIn,
                ErrorBoundary: Failure,
                children: [
                    { index: true, lazy: page(() => import('../pages/dashboard/DashboardPage')) },
                    { path: 'submit', lazy: page(() => import('../pages/submission/SubmitPage')) },
                    {
                        path: 'submissions',
                        lazy: page(() => import('../pages/submission/SubmissionsPage')),
                    },
                    {
                        path: 'submissions/:id',
                        lazy: page(() => import('../pages/submission/SubmissionPage')),
                    },
                    {
                        path: 'connections',
                        lazy: page(() => import('../pages/connections/ConnectionsPage')),
                    },
                    {
                        path: 'connections/:id',
                        lazy: page(() => import('../pages/connections/ConnectionPage')),
                    },
                    { path: 'assets', lazy: page(() => import('../pages/assets/AssetsPage')) },
                    { path: 'support', lazy: page(() => import('../pages/help/SupportPage')) },
                    {
                        path: 'settings',
                        lazy: page(() => import('../pages/settings/SettingsPage')),
                    },
                    {
                        path: 'settings/alerts',
                        lazy: page(() => import('../pages/alerts/AlertsPage')),
                    },
                    {
                        path: 'operator',
                        lazy: page(() => import('../pages/operator/OperatorFrame')),
                        children: [
                            {
                                index: true,
                                lazy: page(() => import('../pages/operator/OverviewPage')),
                            },
                            {
                                path: 'accounts',
                                lazy: page(() => import('../pages/operator/AccountsPage')),
                            },
                            {
                                path: 'accounts/:id',
                                lazy: page(() => import('../pages/operator/AccountPage')),
                            },
                            {
                                path: 'requests',
                                lazy: page(() => import('../pages/operator/RequestsPage')),
                            },
                            {
                                path: 'submissions',
                                lazy: page(() => import('../pages/operator/SubmissionsPage')),
                            },
                            {
                                path: 'mails',
                                lazy: page(() => import('../pages/operator/MailsPage')),
                            },
                        ],
                    },
                ],
            },
        ],
    },
]);
