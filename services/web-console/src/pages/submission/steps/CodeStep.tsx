import { Text, TextInput } from '@mantine/core';
import { useWords } from '../../../words';
import { Choices } from '../parts/Choices';
import type { StepGiven } from '../Wizard';

/** The word that our mails carry. */
export function CodeStep({ answers, set, facts, wrong }: StepGiven) {
    const words = useWords().submission;
    const asks = !facts.codeSet || !answers.keepCode;
    return (
        <>
            <Text>{words.code.intro}</Text>
            {facts.codeSet && (
                <Choices
                    id="keep-code"
                    legend={words.code.legend}
                    value={answers.keepCode ? 'keep' : 'another'}
                    choose={(chosen) => set({ keepCode: chosen === 'keep' })}
                    choices={[
                        { value: 'keep', title: words.code.keep, text: words.code.keepText },
                        { value: 'another', title: words.code.another },
                    ]}
                />
            )}
            {asks && (
                <TextInput
                    id="anti_phishing_code"
                    label={words.code.label}
                    description={words.code.help}
                    value={answers.code}
                    error={wrong.has('anti_phishing_code') ? words.problems.code : undefined}
                    onChange={(event) => set({ code: event.currentTarget.value })}
                    maw={360}
                    autoComplete="off"
                    autoCapitalize="none"
                    autoCorrect="off"
                    spellCheck={false}
                    translate="no"
                    data-1p-ignore
                    data-lpignore="true"
                    data-bwignore
                    data-form-type="other"
                    required
                    withAsterisk={false}
                />
            )}
        </>
    );
}
