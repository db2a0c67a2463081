/** Why somebody may not do something, in words that say what helps. */
export default {
  title: 'You cannot do that here',
  description: 'The page needs another role.',
  reasons: {
    nobody: 'You are not signed in.',
    'person-suspended': 'Your access is on hold. Write to us if you think this is a mistake.',
    'organisation-suspended': 'The organisation’s access is on hold. You can still read, but change nothing.',
    'not-yours': 'There is no such page.',
    role: 'Your role does not allow it. Ask the owner of the organisation whether you can have another role.',
    scope: 'The key does not allow it.',
    'own-case': 'The case is about you or your own organisation. Somebody else has to decide it.',
    'too-long-ago': 'It is a long time since you signed in. Sign in again to go on.',
    'not-strong': 'This needs a safer sign-in: a passkey or MitID.',
  },
  toDesk: 'Go to your desk',
  contact: 'Write to us',
};
