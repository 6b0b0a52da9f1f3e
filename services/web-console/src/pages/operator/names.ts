import { useStrategies, useVenues } from '../../api/queries';

/** What exchanges and strategies are called; their ids while the catalogue is on its way. */
export function useNames() {
    const venues = useVenues();
    const strategies = useStrategies();
    return {
        venue: (id: string) => venues.data?.find((one) => one.venue === id)?.name ?? id,
        strategy: (id: string) =>
            strategies.data?.find((one) => one.strategy_id === id)?.name ?? id,
    };
}
