/** For whom: one concept for each target group, and what people call their own situation. */
import type { Concept } from './types.ts';

export const GROUP_CONCEPTS: readonly Concept[] = [
  {
    id: 'dagpenge', codes: 'group:dk-dagpenge', near: 'newly',
    da: 'dagpenge*, arbejdsløshedsdagpenge, forsikret ledig, forsikrede ledige, a-dagpenge', en: 'unemployment benefit*, unemployment insurance, insured unemployed',
    sv: 'a-kassa, akassa, arbetslöshetskassa, arbetslöshetsersättning', nl: 'ww, ww-uitkering, werkloosheidswet, werkloosheidsuitkering', fi: 'ansiopäiväraha*, työttömyyspäiväraha*, ansiosidonnai~, työttömyyskassa',
  },
  {
    id: 'socialassistance', codes: 'group:dk-kontanthjaelp-jobparat, group:dk-kontanthjaelp-aktivitetsparat',
    da: 'kontanthjælp*, kontanthjælpsmodtager', en: 'social assistance, social security benefit, cash benefit, welfare benefit',
    sv: 'försörjningsstöd, socialbidrag, ekonomiskt bistånd', nl: 'bijstand*, participatiewet, bijstandsuitkering, bijstandsgerechtigd~', fi: 'toimeentulotu~, perusturva, työmarkkinatu~',
  },
  { id: 'jobready', codes: 'group:dk-kontanthjaelp-jobparat', near: 'socialassistance', da: 'jobparat*', en: 'job-ready', sv: 'jobbredo', nl: 'direct bemiddelbaar', fi: 'työhön valmis' },
  {
    id: 'activityready', codes: 'group:dk-kontanthjaelp-aktivitetsparat, group:dk-ung-aktivitetsparat', near: 'socialassistance',
    da: 'aktivitetsparat*', en: 'activity-ready', sv: 'förberedande insatser', nl: 'afstand tot de arbeidsmarkt', fi: 'tukea tarvitseva, kuntouttava työtoiminta',
  },
  {
    id: 'educationhelp', codes: 'group:dk-uddannelsesparat, group:dk-ung-aktivitetsparat', near: 'young',
    da: 'uddannelseshjælp*, uddannelsesparat*', en: 'education help, education-ready', sv: 'utbildningsredo, utbildningskontrakt', nl: 'startkwalificatie', fi: 'opiskeluvalmis',
  },
  {
    id: 'young', codes: 'group:unge, group:dk-uddannelsesparat, group:dk-ung-aktivitetsparat, group:dk-under-18',
    da: 'unge, ung, ungdom, ungdommen, ungeindsats, unges, under 30', en: 'young, young people, youth, youngster, teenagers', sv: 'unga, ung, ungdom~, unges', nl: 'jong, jongere*, jongeren, jeugd', fi: 'nuor~',
  },
  {
    id: 'sick', codes: 'group:dk-sygedagpenge, group:dk-jobafklaring', near: 'retention',
    da: 'sygemeld~, syg, syge, sygdom, sygedagpenge*, sygefravær, langtidssyg, langtidssygemeldt, sygeorlov, delvis raskmeldt, raskmelding', en: 'sick leave, on sick leave, sickness benefit*, sick, sickness, ill, illness, long-term sick, return to work, back to work',
    sv: 'sjukskriv~, sjuk, sjukdom, sjukpenning, långtidssjuk*, tillbaka till arbetet', nl: 'ziek, zieke, ziekte, ziekteverzuim, ziektewet, ziekengeld, wia, arbeidsongeschikt~', fi: 'sairauslom~, sairauspäiväraha*, sairastun~, sairau~, sairas, takaisin töihin',
  },
  { id: 'jobclarification', codes: 'group:dk-jobafklaring', near: 'sick, assessment', da: 'jobafklaring*', en: 'job clarification' },
  { id: 'resource', codes: 'group:dk-ressourceforloeb', near: 'health, assessment', da: 'ressourceforløb*', en: 'resource programme, resource course', sv: 'resursprogram', nl: 'ontwikkeltraject', fi: 'voimavaraohjelma, monialainen tuki' },
  {
    id: 'flexjob', codes: 'group:dk-fleksjob', near: 'disability',
    da: 'fleksjob*, flexjob*, fleksjobvisiter~, ledighedsydelse*, nedsat arbejdsevne, minifleksjob, mini-fleksjob, fleksjobbere', en: 'flex job*, flexi-job, reduced work capacity, reduced capacity',
    sv: 'lönebidrag*, nedsatt arbetsförmåga, samhall, skyddat arbete, anställning med anpassning', nl: 'banenafspraak, beschut werk, garantiebaan, loonkostensubsidie', fi: 'osatyökyky~, palkkatu~, räätälöity työ, työkanava',
  },
  { id: 'vocrehab', codes: 'group:dk-revalidering', da: 'revalid~', en: 'vocational rehabilitation', sv: 'arbetslivsinriktad rehabilitering', nl: 'beroepsrevalidatie', fi: 'ammatillinen kuntoutus' },
  {
    id: 'pension', codes: 'group:dk-foertidspension',
    da: 'førtidspension*, førtid, skånejob*, skånestilling', en: 'disability pension*, early retirement pension', sv: 'sjukersättning, förtidspension*', nl: 'arbeidsongeschiktheidsuitkering, wajong, wao', fi: 'työkyvyttömyyselä~',
  },
  { id: 'selfsupporting', codes: 'group:dk-selvforsoergende', da: 'selvforsørg~, uden ydelse, uden forsørgelse', en: 'without benefits, no benefits', sv: 'utan ersättning', nl: 'nugger~, niet-uitkeringsgerechtigd*', fi: 'ilman etuutta' },
  {
    id: 'newcomer', codes: 'group:nytilkomne, group:dk-integration', near: 'migrant',
    da: 'flygtning*, nytilkom~, nytilkommen, familiesammenført*, nyankom~, asylansøger', en: 'refugee*, newcomer*, asylum seeker, newly arrived', sv: 'nyanländ~, flykting*, asylsökande', nl: 'vluchteling*, statushouder*, nieuwkomer*, asielzoeker', fi: 'pakolai~, maahan muuttaneet, vastaanottokeskus, turvapaikan~',
  },
  {
    id: 'migrant', codes: 'group:ikke-vestlige, group:nytilkomne, group:dk-integration',
    da: 'indvandrer*, etnisk baggrund, anden etnisk baggrund, minoritet*, tosprog~, udlænding, udlændinge, etniske minoriteter', en: 'migrant*, immigrant*, ethnic minority, foreigners, international, internationals, expat, expats',
    sv: 'invandrar~, utrikes född, utrikes födda, utlandsfödd*', nl: 'migrant*, migratieachtergrond, immigrant*, allochtoon', fi: 'maahanmuut~, maahan muuttaja, vieraskieli~, ulkomaalai~',
  },
  { id: 'women', da: 'kvinde*, kvinder', en: 'woman, women', sv: 'kvinn~', nl: 'vrouw*', fi: 'nais~, nainen' },
  {
    id: 'senior', codes: 'group:seniorer',
    da: 'senior*, over 50, 50 plus, +50, ældre ledige, 50 år', en: 'senior*, over 50, older workers, older people, 50 plus, aged 50', sv: 'senior*, över 50, över femtio, äldre än 50, äldre än femtio, 50 plus, över 55', nl: '50-plus, 50 plusser*, 50 plus, vijftigplus~, vijftig plus, ouderen, oudere werkzoekende*, boven de 50', fi: 'seniori*, yli 50, yli 50-vuotia*, yli viisikymppi*, ikäänty~',
  },
  {
    id: 'longterm', codes: 'group:langtidsledige',
    da: 'langtidsledig*, langtidsledighed, ledig i lang tid, langtidsarbejdsløs*', en: 'long-term unemployed, long term unemployment, long-term unemployment', sv: 'långtidsarbetslös*', nl: 'langdurig werkloos, langdurig werklozen, langdurig werkzoekende*', fi: 'pitkäaikaistyöt~',
  },
  { id: 'newly', codes: 'group:nyledige', da: 'nyledig*, lige blevet ledig, blevet ledig', en: 'newly unemployed, just lost my job, lost my job', sv: 'nyligen arbetslös*, ny arbetslös', nl: 'recent werkloos, pas werkloos', fi: 'uusi työtön, uudet työttömät, juuri työttömäksi' },
  {
    id: 'graduate', codes: 'group:dimittender', near: 'academic',
    da: 'dimittend*, nyuddan~, færdiguddannet, første job', en: 'graduate, graduates, recent graduate*, new graduate, newly qualified', sv: 'nyexaminer~, nyutbild~, första jobbet', nl: 'pas afgestudeerd*, afgestudeerd~, starter op de arbeidsmarkt', fi: 'vastavalmist~, ensimmäinen työpaikka',
  },
  { id: 'academic', codes: 'group:akademikere', da: 'akademik*, højtuddannet, højtuddannede, kandidat, kandidater', en: 'academic*, highly educated, higher education, university degree', sv: 'akademik~, högutbildad*', nl: 'hoogopgeleid~, academici, academicus', fi: 'korkeakoulut~, akateemi~, maisteri*' },
  { id: 'leader', codes: 'group:ledere', da: 'leder, ledere, ledelse, mellemleder, chef, chefer, direktør', en: 'manager*, executive*, leader, leaders', sv: 'chef, chefer, ledare, tjänsteman, tjänstemän', nl: 'leidinggevende*, manager*', fi: 'johtaj~, esihenkil~, esimies*, päällik~' },
  { id: 'skilled', codes: 'group:faglaerte', da: 'faglært*, svend, svende', en: 'skilled worker*, tradesman, craftsman', sv: 'yrkesutbildad*, yrkesarbetare', nl: 'vakman, vakmensen, vakkracht', fi: 'ammattikoulutet~, ammattilai~' },
  { id: 'unskilled', codes: 'group:ufaglaerte', da: 'ufaglært*, uden uddannelse, ingen uddannelse', en: 'unskilled, without education, no education, no qualifications', sv: 'utan yrkesutbildning, outbildad*', nl: 'ongeschoold~, zonder diploma, zonder startkwalificatie', fi: 'ilman ammatillista koulutusta, kouluttamat~' },
  {
    id: 'notice', codes: 'group:opsagte', near: 'outplacement',
    da: 'opsagt*, opsigelse, fyret, fyring, fyringsrunde, afskedig~, varslet, massefyring', en: 'under notice, laid off, redundant, redundancy, dismissed, fired, notice period',
    sv: 'uppsagd*, uppsägning, varsel, varslad, varslar, sparkad', nl: 'ontslag*, ontslagen, reorganisatie', fi: 'irtisanot~, irtisanom~, lomautet~, muutosturv~, yt-neuvottelut',
  },
  {
    id: 'singleparent', codes: 'group:foraeldre',
    da: 'enlig mor, enlig far, enlige mødre, enlige fædre, enlig forsørger, enlige forsørgere, enlig forælder, alenemor, alenefar, eneforsørger', en: 'single parent*, single mother, single father, lone parent', sv: 'ensamstående*, ensam förälder', nl: 'alleenstaande ouder*, alleenstaande moeder', fi: 'yksinhuolta~',
  },
  {
    id: 'prison', codes: 'group:tidligere-indsatte',
    da: 'tidligere indsat*, løslad~, fængsel, fængslet, straffet, straffede, kriminel*, kriminalitet, plettet straffeattest, afsoning', en: 'former prisoner*, ex-offender*, prison, offender*, criminal record', sv: 'tidigare intag*, fängelse, frigiven, kriminalvård*', nl: 'ex-gedetineerd~, gedetineerd~, gevangenis, detentie', fi: 'vankil~, vapautu~, rikostaust~',
  },
  {
    id: 'disability', codes: 'group:handicap',
    da: 'handicap*, funktionsnedsætt~, funktionsevne, nedsat funktionsevne', en: 'disability, disabilities, disabled, disabled people, impairment', sv: 'funktionsnedsätt~, funktionshind~, funktionsvari~, handikapp~', nl: 'arbeidsbeperking*, handicap*, beperking*, arbeidshandicap', fi: 'vammai~, vamma, osatyökyky~',
  },
  {
    id: 'mental', codes: 'group:psykisk-saarbare', near: 'stress, anxiety, depression',
    da: 'psykisk sårbar*, psykisk sygdom, psykiske problemer, psykisk lidelse, psykiatri~, mentalt helbred, psykisk', en: 'mental health, mental illness, mental health problems, psychiatric', sv: 'psykisk ohälsa, psykisk sjukdom, psykiska besvär, psykiatri', nl: 'psychische klachten, psychisch~, mentale gezondheid, ggz', fi: 'mielenterv~, psyykki~',
  },
  {
    id: 'stress', near: 'mental',
    da: 'stress*, udbrændt*, udbrændthed, nedslidt psykisk, arbejdsrelateret stress, gået ned med stress', en: 'stress*, burnout, burnt out, burned out, burn-out, exhaustion', sv: 'stress*, utmatt~, utbränd~, utbrändhet, utmattningssyndrom', nl: 'stress*, burn-out, burnout, overspannen', fi: 'stressi*, uupum~, työuupum~, loppuunpala~',
  },
  { id: 'anxiety', near: 'mental', da: 'angst*, socialangst', en: 'anxiety, anxious', sv: 'ångest*', nl: 'angst*, angststoornis', fi: 'ahdistu~' },
  { id: 'depression', near: 'mental', da: 'depression*, deprim~', en: 'depression, depressed', sv: 'depression*, deprim~', nl: 'depressie*, depressief', fi: 'masennu~, masentun~' },
  { id: 'autism', near: 'neuro', da: 'autis~, asperger*, asf, adhd og autisme', en: 'autis~, asperger*, autism spectrum', sv: 'autis~, asperger*', nl: 'autis~, asperger*', fi: 'autis~, asperger*' },
  { id: 'adhd', near: 'neuro', da: 'adhd', en: 'adhd', sv: 'adhd', nl: 'adhd', fi: 'adhd' },
  { id: 'neuro', near: 'autism, adhd', da: 'neurodiver~, npf, diagnose, diagnoser', en: 'neurodiver~, diagnosis', sv: 'npf, neuropsykiatri~', nl: 'neurodiver~', fi: 'neurokirj~, neuropsykiat~' },
  { id: 'dyslexia', da: 'ordblind*, dysleksi, læsevanskelig~, læse- og skrivevanskeligheder', en: 'dyslexi~, reading difficulties', sv: 'dyslexi~, läs- och skrivsvårigheter', nl: 'dyslexie, laaggeletterd~', fi: 'lukihäiriö*, lukivaikeu~' },
  { id: 'addiction', da: 'misbrug*, alkohol*, alkoholiker, stofmisbrug*, afhængighed, ædru, narko*', en: 'addiction*, substance abuse, alcohol*, drug abuse, sober', sv: 'missbruk*, beroende, alkohol*, nykter~', nl: 'verslaving*, verslaafd~, alcohol*', fi: 'päihde*, riippuvuu~, alkohol*' },
  { id: 'backpain', near: 'health', da: 'ondt i ryggen, rygsmerter, rygproblemer, smerter, smertehåndtering, kroniske smerter, nedslidt*, ryg, ryggen', en: 'back pain, chronic pain, pain', sv: 'ont i ryggen, ryggsmärta, ryggont, smärta', nl: 'rugpijn, rugklachten, pijn', fi: 'selkäkip~, selkäsärk~, kipu, tules' },
];
