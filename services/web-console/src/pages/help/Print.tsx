import { Button } from '@mantine/core';
import { IconPrinter } from '@tabler/icons-react';
import { useWords } from '../../words';
import classes from './help.module.css';

/** Prints the page without what only a screen needs. */
export function Print() {
    const words = useWords().help;
    return (
        <Button
            variant="default"
            className={classes.screen}
            leftSection={<IconPrinter size={16} aria-hidden />}
            onClick={() => window.print()}
        >
            {words.print}
        </Button>
    );
}
