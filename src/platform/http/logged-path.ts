/** Pages whose address is itself the key to them: what follows these words is in a letter and nowhere else. */
const KEYED = /\/(ask|invitation|notice)\/[^/?#]+/g;

/** A path as a log may hold it: nobody who reads the log can open what somebody else was sent. Without its query. */
export const loggedPath = (path: string): string => path.replace(/[?#].*$/s, '').replace(KEYED, '/$1/…');
