/** What is wrong in a form, and what has been done. Keys are reasons that rules and commands give. */
export default {
  problemsHeading: 'Please look through this again',
  signInAgain: 'Sign in again in a new tab',
  problems: {
    required: 'This field is needed.',
    invalid: 'This cannot be read. Please check it.',
    choose: 'Choose one of the options.',
    number: 'Write a number.',
    email: 'Write a whole e-mail address, such as name@company.dk.',
    url: 'Write a whole web address that starts with https://.',
    date: 'Write a date that exists.',
    'too-short': ({ limit = 0 }) => `Write at least ${limit} characters.`,
    'too-long': ({ limit = 0 }) => `Write at most ${limit} characters.`,
    'too-small': ({ limit = 0 }) => `The number must be at least ${limit}.`,
    'too-large': ({ limit = 0 }) => `The number must be at most ${limit}.`,
    'too-few': ({ limit = 0 }) => `Choose at least ${limit}.`,
    'too-many': ({ limit = 0 }) => `Choose at most ${limit}.`,
    conflict: 'This was changed meanwhile. Look at what it says now and try again.',
    'changed-meanwhile': 'Somebody else saved changes while you were writing. Yours are not saved yet.',
    unavailable: 'This does not work right now. Try again in a moment.',
    'authenticate-again': 'It is a long time since you signed in. Sign in again, then send the form.',
    'stronger-sign-in': 'This needs a safer sign-in: a passkey or MitID.',
  } satisfies Record<string, string | ((params: Record<string, string | number>) => string)>,
  done: {
    saved: 'Saved.',
  },
};
