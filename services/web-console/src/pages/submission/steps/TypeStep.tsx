import { useWords } from '../../../words';
import { Choices } from '../parts/Choices';
import type { StepGiven } from '../Wizard';

/** Adding a strategy for the first time, or a new key for one that runs. */
export function TypeStep({ answers, set, facts, wrong }: StepGiven) {
    const words = useWords().submission.type;
    const none = facts.connections.length === 0;
    return (
        <Choices
            id="type"
            legend={words.legend}
            value={answers.type}
            invalid={wrong.has('type')}
            choose={(type) => set({ type: type === 'refresh' ? 'refresh' : 'add' })}
            choices={[
                { value: 'add', title: words.add, text: words.addText },
                {
                    value: 'refresh',
                    title: words.refresh,
                    text: none ? words.refreshNone : words.refreshText,
                    off: none,
                },
            ]}
        />
    );
}
