/** Foundations, social enterprises and partnerships. */
import { t } from '../text.ts';
import type { Voice } from './voice.ts';

export const OTHERS: readonly Voice[] = [
  {
    id: 'o-cafe', kind: 'other', names: ['Kaffehuset {D}', '{G} Spisehus'],
    summary: t('Socialøkonomisk spisehus: gæster, der betaler, og kolleger, der lærer.', 'A social enterprise restaurant: guests who pay and colleagues who learn.'),
    description: t(
      'Overskuddet går til løn i de timer, folk ikke kan tjene ind endnu. Man begynder i køkkenet og ender tit ved bordene, fordi gæsterne er den bedste træning.\n\nVi har kun plads til så mange, vi kan have med i weekenden, når der er fyldt.',
      'The profit pays wages for the hours people cannot yet earn. You start in the kitchen and often end at the tables, because guests are the best training.\n\nWe only have room for as many as we can manage at weekends when it is full.',
    ),
    groups: ['dk-kontanthjaelp-aktivitetsparat', 'dk-fleksjob', 'unge', 'psykisk-saarbare'], services: ['koekken', 'smaa-job'], sectors: ['I', '51'], accessibility: ['wheelchair'], reach: 'municipality',
  },
  {
    id: 'o-fond', kind: 'other', names: ['Fonden {D}', 'Den selvejende institution {D}'],
    summary: t('En fond, der køber en håndfuld virksomheder og ansætter mennesker, andre ikke tør.', 'A foundation that buys a handful of companies and hires people others dare not.'),
    description: t(
      'Fonden ejer et vaskeri, et trykkeri og en hundepension. Alle tre skal løbe rundt, og en tredjedel af de ansatte har været væk fra arbejdsmarkedet i mere end tre år.\n\nVi tager ikke folk i praktik. Vi ansætter, og nogle gange må vi sige op.',
      'The foundation owns a laundry, a print shop and a dog hotel. All three must break even, and a third of the employees have been away from work for more than three years.\n\nWe do not take placements. We employ, and sometimes we must dismiss.',
    ),
    groups: ['dk-ressourceforloeb', 'dk-kontanthjaelp-aktivitetsparat', 'dk-fleksjob', 'langtidsledige'], services: ['smaa-job', 'fleksmatch'], sectors: ['N', 'C', 'S'], where: 'mainland', reach: 'neighbours',
  },
  {
    id: 'o-cykel', kind: 'other', names: ['Cykelværkstedet {D}', '{G} Værksted'],
    summary: t('Cykelværksted, hvor man lærer et håndværk og får brugte cykler på gaden igen.', 'A bicycle workshop where you learn a craft and put old bikes back on the street.'),
    description: t(
      'Kommunen leverer de herreløse cykler, vi leverer dem tilbage som brugbare. Man arbejder to og to, og når man har samlet den femte alene, får man sit navn på væggen.\n\nDer er altid radio, og man må gerne tie stille.',
      'The municipality delivers stray bicycles; we return them in working order. You work two and two, and when you have built your fifth alone your name goes on the wall.\n\nThe radio is always on, and you may be silent.',
    ),
    groups: ['dk-ung-aktivitetsparat', 'dk-kontanthjaelp-aktivitetsparat', 'tidligere-indsatte', 'unge'], services: ['eget-vaerksted', 'virksomhedscenter'], sectors: ['G', '72'], reach: 'municipality',
  },
  {
    id: 'o-partner', kind: 'other', names: ['Partnerskabet {D}', '{R} Partnerskab'],
    summary: t('Fire kommuner, ni virksomheder og to skoler om ét bord.', 'Four municipalities, nine companies and two schools around one table.'),
    description: t(
      'Partnerskabet opstod {siden}, fordi alle manglede tømrere, og ingen ville uddanne dem alene. I dag deler vi regningen og deltagerne. Du bliver ansat hos én og kommer rundt hos tre.\n\nSelv er vi et lille sekretariat. Resten er aftaler.',
      'The partnership arose in {siden} because everyone lacked carpenters and nobody would train them alone. Today we share the bill and the participants. You are employed by one and rotate among three.\n\nWe ourselves are a small office. The rest is agreements.',
    ),
    groups: ['dk-dagpenge', 'dk-kontanthjaelp-jobparat', 'ufaglaerte', 'dk-uddannelsesparat'], services: ['byg-sikkerhed', 'virksomhedscenter', 'realkompetence'], sectors: ['F', '71', 'C'], reach: 'region',
  },
  {
    id: 'o-bibliotek', kind: 'other', names: ['Læsesalen {D}', '{G} Bogcafé'],
    summary: t('Et hjørne på biblioteket med jobhjælp, printer og fred.', 'A corner of the library with job help, a printer and peace.'),
    description: t(
      'Man kan komme uden at nogen tror, man er ledig. Bag reolen med rejsebøger står et bord, to computere og en frivillig mellem ti og fjorten.\n\nVi hjælper med alt, der skal trykkes på. Er det mere kompliceret, kender vi den rigtige dør.',
      'You can come without anyone thinking that you are unemployed. Behind the travel books are a table, two computers and a volunteer between ten and two.\n\nWe help with everything that needs clicking. If it is more complicated we know the right door.',
    ),
    groups: ['seniorer', 'nytilkomne', 'langtidsledige', 'dk-dagpenge'], services: ['aaben-doer', 'digital-grund', 'formiddagscafe'], accessibility: ['wheelchair', 'hearing-loop', 'screen-reader-material'], opening: ['Mo-Fr 10:00-14:00'], reach: 'municipality',
  },
  {
    id: 'o-kollektiv', kind: 'other', names: ['Andelsselskabet {D}', '{R} Kooperativ'],
    summary: t('Kooperativ rengøring og flytning, ejet af dem, der arbejder der.', 'Cooperative cleaning and removals, owned by those who work there.'),
    description: t(
      'Efter seks måneder kan man købe en andel for en krone og være med til at bestemme. Indtil da får man løn efter overenskomst og en makker, der har været her længere.\n\nVi underbyder ingen. Det står i vedtægterne, og vores kunder ved det.',
      'After six months you can buy a share for one krone and have a say. Until then you get pay by collective agreement and a partner who has been here longer.\n\nWe undercut nobody. It is in our statutes, and our customers know.',
    ),
    groups: ['nytilkomne', 'dk-kontanthjaelp-jobparat', 'ufaglaerte', 'tidligere-indsatte'], services: ['rengoering-kantine', 'smaa-job', 'hundrede-dage'], sectors: ['N', 'H', '91'], languages: ['en', 'ar', 'es'], where: 'city', reach: 'neighbours',
  },
  {
    id: 'o-museum', kind: 'other', names: ['{G} Museumsværksted', 'Værftet {D}'],
    summary: t('Gamle skibe, maskiner og huse sættes i stand af folk uden job.', 'Old ships, machines and houses restored by people out of work.'),
    description: t(
      'Et træskib bliver ikke færdigt på tretten uger, så her er altid noget at komme tilbage til. Man lærer af bådebyggeren, og publikum står og ser på, hvilket de fleste ender med at kunne lide.\n\nUdtalelsen herfra har en vis vægt på værfterne.',
      'A wooden ship is not finished in thirteen weeks, so there is always something to return to. You learn from the boatbuilder, and the public looks on, which most end up liking.\n\nA reference from here carries some weight at the shipyards.',
    ),
    groups: ['dk-kontanthjaelp-aktivitetsparat', 'seniorer', 'dk-ressourceforloeb', 'dk-sygedagpenge'], services: ['eget-vaerksted', 'afklaring-fire-uger'], sectors: ['R', '71', '75'], where: 'harbour', reach: 'neighbours',
  },
  {
    id: 'o-natur', kind: 'other', names: ['Naturfonden {D}', '{G} Skovlaug'],
    summary: t('Naturpleje som arbejde og som hvile.', 'Nature conservation as work and as rest.'),
    description: t(
      'Vi passer moser og heder for tre lodsejere og bruger arbejdet som ramme om forløb for sygemeldte og unge. Nogle graver, nogle tæller sommerfugle, nogle sidder.\n\nDet er ikke terapi. Men det er sjældent, nogen ringer afbud.',
      'We tend bogs and heaths for three landowners and use the work as a frame for people on sick leave and young people. Some dig, some count butterflies, some sit.\n\nIt is not therapy. But people rarely cancel.',
    ),
    groups: ['dk-sygedagpenge', 'dk-ung-aktivitetsparat', 'psykisk-saarbare', 'dk-jobafklaring'], services: ['naturro', 'groen-praktik'], sectors: ['A'], accessibility: ['companion-welcome'], outdoors: true, reach: 'region',
  },
];
