/** For each kind of event what it makes of a case; states are narrowed here, at run time, for the functions that know them by type. Pure. */
import type { Case } from './case.ts';
import type { CaseEvent, EventKind } from './events.ts';
import type { Refusal } from './refusal.ts';
import { APPEALS } from './steps/appeals.ts';
import { ASSESSMENT } from './steps/assessment.ts';
import { DECISIONS } from './steps/decisions.ts';
import { FOLLOW_UP } from './steps/follow-up.ts';
import { HEARINGS } from './steps/hearings.ts';

export type Handler<K extends EventKind = EventKind> = (present: Case, event: CaseEvent<K>) => Case | Refusal;
export type Handlers<K extends EventKind = EventKind> = { readonly [E in K]: Handler<E> };

export const HANDLERS: Handlers<Exclude<EventKind, 'sent'>> = { ...ASSESSMENT, ...HEARINGS, ...DECISIONS, ...FOLLOW_UP, ...APPEALS };
