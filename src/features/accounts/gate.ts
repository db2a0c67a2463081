/** The policy behind the gate that pages and acts of one request ask. */
import { now } from '#platform/clock.ts';
import type { Actor, Decision, Gate, PolicyObject } from '#platform/permissions.ts';
import { can, STRICT, type ActionName, type Strictness } from './policy.ts';

/** @param needs what the route was declared to need; null: it was not declared */
export function openGate(actor: Actor, needs: ActionName | 'public' | null, strictness: Strictness = STRICT): Gate<ActionName> {
  const decide = (action: ActionName, object: PolicyObject): Decision => can(actor, action, object, now(), strictness);
  return {
    actor,
    needs,
    asked: false,
    refused: null,
    ask(action, object = {}) {
      const decision = decide(action, object);
      this.asked = true;
      this.refused = decision.allowed ? null : { outcome: decision.outcome, reason: decision.reason };
      return decision;
    },
    may: (action, object = {}) => decide(action, object).allowed,
    mayOnce(action, object = {}) {
      const decision = decide(action, object);
      return decision.allowed || decision.outcome === 'authenticate-again' || decision.outcome === 'stronger-sign-in';
    },
  };
}
