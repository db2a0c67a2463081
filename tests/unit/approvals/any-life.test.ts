/**
 * Random lives of cases of one provider, authority and standard, in a store that only keeps entries. What must never happen is
 * looked for in the entries themselves, without the model that let them in.
 */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { countsOn, overFrom } from '#features/approvals/model/approval.ts';
import { fold, presentApproval, step, type Case } from '#features/approvals/model/case.ts';
import type { CaseEntry, CaseEvent } from '#features/approvals/model/events.ts';
import { isRefusal } from '#features/approvals/model/refusal.ts';
import { addDays } from '#features/enquiries/working-days.ts';
import { anyMove, eventOf, FIRST_DAY, sentEvent, type Move } from '#tests/support/case-moves.ts';

/** `npm test` asks for 10,000. */
const RUNS = Number(process.env['APPROVAL_RUNS'] ?? 1_000);
const ADVERSE = ['conditions', 'refuse', 'suspend', 'withdraw'];
const PREPARING = ['finding', 'recommended', 'hearing-opened', 'correction-treated'];

/** Two cases of the same provider, authority and standard: an application and its renewal. */
class Store {
  readonly cases: { entries: CaseEntry[]; present: Case }[] = [];
  day = FIRST_DAY;

  open(): void {
    const event = sentEvent(this.day);
    const present = step(null, event);
    if (isRefusal(present)) throw new Error(present.refused);
    this.cases.push({ entries: [{ ...event, seq: 1 }], present });
  }

  #add(n: number, event: CaseEvent): boolean {
    const at = this.cases[n];
    const next = at ? step(at.present, event) : null;
    if (!at || !next || isRefusal(next)) return false;
    at.entries.push(Object.freeze({ ...event, seq: next.seq }));
    at.present = next;
    return true;
  }

  /** As the command does it: what gives an approval first ends that of the other case; what would overlap is not done at all. */
  add(n: number, event: CaseEvent): boolean {
    // Only what gives another approval writes this, which is below.
    if (event.kind === 'replaced') return false;
    const before = this.cases.map(({ entries, present }) => ({ entries: [...entries], present }));
    if (!this.#add(n, event)) return false;
    // Within one case the model sees to it alone.
    expect(overlap([(this.cases[n] as Store['cases'][number]).present]), 'two approvals of one case').toBe(false);
    const given = presentApproval((this.cases[n] as Store['cases'][number]).present);
    if (given !== null && given.state !== 'over' && given.seq === this.cases[n]?.present.seq) {
      const content = { from: given.from, applicationId: n };
      this.cases.forEach((_each, other) => other !== n && this.#add(other, { kind: 'replaced', by: { person: 'system', role: 'system' }, on: event.on, content }));
    }
    if (!overlap(this.cases.map(({ present }) => present))) return true;
    this.cases.splice(0, this.cases.length, ...before);
    return false;
  }
}

const periods = (cases: readonly Case[]) => cases.flatMap(({ approvals }) => approvals.map((each) => ({ from: each.from, until: overFrom(each) })).filter(({ from, until }) => from < until));
const overlap = (cases: readonly Case[]): boolean => periods(cases).some((one, n, all) => all.slice(n + 1).some((other) => one.from < other.until && other.from < one.until));

function requireDecision(entries: readonly CaseEntry[], entry: CaseEntry<'decided'>): void {
  const before = entries.filter(({ seq }) => seq < entry.seq);
  const { outcome, validFrom, validTo } = entry.content;
  expect(before.some(({ kind, by }) => PREPARING.includes(kind) && by.person === entry.by.person), 'decided by a preparer').toBe(false);
  const said = before.findLast(({ kind, by }) => kind === 'impartiality' && by.person === entry.by.person) as CaseEntry<'impartiality'> | undefined;
  expect(said?.content.impartial, 'decider impartial').toBe(true);
  if (outcome === 'approve' || outcome === 'conditions') expect(validFrom !== null && validTo !== null && validFrom >= entry.on && validTo > validFrom, 'period').toBe(true);
  if (!ADVERSE.includes(outcome)) return;
  const recommended = before.findLast(({ kind }) => kind === 'recommended')?.seq ?? 0;
  const hearing = before.findLast((each): each is CaseEntry<'hearing-opened'> => each.kind === 'hearing-opened' && each.seq > recommended);
  expect(hearing, 'adverse without hearing').toBeDefined();
  const proposed = before.find((each): each is CaseEntry<'recommended'> => each.kind === 'recommended' && each.seq === recommended);
  if (outcome === 'conditions' && proposed?.content.outcome === 'conditions') {
    expect(entry.content.conditions.every(({ text }) => proposed.content.conditions.some((each) => each.text === text)), 'a condition that nobody was heard about').toBe(true);
  }
  const after = before.filter(({ seq }) => seq > (hearing?.seq ?? 0));
  const deadline = after.reduce((last, each) => (each.kind === 'hearing-extended' ? each.content.deadline : last), hearing?.content.deadline ?? '9999');
  expect(after.some(({ kind }) => kind === 'hearing-answered') || entry.on > deadline, 'neither answered nor over').toBe(true);
}

const reached = new Map<string, number>();
const count = (what: string) => reached.set(what, (reached.get(what) ?? 0) + 1);

class OneMove implements fc.Command<{ entries: number }, Store> {
  readonly move: Move;
  constructor(move: Move) {
    this.move = move;
  }
  check = () => true;

  run(model: { entries: number }, store: Store): void {
    store.day = addDays(store.day, this.move.days);
    const n = this.move.which % store.cases.length;
    const at = store.cases[n] as Store['cases'][number];
    if (at.present.application.state === 'withdrawn' && store.cases.length < 3) store.open();
    const event = eventOf(this.move, at.present, store.day);
    const earlier = store.cases.map(({ entries }) => [...entries]);
    if (store.add(n, event)) {
      count(event.kind === 'decided' ? `decided:${event.content.outcome}` : event.kind);
      const last = store.cases[n]?.entries.at(-1);
      if (last?.kind === 'decided') requireDecision(store.cases[n]?.entries ?? [], last);
    }
    // Never a lost or changed entry.
    earlier.forEach((entries, each) => expect(entries.every((entry, m) => store.cases[each]?.entries[m] === entry)).toBe(true));
    const kept = store.cases.reduce((sum, { entries }) => sum + entries.length, 0);
    expect(kept).toBeGreaterThanOrEqual(model.entries);
    model.entries = kept;
    const counting = store.cases.flatMap(({ present }) => present.approvals).filter((each) => countsOn(each, store.day));
    expect(counting.length, 'two approvals in force').toBeLessThanOrEqual(1);
  }
  toString = () => JSON.stringify(this.move);
}

describe('any life of a case', () => {
  it(`${RUNS} of them: four eyes, hearing, period, one approval, every entry`, () => {
    fc.assert(
      fc.property(fc.commands([anyMove.map((move) => new OneMove(move))], { size: 'max', maxCommands: 70 }), (commands) => {
        const store = new Store();
        store.open();
        store.open();
        fc.modelRun(() => ({ model: { entries: 2 }, real: store }), commands);
        // What is kept makes the same case again.
        for (const { entries, present } of store.cases) expect(fold(entries)).toEqual(present);
        expect(overlap(store.cases.map(({ present }) => present))).toBe(false);
      }),
      { numRuns: RUNS },
    );
    // Deep enough to mean something.
    const outcomes = ['decided:approve', 'decided:conditions', 'decided:refuse', 'decided:suspend', 'decided:withdraw', 'decided:reinstate', 'appeal-decided', 'reopened', 'expired', 'condition-judged'];
    if (process.env['APPROVAL_SHOW'] !== undefined) console.log(Object.fromEntries([...reached].sort()));
    for (const each of outcomes) expect(reached.get(each) ?? 0, each).toBeGreaterThan(RUNS / 500);
  }, 300_000);
});
