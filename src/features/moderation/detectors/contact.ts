/** Mail addresses, web addresses and names on social media, also spelled out. Pure. */
import { AFTER, BEFORE, findAll, type Finding } from './types.ts';

const AT = String.raw`(?:\s?@\s?|\s?[(\[]\s?(?:at|a|snabel-?a|@)\s?[)\]]\s?|\s+(?:snabel[\s-]?a|snabela|at)\s+)`;
const DOT = String.raw`(?:\s?\.\s?|\s?[(\[]\s?(?:dot|punktum|\.)\s?[)\]]\s?|\s+(?:punktum|dot)\s+)`;
const NAME = String.raw`[\p{L}\p{N}](?:[\p{L}\p{N}._%+-]{0,62}[\p{L}\p{N}])?`;
const ENDS = 'dk|com|org|net|eu|se|no|de|nu|io|info|me|biz|app|fi|nl|uk|online|shop|site|tv|li';
const HOST = String.raw`[\p{L}\p{N}-]{1,63}`;

/** Tight as a machine reads it, or with an @ and spaces, or with words for the signs. */
const MAIL = [
  new RegExp(String.raw`${BEFORE}${NAME}@(?:${HOST}\.)+\p{L}{2,24}${AFTER}`, 'giu'),
  new RegExp(String.raw`${BEFORE}${NAME}${AT}${HOST}(?:${DOT}${HOST}){0,2}${DOT}(?:${ENDS})${AFTER}`, 'giu'),
];

/** These ends are no Danish words, so that a missing space after a full stop makes no address of two sentences. */
const PLAIN_ENDS = 'dk|com|org|net|eu|io|info|biz|app';
const WEB = [
  /(?:https?:\/\/|www\.)[^\s<>"']*[^\s<>"'.,;:!?)\]]/giu,
  new RegExp(String.raw`${BEFORE}(?:${HOST}\.)+(?:${PLAIN_ENDS})(?:\/[^\s<>"']*[^\s<>"'.,;:!?)\]])?${AFTER}`, 'gu'),
  new RegExp(String.raw`${BEFORE}(?:${HOST}\.)+(?:${ENDS})\/[^\s<>"']*[^\s<>"'.,;:!?)\]]`, 'giu'),
  new RegExp(String.raw`${BEFORE}${HOST}\s(?:punktum|dot)\s(?:${ENDS})${AFTER}`, 'giu'),
];
const HANDLE = /(?<![\p{L}\p{N}.@])@[\p{L}\p{N}_](?:[\p{L}\p{N}_.]{1,28}[\p{L}\p{N}_])/gu;

export const findContacts = (text: string): Finding[] => [...MAIL, ...WEB, HANDLE].flatMap((pattern) => findAll(text, pattern, 'mail'));
