import { format } from '../format';

/** The words of signing in, registering and signing out. */
export const access = {
    signInTitle: 'Sign in',
    againTitle: 'Sign in again',
    againText: 'Your session has ended. What you typed is kept, and you go on where you were.',
    leftText: 'You are signed out, here and in every other tab.',
    codeTitle: 'Enter the code',
    registerTitle: 'Create your account',

    name: 'Name',
    nameHelp: 'Becomes part of your Client ID.',
    email: 'E-mail',
    emailHelp: 'Kept exactly as you type it, capitals included. You give it again with each key.',
    password: 'Password',
    showPassword: 'Show or hide the password',
    continue: 'Continue',
    register: 'Create account',
    newHere: 'New here?',
    toRegister: 'Create your account',
    haveAccount: 'Registered already?',
    toSignIn: 'Sign in',

    rules: 'Your password',
    ruleLength: (least: number) => `has at least ${least} characters`,
    tooShort: (least: number) => `Use at least ${least} characters.`,
    ruleCommon: 'is not a common one, dressed up or not',
    ruleHint: 'A few unrelated words make a good one.',
    emailLooks: 'An e-mail address looks like name@example.com.',
    required: (label: string) => `${label} is required.`,

    codeSent: (email: string) => `If everything matches, six digits are on their way to ${email}.`,
    codeLabel: 'Six-digit code',
    codeCheck: 'Check the code',
    codeShort: 'The code has six digits.',
    codeWrong: (left: number) =>
        `That code is not right: use the newest mail. ${format.plural(left, 'try', 'tries')} left.`,
    codeOld: 'That code is too old: it works for 10 minutes. Have a new one sent.',
    codeOver: 'Too many wrong codes: this one is closed. Start again for a fresh one.',
    codeHelp:
        'Nothing there? Check spam; the address must match the one you registered with, capitals included.',
    codeHelpPassword: 'A code is mailed only when address and password belong together.',
    codeHelpRegister: 'If you had an account with this address before, the mail tells you so.',
    resend: 'Send a new code',
    resendIn: (seconds: number) => `Send a new code (in ${seconds} s)`,
    resent: 'A new code is on its way; the older one no longer works.',
    resendNoMore: 'No more codes for this sign-in.',
    startAgain: 'Start again',
    otherAddress: 'Use another address',

    promise: 'Your exchange keys, proven and watched.',
    points: [
        {
            title: 'Proven in seconds',
            text: 'The signature works, it may read and trade, and it may not withdraw.',
        },
        {
            title: 'Sealed on arrival',
            text: 'A key is encrypted the moment it comes in. Nobody sees it again, you included.',
        },
        {
            title: 'Watched every minute',
            text: 'Checked every 60 seconds, and you hear from us before it expires.',
        },
    ],
};
