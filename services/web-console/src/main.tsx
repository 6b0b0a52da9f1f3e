import '@mantine/core/styles.css';
import './shell/variables.css';
import './shell/shell.css';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { beginSession } from './api/session';
import { App } from './shell/App';

beginSession();

const root = document.getElementById('root');
if (root) {
    createRoot(root).render(
        <StrictMode>
            <App />
        </StrictMode>,
    );
}
