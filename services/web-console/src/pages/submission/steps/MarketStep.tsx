import { useWords } from '../../../words';
import { Choices } from '../parts/Choices';
import type { StepGiven } from '../Wizard';

/** Spot or derivatives. */
export function MarketStep({ answers, set, wrong }: StepGiven) {
    const words = useWords().submission.market;
    return (
        <Choices
            id="market"
            legend={words.legend}
            value={answers.market}
            invalid={wrong.has('market')}
            choose={(market) => set({ market: market === 'spot' ? 'spot' : 'derivatives' })}
            choices={[
                { value: 'spot', title: words.spot, text: words.spotText },
                { value: 'derivatives', title: words.derivatives, text: words.derivativesText },
            ]}
        />
    );
}
