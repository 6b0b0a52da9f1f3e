import { Button } from '@mantine/core';
import { IconArrowRight } from '@tabler/icons-react';
import { Link } from 'react-router';
import { useWords } from '../../words';
import classes from './Welcome.module.css';

/** The first look at the console: what happens next, and the one button that begins it. */
export function Welcome() {
    const words = useWords().dashboard;
    return (
        <section className={classes.welcome}>
            <h2 className={classes.heading}>{words.welcomeTitle}</h2>
            <p className={classes.text}>{words.welcomeText}</p>
            <ol className={classes.steps}>
                {words.steps.map((step) => (
                    <li key={step}>{step}</li>
                ))}
            </ol>
            <div className={classes.actions}>
                <Button
                    component={Link}
                    to="/submit?type=add"
                    size="md"
                    rightSection={<IconArrowRight size={18} aria-hidden />}
                >
                    {words.welcomeStart}
                </Button>
                <Link to="/help" className={classes.help}>
                    {words.welcomeHelp}
                </Link>
            </div>
        </section>
    );
}
