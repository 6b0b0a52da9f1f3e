/** Words of the settings pages and of the page that stops reminders. */
export const settings = {
    title: 'Settings',
    lead: 'Who you are to us, who is signed in as you, and which mails you get.',

    profile: {
        title: 'Your name and address',
        name: 'Name',
        nameHelp:
            "Your Client ID ends with it, and our mails begin with it. Letters, digits, spaces and . ' _ -",
        email: 'E-mail address',
        clientId: 'Client ID',
        registered: 'Registered',
        save: 'Save name',
        saved: 'Your name is saved.',
        nameMissing: 'Enter 1 to 64 characters.',
        nameShape: "Use letters, digits, spaces and . ' _ - and begin with a letter or digit.",
    },

    code: {
        title: 'Anti-phishing code',
        why: 'A word that only you and we know. Every mail from us carries it at the top. A mail that claims to be from us and does not carry it is forged: delete it.',
        more: 'How to tell our mails from forged ones',
        set: 'You have a code. We never show it here, only in our mails.',
        unset: 'You have no code yet: our mails to you cannot prove that they are ours.',
        label: 'New code',
        help: '4 to 20 characters. Not a password of yours: it is printed in every mail.',
        choose: 'Set code',
        change: 'Change code',
        saved: 'Saved. We have sent you a mail; it carries your new code already.',
        length: 'Enter 4 to 20 characters.',
        edges: 'A code does not begin or end with a blank.',
        characters: 'Use characters that can be seen: no line breaks or invisible ones.',
        kept: 'A code can be changed, but not removed.',
    },

    password: {
        title: 'Password',
        lead: 'Changing it signs you out everywhere but here, and we tell you by mail.',
        current: 'Current password',
        next: 'New password',
        repeat: 'New password, once more',
        rules: {
            title: 'A good password',
            length: '12 characters or more',
            longest: 'At most 256 characters',
            address: 'Not your e-mail address',
            different: 'Not the one you have now',
            repeated: 'The same both times',
            common: 'Not among the commonest ones. We check when you save.',
        },
        met: 'fulfilled',
        unmet: 'not yet',
        save: 'Change password',
        saved: 'Your password is changed. All other sessions were ended.',
    },

    sessions: {
        title: 'Where you are signed in',
        lead: 'Every browser that can use your account now. End whatever you do not know, then change your password.',
        current: 'This browser',
        unknownDevice: 'Unknown device',
        unknownAddress: 'address not known',
        lastUsed: 'Last used',
        started: 'Signed in',
        end: 'End',
        endLabel: (device: string) => `End the session on ${device}`,
        endAll: 'End all others',
        endAllTitle: 'End all other sessions?',
        endAllWords: (count: number) =>
            count === 1
                ? 'One other browser is signed out at once. You stay signed in here.'
                : `${count} other browsers are signed out at once. You stay signed in here.`,
        ended: (device: string) => `The session on ${device} is ended.`,
        endedAll: 'All other sessions are ended.',
        gone: 'That session had ended already.',
        alone: 'You are signed in nowhere else.',
    },

    alerts: {
        title: 'Alerts',
        lead: 'Telegram, this browser or a webhook tell you at once when a connection fails. Choose when it may be quiet.',
        open: 'Set up alerts',
    },

    wishes: {
        title: 'Mails you get',
        lead: 'Switch off what you do not want to read.',
        optional: 'Your choice',
        always: 'Always on',
        alwaysWords:
            'These are about your money, your key or your account’s safety, or they answer something you did. They cannot be switched off.',
        saved: (title: string, wanted: boolean) =>
            wanted ? `“${title}” is on.` : `“${title}” is off.`,
        keysOff:
            'With this one off, nothing tells you by mail before a key ends. Look at the dashboard now and then.',
    },

    mails: {
        title: 'Mails sent to you',
        lead: 'The last 30 days, newest first.',
        none: 'No mails in the last 30 days',
        noneWords: 'As soon as we write to you, it is listed here with how it went.',
        deliveries: {
            waiting: 'Waiting',
            sent: 'Handed over',
            failed: 'Failed',
            expired: 'Too late',
        } as Record<string, string>,
        deliveryWords: {
            waiting: 'In our queue. We keep trying.',
            sent: 'Your mail provider’s server, or ours on the way to it, has taken it.',
            failed: 'Given up.',
            expired: 'Its time passed before it could be sent.',
        } as Record<string, string>,
        missing: 'A mail did not arrive?',
        missingWords:
            '“Handed over” means that it left us. Look into the spam folder, and search for “Sequence Connect”.',
        missingMore: 'What to do when a mail does not arrive',
        connection: 'Connection',
    },

    unsubscribe: {
        title: 'Stop reminders',
        what: 'These are the mails that tell you, 10, 3 and 1 days before, that one of your API keys is about to expire.',
        consequence:
            'When a key has expired, your strategy pauses until you submit a new one. The mail about that comes anyway, as do all others.',
        button: 'Stop these reminders',
        keep: 'Changed your mind? Close this page: nothing has been changed yet.',
        done: 'Reminders are off',
        doneWords: 'We send no more mails before a key expires. Your other mails come as before.',
        again: 'To have them again, switch them on in your settings.',
        toSettings: 'Open settings',
        unknown: 'This link does not work',
        unknownWords:
            'It is incomplete, or of an account that is no longer there. Nothing was changed.',
        unknownFix:
            'Open the newest reminder and follow its link, or sign in and switch the reminders off in your settings.',
    },
};
