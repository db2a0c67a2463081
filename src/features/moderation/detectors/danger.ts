/** Threats, self-harm and accusations of crime (trust.md M5): what a person has to look at before anything else. Pure. */
import { AFTER, BEFORE, findAll, type Detector, type Finding } from './types.ts';

const any = (...parts: string[]): RegExp => new RegExp(`${BEFORE}(?:${parts.join('|')})${AFTER}`, 'giu');
const PERSON = '(?:dig|ham|hende|jer|dem|nogen|en af jer|chefen|lederen|konsulenten|sagsbehandleren)';
const GAP = '(?:\\s+\\p{L}+){0,3}\\s+';

const PATTERNS: readonly (readonly [Detector, RegExp])[] = [
  ['self-harm', any(
    `ikke\\s+(?:\\p{L}+\\s+){0,2}leve(?:\\s+mere|\\s+længere)?`, 'leve mere', '(?:tage|tog|tager)\\s+(?:mit|sit)(?:\\s+eget)?\\s+liv', 'begå(?:r)?\\s+selvmord', 'selvmord(?:et|stanker|sforsøg)?', 'afskedsbrev',
    'slå\\s+mig\\s+selv\\s+ihjel', 'jeg\\s+var\\s+død', 'vil(?:le)?\\s+(?:gerne\\s+|bare\\s+|helst\\s+)?dø', '(?:gør|gøre)\\s+en\\s+ende\\s+på\\s+(?:det\\s+hele|livet|mit\\s+liv|alt)', '(?:skar|skære|skærer|cutte|cutter)\\s+(?:i\\s+)?mig(?:\\s+selv)?', '(?:gøre|gør)?\\s*skade\\s+på\\s+mig\\s+selv', 'skade\\s+mig\\s+selv', 'selvskade',
    '(?:orker|magter|gider)\\s+ikke\\s+(?:at\\s+)?(?:være\\s+her|livet|mere\\s+af\\s+livet)(?:\\s+mere)?', 'hoppe\\s+ud\\s+foran', 'tage\\s+en\\s+overdosis',
  )],
  ['threat', any(
    `(?:slår|slå|tæsker|tæver|smadrer|smadre|tæve|tæske|dræber|dræbe|myrder|myrde|kvæler|kvæle|skyder|skyde|stikker|finder|opsøger)\\s+(?:jeg\\s+)?${PERSON}(?:\\s+ihjel|\\s+ned)?`, `jeg ved,?\\s+hvor\\s+(?:du|han|hun|I|de)\\s+bor`, `brænde(?:r)?${GAP}ned`, 'sætte?(?:r)?\\s+ild\\s+(?:til|på)',
    '(?:I|du|de|han|hun)\\s+skal\\s+(?:få|nok\\s+få)\\s+(?:det\\s+)?(?:betalt|at\\s+føle|at\\s+mærke)', 'sprænger?(?:\\s+\\p{L}+){1,3}\\s+(?:i\\s+luften|væk)', '(?:tager|har|kommer\\s+med)\\s+(?:en\\s+)?(?:kniv|pistol|økse|våben)(?:\\s+med)?', 'hævner?\\s+mig', 'får\\s+en\\s+kugle',
  )],
  ['crime', any(
    'penge\\s+under\\s+bordet', '(?:stjal|stjæler|stjålet|tyveri)(?!\\s+(?:min\\s+tid|mig\\s|opmærksomhed))(?:\\s+fra)?', 'arbejde?\\s+sort', 'sort\\s+arbejde', 'befaml\\p{L}*', 'voldt(?:og|aget|ægt\\p{L}*)', 'overgreb\\p{L}*', 'sex?chikane\\p{L}*', 'svindel', 'svindl(?:er|ede|ere)', 'bedrageri', 'bestikkelse', 'bestukket', 'hvidvask\\p{L}*',
    'forfalsk\\p{L}*', 'underslæb', 'slog\\s+(?:mig|hende|ham|en\\s+af\\s+os)(?!\\s*,)', 'sparkede\\s+(?:mig|hende|ham)', 'truede\\s+(?:mig|hende|ham|os)\\s+(?:med\\s+(?:vold|tæsk|en\\s+kniv))', 'solgte?\\s+(?:hash|stoffer|kokain|narko)', 'sælger\\s+(?:hash|stoffer|kokain|narko)', 'børneporno\\p{L}*', 'pædofil\\p{L}*', 'afpres\\p{L}*', 'dokumentfalsk',
  )],
];

export const findDanger = (text: string): Finding[] => PATTERNS.flatMap(([detector, pattern]) => findAll(text, pattern, detector));
