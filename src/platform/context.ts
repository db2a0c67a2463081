/** What a command needs: where to write, how to say what follows, and who acts. */
import type { Db } from '#db/client.ts';
import type { EventName, Events } from './events.ts';

export interface Outbox {
  /** In the caller's transaction: the event exists if and only if the change does. */
  send<N extends EventName>(tx: Db, name: N, data: Events[N]): Promise<void>;
}

export interface Context {
  db: Db;
  outbox: Outbox;
  /** `system`, `command` or `person:ID`; goes into the audit trail. */
  actor: string;
}
