/** One provider's version of a programme design. */
import { fill, inLanguages } from '../text.ts';
import { FOLLOW_UP, GOALS, SPECIALISTS } from './pools.ts';
import { METHODS } from './methods.ts';
import type { Random } from '../random.ts';
import type { Language, Text } from '../text.ts';
import type { Method, Price, Programme, Stage } from '../types.ts';
import type { Choice, Design, PriceDesign, StageDesign } from './design.ts';

export interface ProgrammeContext {
  random: Random;
  providerKind: string;
  languages: readonly Language[];
  /** Chance that a detail is known at all. */
  knows: number;
  /** Participants pay some things themselves. */
  selfPay: boolean;
  slots: Readonly<Record<string, string>>;
  /** Which of the alternative wordings. */
  variant: number;
  /** Help is given at a distance only. */
  remote?: boolean;
  /** Target groups of the provider. */
  groups?: readonly string[];
}

export function choose<V>(random: Random, choice: Choice<V>): V {
  return Array.isArray(choice) ? random.pick(choice as readonly V[]) : (choice as V);
}

function sizeOf(random: Random, size: NonNullable<StageDesign['size']>): { min: number; max: number } {
  const [first, second] = size;
  const range = typeof first === 'number' ? ([first, second] as readonly [number, number]) : random.pick(size as readonly (readonly [number, number])[]);
  return { min: range[0], max: range[1] };
}

/** Choices of equal length belong together: ten weeks and ten days, twelve weeks and twelve days. */
export function weeksAndDays(random: Random, { weeks, days }: StageDesign): { weeks?: number; days?: number } {
  const at = random.int(0, Array.isArray(weeks) ? weeks.length - 1 : 0);
  const together = Array.isArray(weeks) && Array.isArray(days) && weeks.length === days.length;
  return {
    ...(weeks === undefined ? {} : { weeks: together ? weeks[at] : choose(random, weeks) }),
    ...(days === undefined ? {} : { days: together ? days[at] : choose(random, days) }),
  };
}

function buildStage(stage: StageDesign, context: ProgrammeContext): Stage {
  const { random, languages, knows } = context;
  const built: Stage = { title: inLanguages(stage.title, languages), format: stage.format };
  Object.assign(built, weeksAndDays(random, stage));
  if (stage.hoursPerDay !== undefined) built.hoursPerDay = choose(random, stage.hoursPerDay);
  if (built.days !== undefined && built.hoursPerDay !== undefined) built.hours = built.days * built.hoursPerDay;
  if (stage.hours !== undefined) built.hours = choose(random, stage.hours);
  if (stage.size) built.groupSize = sizeOf(random, stage.size);
  if (stage.coaches !== undefined) built.coachesPerGroup = choose(random, stage.coaches);
  if (stage.matchedOn && random.chance(knows)) built.matchedOn = [...stage.matchedOn];
  if (stage.premises) built.premises = context.remote && stage.premises === 'provider' ? 'remote' : stage.premises;
  if (stage.description) built.description = inLanguages(stage.description, languages);
  return built;
}

const PHASES = ['self-exploration', 'vision', 'market-exploration', 'market-approach'] as const;

function methodsOf(design: Design, context: ProgrammeContext): Method[] | undefined {
  const { random, languages, knows } = context;
  if (!design.methods || !random.chance(knows)) return undefined;
  return design.methods.map((code) => {
    const method = METHODS.get(code);
    if (!method) throw new Error(`no method ${code}`);
    const built: Method = { code, name: inLanguages(method.name, languages) };
    if (method.description) built.description = inLanguages(method.description, languages);
    if (method.steps && random.chance(0.55)) built.steps = method.steps.map((step) => inLanguages(step, languages));
    return built;
  });
}

/** Whoever can send people to a provider of this kind pays; what nobody who may send would pay, is not a known price. */
function priceOf(design: PriceDesign, access: readonly string[], context: ProgrammeContext): Price | undefined {
  const { random, languages, providerKind, selfPay } = context;
  let kroner = random.pick(design.kroner);
  let paidBy: string = design.paidBy;
  const gratis = paidBy === 'citizen';
  if (providerKind === 'municipality' && design.per === 'placement') return undefined;
  if (providerKind === 'unemployment-fund' || providerKind === 'association') {
    if (!gratis && paidBy !== 'state') return undefined;
    if (gratis) kroner = 0;
  } else if (!gratis && paidBy !== 'state' && !access.includes(paidBy)) {
    const payer = ['municipality', 'unemployment-fund', 'employer'].find((each) => access.includes(each));
    if (payer) paidBy = payer;
    else if (selfPay) paidBy = 'citizen';
    else return undefined;
  } else if (gratis && selfPay) return undefined;
  const price: Price = { amount: kroner * 100, currency: 'DKK', per: design.per, paidBy };
  if (design.note) price.note = inLanguages(design.note, languages);
  return price;
}

function pricesOf(design: Design, access: readonly string[], context: ProgrammeContext): Price[] | undefined {
  const { random, providerKind, selfPay, languages } = context;
  if (!random.chance(0.8 * context.knows + 0.1)) return undefined;
  const prices = design.prices.map((each) => priceOf(each, access, context)).filter((each) => each !== undefined);
  if (providerKind === 'unemployment-fund' && !prices.some((each) => each.paidBy === 'citizen')) {
    prices.push({ amount: 0, currency: 'DKK', per: 'participant', paidBy: 'citizen', note: inLanguages({ da: 'For medlemmer.', en: 'For members.' }, languages) });
  }
  if ((providerKind === 'association' || providerKind === 'municipality') && !prices.some((each) => each.paidBy === 'citizen')) {
    prices.push({ amount: 0, currency: 'DKK', per: 'participant', paidBy: 'citizen' });
  }
  if (selfPay && access.includes('self') && !prices.some((each) => each.paidBy === 'citizen')) {
    prices.push({ amount: random.pick([45_000, 65_000, 78_000, 95_000]), currency: 'DKK', per: 'hour', paidBy: 'citizen' });
  }
  return prices.length > 0 ? prices : undefined;
}

/** A municipality or a fund can always send people to its own programme. */
function accessOf(design: readonly string[], providerKind: string): string[] {
  const own = providerKind === 'municipality' || providerKind === 'unemployment-fund' ? [providerKind] : [];
  return [...new Set([...own, ...design])];
}

const at = <V>(items: readonly V[], index: number): V => {
  const item = items[index % items.length];
  if (item === undefined) throw new Error('an empty list of wordings');
  return item;
};

/** Builds a programme; fields that this provider does not know are left out. */
export function buildProgramme(design: Design, context: ProgrammeContext): Programme {
  const { random, languages, knows, slots, variant, providerKind } = context;
  const wording = (texts: readonly Text[], index: number): Text => fill(inLanguages(at(texts, index), languages), slots);
  const access = accessOf(random.pick(design.access), providerKind);
  const stages = design.stages.map((stage) => buildStage(stage, context));
  const weeks = stages.reduce((sum, stage) => sum + (stage.weeks ?? 0), 0);
  const programme: Programme = { code: design.id, title: wording(design.titles, variant), kind: design.kind, stages };
  if (random.chance(knows + 0.1)) programme.summary = wording(design.summaries, variant + random.int(0, 1));
  programme.purposes = [...design.purposes];
  if (design.phases && random.chance(knows)) {
    const shares = random.chance(0.8) ? design.phases : undefined;
    programme.phases = PHASES.map((phase, index) => ({ phase, ...(shares ? { sharePercent: shares[index] ?? 0 } : {}) }));
  }
  if (design.sequence && random.chance(knows)) programme.sequence = design.sequence;
  const methods = methodsOf(design, context);
  if (methods) programme.methods = methods;
  if (random.chance(knows + 0.15)) programme.attendance = random.pick(design.attendance);
  if (random.chance(knows + 0.2)) programme.access = access;
  programme.plannedMaxDays = Math.max(random.pick(design.maxDays), Math.ceil(weeks * 7));
  const own = (context.groups ?? []).filter((code) => design.groups?.includes(code));
  if (own.length > 0 && own.length < (context.groups ?? []).length) programme.targetGroups = own.map((code) => ({ code }));
  addDetails(programme, design, context, access);
  return programme;
}

function addDetails(programme: Programme, design: Design, context: ProgrammeContext, access: readonly string[]): void {
  const { random, languages, knows } = context;
  if (design.aftercare && random.chance(knows)) programme.aftercareMonths = random.pick(design.aftercare);
  if ((programme.aftercareMonths ?? 0) > 0 && random.chance(0.6)) programme.individualFollowUp = inLanguages(random.pick(FOLLOW_UP), languages);
  if (design.specialists && random.chance(knows)) {
    programme.specialists = random.some(design.specialists, random.int(1, design.specialists.length)).map((key) => inLanguages(SPECIALISTS[key] ?? {}, languages));
  }
  if (design.goals && random.chance(knows)) programme.goals = design.goals.map((key) => inLanguages(GOALS[key] ?? {}, languages));
  if (context.remote) programme.delivery = ['remote'];
  else if (design.delivery) programme.delivery = [...design.delivery];
  const prices = pricesOf(design, access, context);
  if (prices) programme.prices = prices;
  if (random.chance(knows)) programme.waitingWeeks = random.int(design.waiting[0], design.waiting[1]);
  if (random.chance(knows * 0.7)) programme.capacity = random.int(design.capacity[0], design.capacity[1]);
}
