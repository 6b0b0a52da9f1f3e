/** The words of signing in, registering and signing out. */
export const access = {
    signInTitle: 'Sign in',
    registerTitle: 'Create your account',
    email: 'E-mail',
    password: 'Password',
    code: 'Code',
    continue: 'Continue',
};
