import { Badge, Button, Group, Text, TextInput } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Strategy, Venue } from '../../../api/types';
import { format, useWords } from '../../../words';
import type { Words } from '../../../words';
import type { Market } from '../logic/answers';
import type { Availability } from '../logic/availability';
import { openFirst, strategyAvailability, venueAvailability } from '../logic/availability';
import type { Choice } from '../parts/Choices';
import { Choices } from '../parts/Choices';
import { SupportButton } from '../parts/SupportButton';
import type { StepGiven } from '../Wizard';

/** Where and what: everything is shown; what cannot be chosen says why. */
export function StrategyStep(given: StepGiven & { claim: (strategy: string) => void }) {
    const { answers, set, facts, wrong, claim } = given;
    const words = useWords().submission;
    const market = answers.market ?? 'spot';
    const venueIs = (venue: Venue) => venueAvailability(venue, market, facts.strategies);
    const strategyIs = (strategy: Strategy) =>
        strategyAvailability(strategy, answers.venue, market, facts.invited);
    const venue = facts.venues.find((one) => one.venue === answers.venue);
    return (
        <>
            <Choices
                id="venue"
                legend={words.strategy.venueLegend}
                wide
                value={answers.venue}
                invalid={wrong.has('venue')}
                choose={(chosen) => set({ venue: chosen })}
                choices={openFirst(facts.venues, venueIs).map((one) =>
                    venueChoice(one, venueIs(one), market, facts.strategies, words),
                )}
            />
            {venue ? (
                <Choices
                    id="strategy"
                    legend={words.strategy.strategyLegend}
                    value={answers.strategyId}
                    invalid={wrong.has('strategy')}
                    choose={(strategyId) => set({ strategyId })}
                    choices={openFirst(facts.strategies, strategyIs).map((one) =>
                        strategyChoice(one, strategyIs(one), venue, words, () =>
                            claim(one.strategy_id),
                        ),
                    )}
                />
            ) : (
                <Text id="strategy" tabIndex={-1}>
                    {words.strategy.strategyFirst}
                </Text>
            )}
            <TextInput
                id="label"
                label={words.strategy.label}
                description={words.strategy.labelHelp}
                value={answers.label}
                placeholder={defaultLabel(facts.strategies, answers.strategyId, venue)}
                maxLength={64}
                error={wrong.has('label') ? words.problems.label : undefined}
                onChange={(event) => set({ label: event.currentTarget.value })}
                autoComplete="off"
                data-1p-ignore
                data-lpignore="true"
            />
        </>
    );
}

function defaultLabel(strategies: readonly Strategy[], id: string | null, venue?: Venue) {
    const strategy = strategies.find((one) => one.strategy_id === id);
    return venue && strategy ? `${venue.name} ${strategy.name}` : undefined;
}

function venueChoice(
    venue: Venue,
    is: Availability,
    market: Market,
    strategies: readonly Strategy[],
    words: Words['submission'],
): Choice {
    const name = words.market.names[market] ?? market;
    const here = strategies.filter(
        (one) => strategyAvailability(one, venue.venue, market, [one.strategy_id]).kind === 'open',
    );
    const choice = { value: venue.venue, title: <span translate="no">{venue.name}</span> };
    switch (is.kind) {
        case 'open':
            return { ...choice, text: words.strategy.strategiesHere(here.length) };
        case 'support':
            return {
                ...choice,
                off: true,
                text: is.words ?? words.strategy.support,
                below: <SupportButton about={{ venue: venue.venue, market }} what={venue.name} />,
            };
        case 'closing':
            return { ...choice, off: true, text: words.strategy.closing(is.words) };
        case 'no_market':
            return { ...choice, off: true, text: words.strategy.noMarket(name) };
        default:
            return { ...choice, off: true, text: words.strategy.noStrategy(name) };
    }
}

function strategyChoice(
    strategy: Strategy,
    is: Availability,
    venue: Venue,
    words: Words['submission'],
    claim: () => void,
): Choice {
    const about = {
        venue: venue.venue,
        market: strategy.market,
        strategy_id: strategy.strategy_id,
    };
    const title: ReactNode = (
        <>
            {strategy.name}
            {strategy.invite_only && (
                <Badge variant="light" color="gray" tt="none">
                    {words.strategy.inviteOnlyBadge}
                </Badge>
            )}
        </>
    );
    const facts = [
        words.strategy.minimum(format.decimal(strategy.minimum_balance), strategy.base_asset),
        strategy.max_leverage === '1'
            ? words.strategy.noLeverage
            : words.strategy.leverage(strategy.max_leverage),
    ].join(', ');
    const choice = { value: strategy.strategy_id, title };
    const market = words.market.names[strategy.market] ?? strategy.market;
    switch (is.kind) {
        case 'open':
            return {
                ...choice,
                text: [strategy.description, facts, is.words]
                    .filter(Boolean)
                    .map((one) => <Line key={one}>{one}</Line>),
            };
        case 'other_market':
            return { ...choice, off: true, text: words.strategy.otherMarket(market) };
        case 'invite_only':
            return {
                ...choice,
                off: true,
                text: [strategy.description, facts, words.strategy.inviteOnly].map((one) => (
                    <Line key={one}>{one}</Line>
                )),
                below: (
                    <Group gap="xs">
                        <SupportButton
                            about={about}
                            what={strategy.name}
                            label={words.support.askInvitation}
                        />
                        <Button size="xs" variant="subtle" onClick={claim}>
                            {words.strategy.haveInvitation}
                        </Button>
                    </Group>
                ),
            };
        case 'support':
            return {
                ...choice,
                off: true,
                text: is.words ?? words.strategy.support,
                below: <SupportButton about={about} what={strategy.name} />,
            };
        default:
            return { ...choice, off: true, text: words.strategy.notHere(venue.name) };
    }
}

function Line({ children }: { children: ReactNode }) {
    return (
        <>
            {children}
            <br />
        </>
    );
}
