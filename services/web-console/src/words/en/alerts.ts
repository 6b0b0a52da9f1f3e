import { format } from '../format';

/** Words of the page on alerts. */
export const alerts = {
    title: 'Alerts',
    lead: 'Where we tell you when a connection fails, recovers, or needs you. Mail always comes; add what reaches you sooner.',
    toSettings: 'Settings',
    toHelp: 'How alerts work',

    channel: {
        states: { on: 'On', off: 'Off', lost: 'Lost' } as Record<string, string>,
        enabled: 'Send alerts here',
        enabledOf: (name: string) => `Send alerts here: ${name}`,
        urgent: 'Urgent ones only',
        urgentOf: (name: string) => `Urgent ones only: ${name}`,
        urgentHelp:
            'Failures, expired keys and paused strategies. Not: repairs, reminders, an exchange in trouble.',
        since: 'Added',
        lostSince: 'Since',
        remove: 'Remove',
        removeOf: (name: string) => `Remove ${name}`,
        removeTitle: (name: string) => `Remove ${name}?`,
        removeWords: 'No alerts are sent there any more. You can add it again later.',
        removed: (name: string) => `${name} is removed.`,
        full: (most: number) => `You have ${most} already: remove one to add another.`,
    },

    test: {
        button: 'Send test',
        buttonOf: (name: string) => `Send test to ${name}`,
        waiting: 'On its way …',
        hindered: (reason: string) => `Not yet. ${reason} We keep trying.`,
        sent: 'Delivered',
        failed: (reason: string) => `Not delivered. ${reason}`,
        failedPlainly: 'Not delivered.',
        slow: 'No answer after a minute. Look at the list of alerts below in a while.',
        mailSent: 'Handed over to your mail provider',
    },

    mail: {
        title: 'Mail',
        lead: 'Every account gets mail. What can be switched off is among your settings.',
        choose: 'Choose your mails',
        name: 'your mail address',
    },

    telegram: {
        title: 'Telegram',
        lead: 'A message from our bot, within seconds.',
        none: 'No chat is linked.',
        add: 'Link a chat',
        another: 'Link another chat',
        open: 'Open Telegram',
        openWords: 'Telegram opens with our bot: press Start there. This page notices by itself.',
        byHand: (bot: string) => `No Telegram on this device? Send this message to @${bot}:`,
        command: 'the message to the bot',
        until: (clock: string) => `The code works once, until ${clock}. Do not pass it on.`,
        waiting: 'Waiting for your message …',
        expired: 'The code has run out. Make a new one.',
        again: 'New code',
        cancel: 'Cancel',
        linked: (name: string) => `Linked: ${name}. Send a test to see it arrive.`,
    },

    browser: {
        title: 'This browser',
        lead: 'A notification on this device, even while no page of ours is open.',
        shared: 'It shows also when you are signed out: leave it off on a device that you share.',
        states: {
            on: 'On in this browser',
            off: 'Off in this browser',
            denied: 'Blocked by this browser',
            unsupported: 'Not possible in this browser',
        } as Record<string, string>,
        unsupported:
            'This browser cannot show notifications from pages. On an iPhone or iPad, first add this page to the home screen, then open it from there.',
        denied: 'You once chose to block notifications from this page. To allow them, open the site settings beside the address, set Notifications to Allow, then load this page again.',
        dismissed: 'The browser asked and got no answer. Press the button again and choose Allow.',
        failed: 'The browser could not sign up for notifications. Private windows cannot; some browsers need Google or Mozilla services to be reachable.',
        on: 'Switch on here',
        off: 'Switch off here',
        isOn: 'Alerts are on in this browser. Send a test to see one.',
        isOff: 'Alerts are off in this browser.',
        others: 'Other browsers',
        here: 'This browser',
    },

    webhooks: {
        title: 'Webhooks',
        lead: 'We call a URL of yours for each alert, signed as Standard Webhooks describe.',
        how: 'How to check the signature',
        none: 'No webhook yet.',
        add: 'Add a webhook',
        url: 'URL',
        urlHelp: 'https, reachable from the internet.',
        name: 'Name',
        nameHelp: 'For you, e.g. On-call. Left empty: its host.',
        save: 'Add',
        cancel: 'Cancel',
        known: 'There is a webhook with this URL already. Its secret cannot be shown again: make a new one.',
        secretTitle: 'The secret: copy it now',
        secretWords:
            'Calls are signed with it. We show it this once and never again; if it is lost, make a new one.',
        secretLabel: 'Secret',
        secretWhat: 'the secret',
        secretSeen: 'I have it',
        rotate: 'New secret',
        rotateOf: (name: string) => `New secret for ${name}`,
        rotateTitle: (name: string) => `New secret for ${name}?`,
        rotateWords:
            'For 24 hours calls carry two signatures, of the new secret and of the one you have now. Then only the new one counts.',
        rotateTwice:
            'You made a new secret within the last 24 hours. The one before that ends at once.',
        overlap: (moment: string) => `The secret before works until ${moment}.`,
        empty: 'Enter the URL.',
        https: 'The URL begins with https://',
        noUrl: 'This is not a URL.',
        longName: 'At most 64 characters.',
    },

    when: {
        title: 'When',
        lead: 'The first alert comes when a failure is confirmed. These decide what follows.',
        persist: 'Tell me again after',
        persistHelp:
            'Minutes that it still fails; from 1 to 1440. Later ones come ever more rarely.',
        minutes: 'minutes',
        quiet: 'Quiet hours',
        quietHelp:
            'Only urgent alerts come, on every channel. The rest waits and comes as one when they end.',
        from: 'From',
        until: 'Until',
        zone: 'Time zone',
        save: 'Save',
        saved: 'Saved.',
        persistWrong: 'Enter a whole number from 1 to 1440.',
        timeWrong: 'Enter a time of day.',
        sameTime: 'Enter another time than the beginning.',
        nextDay: (until: string) => `Ends at ${until} on the next day.`,
    },

    deliveries: {
        title: 'Alerts sent to you',
        lead: 'The last 30 days, newest first. Those by mail are among your settings.',
        none: 'No alerts in the last 30 days',
        noneWords: 'Send a test above: it is listed here with how it went.',
        which: 'Show',
        all: 'All channels',
        gone: 'removed channel',
        kinds: { telegram: 'Telegram', web_push: 'Browser', webhook: 'Webhook' } as Record<
            string,
            string
        >,
        states: {
            waiting: 'Waiting',
            sent: 'Delivered',
            failed: 'Failed',
            expired: 'Too late',
        } as Record<string, string>,
        stateWords: {
            waiting: 'On its way.',
            failed: 'Given up.',
            expired: 'Its time passed before it could be delivered.',
        } as Record<string, string>,
        attempts: (count: number) => format.plural(count, 'attempt', 'attempts'),
        connections: (count: number) => format.plural(count, 'connection', 'connections'),
        connection: 'Connection',
    },
};
