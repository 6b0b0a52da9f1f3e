import { Alert } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import classes from './Done.module.css';

/** Says that something was done; heard by those who do not see it. Nothing is shown for null. */
export function Done({ children }: { children: string | null }) {
    return (
        <div role="status" className={classes.done}>
            {children !== null && (
                <Alert color="green" variant="light" icon={<IconCircleCheck aria-hidden />} p="sm">
                    {children}
                </Alert>
            )}
        </div>
    );
}
