/** Mails about approvals. The subject tells what to do, the text until when; what was written in the case stands in none. */
import type { ApprovalLetterFacts as Facts } from '../da/approval-letters.ts';

export default {
  unconfirmed: '',
  toProvider: {
    received: {
      subject: ({ authority }: Facts) => `${authority} has your application`,
      text: ({ authority, standard, day }: Facts) => `${authority} has received your application for approval by “${standard}”. You get an answer by ${day} at the latest. You can follow the case all the way.`,
      action: 'Follow the case',
    },
    asked: {
      subject: ({ authority }: Facts) => `Questions from ${authority} about your application`,
      text: ({ authority, standard, day }: Facts) => `${authority} needs to know more before it can assess you by “${standard}”. Answer by ${day}. If you do not, the case is assessed on what is there.`,
      action: 'Read and answer',
    },
    hearing: {
      subject: ({ day }: Facts) => `Hearing: answer by ${day}`,
      text: ({ authority, standard, day }: Facts) => `${authority} is considering a decision by “${standard}” that you may disagree with. Before it is made you can see the facts and reasons it rests on. Correct what is wrong and say what you think by ${day}.`,
      action: 'See the reasons and answer',
    },
    'hearing-extended': {
      subject: ({ day }: Facts) => `New deadline of the hearing: ${day}`,
      text: ({ authority, day }: Facts) => `${authority} has given you more time. You can answer until the end of ${day}.`,
      action: 'See the reasons and answer',
    },
    decided: {
      subject: ({ authority }: Facts) => `Decision from ${authority}`,
      text: ({ authority, standard }: Facts) => `${authority} has decided on approval by “${standard}”. The letter says what was decided and why, and how you can appeal.`,
      action: 'Read the decision',
    },
    'condition-due': {
      subject: ({ day }: Facts) => `Remember: a condition is due on ${day}`,
      text: ({ authority, standard, day }: Facts) => `Your approval by “${standard}” has a condition that is due on ${day}. Show ${authority} that it is met.`,
      action: 'Show that it is met',
    },
    'condition-late': {
      subject: () => 'The deadline of a condition has passed',
      text: ({ authority, standard, day }: Facts) => `The condition in your approval by “${standard}” was due on ${day}. ${authority} has been shown nothing. Do it now, or write what stands in the way.`,
      action: 'Show that it is met',
    },
    'condition-met': {
      subject: ({ authority }: Facts) => `${authority} has accepted a condition as met`,
      text: ({ authority, standard }: Facts) => `${authority} has looked at what you sent. The condition in your approval by “${standard}” is met.`,
      action: 'See the approval',
    },
    'condition-returned': {
      subject: ({ authority }: Facts) => `${authority} needs more about a condition`,
      text: ({ authority, day }: Facts) => `${authority} has looked at what you sent about a condition. It is not enough yet. The deadline is ${day}.`,
      action: 'See what is missing',
    },
    visit: {
      subject: ({ authority }: Facts) => `Supervision by ${authority}`,
      text: ({ authority, standard, day }: Facts) => `${authority} has looked into your approval by “${standard}” on ${day}. Read what they saw.`,
      action: 'See the approval',
    },
    notice: {
      subject: ({ authority }: Facts) => `Notice from ${authority}`,
      text: ({ authority, standard }: Facts) => `${authority} asks you to put something right in order to keep the approval by “${standard}”.`,
      action: 'See what it is',
    },
    suspended: {
      subject: () => 'Your approval is suspended',
      text: ({ authority, standard }: Facts) => `${authority} has suspended your approval by “${standard}”. It does not hold while that lasts. The letter says why, and how you can appeal.`,
      action: 'Read the letter',
    },
    reinstated: {
      subject: () => 'Your approval holds again',
      text: ({ authority, standard }: Facts) => `${authority} has lifted the suspension. The approval by “${standard}” holds again.`,
      action: 'See the approval',
    },
    withdrawn: {
      subject: () => 'Your approval is withdrawn',
      text: ({ authority, standard }: Facts) => `${authority} has withdrawn your approval by “${standard}”. The letter says why, and how you can appeal.`,
      action: 'Read the letter',
    },
    renewal: {
      subject: ({ day }: Facts) => `Your approval ends on ${day}`,
      text: ({ authority, standard, day }: Facts) => `The approval by ${authority} under “${standard}” holds until ${day}. Apply for renewal in good time so that there is no gap. Much of what you wrote last time is already there.`,
      action: 'Apply for renewal',
    },
    expired: {
      subject: () => 'Your approval has ended',
      text: ({ authority, standard, day }: Facts) => `The approval by ${authority} under “${standard}” held until ${day}. You can still apply again.`,
      action: 'Apply again',
    },
    'appeal-received': {
      subject: ({ authority }: Facts) => `${authority} has your appeal`,
      text: ({ authority, day }: Facts) => `${authority} looks at the case again first. Somebody else than whoever decided it writes to you by ${day}.`,
      action: 'Follow the appeal',
    },
    'appeal-decided': {
      subject: () => 'Answer to your appeal',
      text: ({ authority, standard }: Facts) => `The appeal against ${authority} about “${standard}” is decided. Read what came of it and what you can do now.`,
      action: 'Read the answer',
    },
    reopened: {
      subject: () => 'The case is open again',
      text: ({ authority, standard }: Facts) => `${authority} has opened your case by “${standard}” again. The case says why.`,
      action: 'See the case',
    },
  },
  toAuthority: {
    applied: {
      subject: ({ provider }: Facts) => `New application from ${provider}`,
      text: ({ provider, standard, day }: Facts) => `${provider} applies for approval by “${standard}”. The deadline is ${day}. Nobody has the case yet.`,
      action: 'Take the case',
    },
    assigned: {
      subject: ({ provider }: Facts) => `The case of ${provider} is yours`,
      text: ({ provider, standard, day }: Facts) => `You are to assess ${provider} by “${standard}”. The deadline is ${day}.`,
      action: 'Open the case',
    },
    answered: {
      subject: ({ provider }: Facts) => `${provider} has answered questions`,
      text: ({ provider, standard }: Facts) => `${provider} has answered what you asked in the case by “${standard}”.`,
      action: 'Read the answer',
    },
    'hearing-answered': {
      subject: ({ provider }: Facts) => `${provider} has answered in the hearing`,
      text: ({ provider, standard }: Facts) => `${provider} has answered in the case by “${standard}”. Deal with the corrections and send the case on to be decided.`,
      action: 'Read the answer',
    },
    'hearing-over': {
      subject: ({ provider }: Facts) => `The hearing of ${provider} is over`,
      text: ({ provider, standard }: Facts) => `${provider} has not answered in the case by “${standard}”. It can be decided now.`,
      action: 'Open the case',
    },
    'to-decide': {
      subject: ({ provider }: Facts) => `Ready to be decided: ${provider}`,
      text: ({ provider, standard, day }: Facts) => `The case of ${provider} by “${standard}” has a recommendation. Somebody else than whoever assessed it decides by ${day}.`,
      action: 'See the recommendation',
    },
    returned: {
      subject: ({ provider }: Facts) => `The case of ${provider} is back with you`,
      text: ({ provider, standard }: Facts) => `The decider wants to know more about ${provider} before the case by “${standard}” can be decided.`,
      action: 'Open the case',
    },
    'deadline-near': {
      subject: ({ provider, day }: Facts) => `The deadline for ${provider} is ${day}`,
      text: ({ provider, standard, day }: Facts) => `The case of ${provider} by “${standard}” must be decided by ${day}.`,
      action: 'Open the case',
    },
    'application-withdrawn': {
      subject: ({ provider }: Facts) => `${provider} has withdrawn its application`,
      text: ({ provider, standard }: Facts) => `The application by “${standard}” was withdrawn by ${provider}. There is nothing more to do.`,
      action: 'See the case',
    },
    'condition-shown': {
      subject: ({ provider }: Facts) => `${provider} has documented a condition`,
      text: ({ provider, standard }: Facts) => `${provider} believes that a condition in the approval by “${standard}” is met. Look at it and answer.`,
      action: 'Look at it',
    },
    'condition-overdue': {
      subject: ({ provider }: Facts) => `${provider} is late with a condition`,
      text: ({ provider, standard, day }: Facts) => `A condition in the approval of ${provider} by “${standard}” was due on ${day}. Nothing has come.`,
      action: 'Open the case',
    },
    appealed: {
      subject: ({ provider }: Facts) => `${provider} appeals against a decision`,
      text: ({ provider, standard, day }: Facts) => `${provider} appeals against the decision by “${standard}”. Somebody else than whoever decided it must look at it again. Deadline: ${day}.`,
      action: 'See the appeal',
    },
  },
};
