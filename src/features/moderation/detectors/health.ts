/** Somebody's own health (GDPR Art. 9, trust.md L12): a word of illness near a word for a person. Illness in general is none of it. Pure. */
import { AFTER, BEFORE, findAll, type Finding } from './types.ts';

const ILLNESS = String.raw`(?:(?:${[
  'depression(?:en)?', 'deprimeret', 'angst(?:en)?', 'panikanfald', 'kræft(?:en)?', 'brystkræft', 'diagnose(?:n|r)?', 'adhd', 'add', 'ptsd', 'ocd', 'autis(?:me|t)', 'asperger', 'skizofren(?:i)?', 'bipolar', 'borderline', 'psykose', 'psykotisk', 'anoreksi', 'bulimi', 'selvskadende',
  'diabetes', 'sukkersyge', 'epilepsi', 'sclerose', 'sklerose', 'demens', 'parkinson', 'blodprop', 'hjertestop', 'hjertefejl', 'hjernerystelse', 'diskusprolaps', 'slidgigt', 'leddegigt', 'gigt', 'fibromyalgi', 'migræne', 'astma', 'kol', 'hiv', 'covid',
  'medicin(?:en)?', 'antidepressiv(?:er)?', 'sygemeldt', 'indlagt', 'opereret', 'afhængighed', 'alkohol(?:iker|afhængighed|misbrug|problem)', 'misbrug(?:er)?', 'stofmisbrug', 'abort', 'gravid', 'handicap', 'førtidspension', 'piskesmæld', 'udbrændt', 'belastningsreaktion', 'kronisk syg', 'ordblind',
].join('|')}))`;
const WHO = String.raw`(?:jeg|min|mit|mine|mig|han|hun|ham|hende|hans|hendes|kone|mand|søn|datter|mor|far|nabo|konsulent(?:en)?|vejleder(?:en)?)`;
const NEAR = String.raw`[^.!?\n]{0,40}`;

/** A person, and soon after in the same sentence the illness; or the illness and whose it is. */
const PATTERNS = [
  new RegExp(String.raw`(?<=${BEFORE}${WHO}${AFTER}${NEAR})${BEFORE}${ILLNESS}${AFTER}`, 'giu'),
  new RegExp(String.raw`(?<=${BEFORE}(?:har|havde|fik|lider af|led af)\s(?:en\s|et\s)?)${BEFORE}${ILLNESS}${AFTER}`, 'giu'),
];
/** What work and courses are about, and what is not there. */
const GENERAL = /(?:folk med|mennesker med|personer med|borgere med|handlede om|oplæg|talte om|talt om|lærte om|kursus i|arbejde med|arbejdspladser|spurgte (?:aldrig|ikke))[^.!?\n]{0,40}$/iu;

export const findHealth = (text: string): Finding[] =>
  PATTERNS.flatMap((pattern) => findAll(text, pattern, 'health')).filter(({ start }) => !GENERAL.test(text.slice(0, start)));
