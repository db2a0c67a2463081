/** What is offered: one concept for each kind of programme, and what people call parts of it. */
import type { Concept } from './types.ts';

export const SERVICE_CONCEPTS: readonly Concept[] = [
  {
    id: 'career', codes: 'service:individual-counselling', near: 'coach, guidance, interview',
    da: 'karrierevejled~, karriererådgiv~, karrieresamtale, karrierecoach*, karriereafklaring, jobrådgiv~, jobvejled~, erhvervsvejled~, individuel vejledning, individuel rådgivning, individuelle samtaler, samtaleforløb',
    en: 'career advice, career guidance, career counselling, career counseling, career coaching, career coach, individual counselling, one-to-one',
    sv: 'karriärvägled~, karriärrådgiv~, karriärcoach*, yrkesvägled~, jobbcoach*, individuell vägledning, individuell rådgivning',
    nl: 'loopbaan*, carrièreadvies, carrièrecoach*, individuele begeleiding, beroepskeuze*',
    fi: 'uravalmen~, uraohjau~, uraneuvon~, urasuunnit~, yksilöohjaus, yksilövalmennus, ammatinvalinta*',
  },
  {
    id: 'coach',
    da: 'coach, coaching, coaches, coachen', en: 'coach, coaching, coaches', sv: 'coach, coachning, coacher',
    nl: 'coach, coaching, coaches', fi: 'valmentaj~, coach, coaching',
  },
  {
    id: 'guidance',
    da: 'vejledning, vejleder, rådgivning, rådgiver', en: 'guidance, advice, adviser, advisor, counselling, counseling, counsellor',
    sv: 'vägledning, vägledare, rådgivning, rådgivare', nl: 'begeleiding, advies, adviseur', fi: 'ohjaus, neuvonta, ohjaaja, neuvoja',
  },
  {
    id: 'jobsearch', codes: 'service:job-search-course', near: 'course, cv, application, interview',
    da: 'jobsøg~, jobsøgning, jobsøgningskursus, jobsøgningsforløb, jobansøgningskursus',
    en: 'job search, job-search course, job hunting, job seeking, job application course',
    sv: 'jobbsök~, jobbsökarkurs, söka jobb',
    nl: 'sollicitatietrain~, sollicitatiecursus*, solliciteren, sollicitatie, werk zoeken, sollicitatiehulp',
    fi: 'työnhak~, työnhakukurssi, työnhakuvalmennus',
  },
  {
    id: 'cv', near: 'application',
    da: 'cv, cvet, curriculum, resume, cv-hjælp, cv-tjek', en: 'cv, resume, curriculum vitae', sv: 'cv, meritförteckning',
    nl: 'cv, curriculum', fi: 'cv, ansioluettelo',
  },
  {
    id: 'application', near: 'cv',
    da: 'ansøgning, jobansøgning, motiveret ansøgning, ansøgningsskrivning', en: 'job application, cover letter, application letter, application',
    sv: 'ansökan, ansökning~, personligt brev, jobbansökan', nl: 'sollicitatiebrief, motivatiebrief', fi: 'työhakemu~, hakemus, saatekirje',
  },
  {
    id: 'interview',
    da: 'jobsamtale, jobinterview, prøvesamtale, samtaletræning', en: 'job interview, interview training, interview, mock interview',
    sv: 'anställningsintervju, jobbintervju, övningsintervju', nl: 'sollicitatiegesprek*', fi: 'työhaastattelu, haastattelu*, videohaastattelu*',
  },
  {
    id: 'jobclub', codes: 'service:job-club', near: 'network',
    da: 'jobklub, job klub, jobcafé, jobgruppe, ansøgerklub', en: 'job club, job seekers club, peer group',
    sv: 'jobbklubb, jobbgrupp, jobbcafé', nl: 'jobclub, netwerkgroep, werkcafé', fi: 'työnhakuryhmä, työnhakuklubi, vertaisryhmä, työnhakukahvila',
  },
  { id: 'network', da: 'netværk, netværksgruppe', en: 'network, networking', sv: 'nätverk', nl: 'netwerk, netwerken', fi: 'verkosto*' },
  {
    id: 'matching', codes: 'service:job-matching',
    da: 'jobformidling, formidling, jobmatch, jobmatching, matchning, rekruttering, virksomhedsmatch', en: 'job matching, matching, placement service, recruitment, job brokerage',
    sv: 'matchning, jobbmatchning, arbetsförmedl~, jobbförmedl~, rusta och matcha', nl: 'arbeidsbemiddeling, bemiddeling, matching, jobmatching',
    fi: 'työnvälity~, työpaikkavälitys, rekrytointi',
  },
  {
    id: 'mentoring', codes: 'service:mentoring',
    da: 'mentor*, bisidder, støtteperson', en: 'mentor*, buddy', sv: 'mentor*', nl: 'mentor*, maatje*, buddy', fi: 'mentor*, tukihenkilö*',
  },
  {
    id: 'placement', codes: 'service:work-placement',
    da: 'praktik*, virksomhedspraktik, praktikplads, snuseforløb, arbejdspraktik, erhvervspraktik, virksomhedsforløb',
    en: 'work placement, internship*, intern, traineeship, trainee, work experience, work trial',
    sv: 'praktik*, arbetspraktik, arbetsträning, arbetsprövning, prova på', nl: 'stage*, werkstage, proefplaatsing*, werkervaring*, participatieplaats*, taalstage, leerwerkplek',
    fi: 'työkokeilu*, työharjoittelu*, harjoittelu*, työelämään tutustuminen',
  },
  {
    id: 'wagesubsidy', near: 'placement',
    da: 'løntilskud*, privat løntilskud, isbryder*', en: 'wage subsidy, subsidised job, subsidized job', sv: 'nystartsjobb, introduktionsjobb, subventionerad anställning, subventionerade anställningar, extratjänst',
    nl: 'loonkostensubsidie', fi: 'palkkatu~',
  },
  {
    id: 'training', codes: 'service:skills-training', near: 'course',
    da: 'opkvalific~, efteruddannelse, omskol~, kompetenceudvikling, amu, amu-kursus, erhvervsrettet kursus, faglig opkvalificering, kompetenceløft',
    en: 'skills training, vocational training, upskilling, reskilling, retraining, training, professional training',
    sv: 'yrkesutbildning, arbetsmarknadsutbildning, omskolning, vidareutbildning, kompetensutveckling, fortbildning',
    nl: 'omschol~, bijschol~, scholing, opleiding, vakopleiding, beroepsopleiding', fi: 'ammatti koulutus, ammattikoulu~, täydennyskoulu~, uudelleenkoulu~, työvoimakoulutus',
  },
  {
    id: 'course',
    da: 'kursus, kurser, undervisning', en: 'course, class, courses, classes, lessons', sv: 'kurs, utbildning', nl: 'cursus, training, les', fi: 'kurssi*, koulutu~',
  },
  {
    id: 'assessment', codes: 'service:assessment',
    da: 'afklaring, afklaringsforløb, arbejdsprøvning, arbejdsevnevurdering, arbejdsevne, arbejdsevneafklaring, kompetenceafklaring, udredning, realkompetencevurdering, skånehensyn',
    en: 'assessment, work capacity, work ability assessment, ability assessment, clarification',
    sv: 'kartlägg~, arbetsförmåg~, arbetsförmågeutredning, utredning, bedömning', nl: 'assessment, arbeidsmogelijkhedenonderzoek, arbeidsvermogen, belastbaarheidsonderzoek, arbeidsdeskundig onderzoek',
    fi: 'työkyvyn arviointi, työkyky, työkyvyn selvitys, osaamiskartoitus, alkukartoitus, kartoitus',
  },
  {
    id: 'health', codes: 'service:health-support', near: 'rehab',
    da: 'sundhedsforløb, helbred, helbredsforløb, helbredsindsats, genoptræning, sundhedsindsats, behandling, terapi', en: 'health support, health, recovery, treatment, therapy',
    sv: 'hälsostöd, hälsa, behandling, terapi', nl: 'gezondheid, herstel, behandeling, therapie', fi: 'terveys, hoito, toipu~, terapia',
  },
  {
    id: 'jobcoaching', codes: 'service:job-coaching', near: 'coach, retention',
    da: 'jobcoach*, støttet beskæftigelse, jobstøtte, opfølgning på arbejdspladsen', en: 'job coach*, supported employment, on-the-job support, workplace coaching',
    sv: 'arbete med stöd, sius, sius-konsulent, supported employment', nl: 'jobcoach*, job coaching, begeleid werken', fi: 'työhönvalmen~, työvalmen~, tuettu työllistyminen',
  },
  {
    id: 'outplacement', codes: 'service:outplacement', near: 'notice',
    da: 'outplacement*, genplacering', en: 'outplacement*, redundancy support, career transition',
    sv: 'omställning*, outplacement*', nl: 'outplacement*, van werk naar werk', fi: 'uudelleensijoittu~, outplacement*, muutosturv~',
  },
  {
    id: 'language', codes: 'service:language-and-integration', near: 'integration, course',
    da: 'danskkursus, danskundervis~, sprogkursus, sprogundervis~, sprogskole, lære dansk, dansk for udlændinge, sprogpraktik, virksomhedsdansk, dansk på jobbet, fvu-dansk',
    en: 'language course, language lessons, language class, learn danish, danish course, danish lessons, danish class, danish language, language training, learn swedish, learn dutch, learn finnish',
    sv: 'svenska för invandrare, sfi, yrkessvenska, lära sig svenska, svenska för nyanlända, svenskkurs, språkkurs, svenskundervisning, språkstöd, språkträning',
    nl: 'nederlandse les, nederlands leren, taalles*, taalcursus, taalcoach*, nt2, nederlandse taal', fi: 'suomen kielen kurssi, suomen kieli, suomen kurssi, kielikurssi, kielikoulutus, oppia suomea, suomea työelämään',
  },
  {
    id: 'integration', near: 'newcomer',
    da: 'integration*, introduktionsprogram*', en: 'integration', sv: 'integration*, etablering*', nl: 'inburger~, integratie', fi: 'kotoutu~, kotoutumiskoulutus',
  },
  {
    id: 'selfemployment', codes: 'service:self-employment',
    da: 'iværksæt~, selvstændig*, egen virksomhed, eget firma, starte virksomhed, starte egen virksomhed, start egen virksomhed, starte firma, blive selvstændig, startup, startups, opstart af virksomhed',
    en: 'self-employ*, self employed, self employment, entrepreneur*, start a business, start a company, own business, own company, start your own, start your own business, start your own company, startup, startups, founder, founders',
    sv: 'starta eget, eget företag, egen företagare, egenföretag~, starta företag, entreprenör*, starta eget företag', nl: 'zzp*, eigen bedrijf, zelfstandige, zelfstandig ondernemer, ondernemer*, ondernemen, bedrijf starten, eigen zaak, een eigen bedrijf starten',
    fi: 'yrittäj~, oma yritys, yrityksen perustaminen, perustaa yritys, oma firma, starttiraha*',
  },
  {
    id: 'rehab', near: 'health',
    da: 'rehabiliter~, genoptræning', en: 'rehabilitation, rehab', sv: 'rehabiliter~', nl: 'revalidatie, re-integratie, reintegratie, re integratie, tweede spoor', fi: 'kuntoutu~',
  },
  {
    id: 'retention', codes: 'group:fastholdelse',
    da: 'fastholdelse*, jobfastholdelse, efterværn, fastholde job, beholde job, holde på jobbet, tilbage til arbejdspladsen', en: 'job retention, retention, stay in work, keep my job, aftercare',
    sv: 'behålla jobbet, stanna kvar', nl: 'behoud van werk, nazorg, risico op uitval', fi: 'työssä jatkaminen, työssä pysyminen, jälkituki',
  },
  {
    id: 'shortjob', da: 'småjob, ordinære timer, lønnede timer', en: 'small job', sv: 'småjobb', nl: 'bijbaan', fi: 'pienet työt',
  },
];
