import { createHmac } from 'node:crypto';

/** As an authority makes it of its own number of a stay. */
export const markOf = (id: string | number): string => createHmac('sha256', 'authority').update(String(id)).digest('hex');
