/** Practical texts that follow from a provider's facts, and the pools other facts are drawn from. */
import { t } from './text.ts';
import type { Text } from './text.ts';

/** Danish and English names of the languages help is given in. */
export const LANGUAGE_NAMES: Readonly<Record<string, readonly [string, string]>> = {
  en: ['engelsk', 'English'], sv: ['svensk', 'Swedish'], de: ['tysk', 'German'], ar: ['arabisk', 'Arabic'], uk: ['ukrainsk', 'Ukrainian'],
  pl: ['polsk', 'Polish'], so: ['somali', 'Somali'], tr: ['tyrkisk', 'Turkish'], fa: ['farsi', 'Farsi'], ti: ['tigrinya', 'Tigrinya'],
  ru: ['russisk', 'Russian'], ro: ['rumænsk', 'Romanian'], es: ['spansk', 'Spanish'], th: ['thai', 'Thai'], nl: ['nederlandsk', 'Dutch'],
  fi: ['finsk', 'Finnish'], ur: ['urdu', 'Urdu'], bs: ['bosnisk', 'Bosnian'], kl: ['grønlandsk', 'Greenlandic'],
};

/** Sentences with the slot {sprog}. */
export const LANGUAGE_LINES: readonly Text[] = [
  t('Vi kan også hjælpe på {sprog}.', 'We can also help in {sprog}.'),
  t('Du kan få samtalen på {sprog}, hvis du siger det, når du bestiller tid.', 'You can have the talk in {sprog} if you say so when booking.'),
  t('Hos os er der nogen, der taler {sprog}.', 'Someone here speaks {sprog}.'),
  t('Rådgivning på {sprog} er en mulighed; det koster ikke ekstra.', 'Guidance in {sprog} is available at no extra cost.'),
];

export const ACCESS_LINES: Readonly<Record<string, readonly Text[]>> = {
  wheelchair: [
    t('Der er niveaufri adgang og et handicaptoilet.', 'There is step-free access and an accessible toilet.'),
    t('Man kan komme ind med kørestol fra gården.', 'Wheelchair users can enter from the courtyard.'),
    t('Elevatoren er bred nok til en kørestol.', 'The lift is wide enough for a wheelchair.'),
    t('Der er rampe ved indgangen og en handicapplads på parkeringen.', 'There is a ramp at the entrance and an accessible parking space.'),
    t('Bruger du kørestol, er der ingen trin hos os.', 'If you use a wheelchair, you will meet no steps here.'),
  ],
  'hearing-loop': [
    t('Teleslyngen er tændt i mødelokalet; sig til, hvis den brummer.', 'The hearing loop is on in the meeting room; tell us if it hums.'),
    t('Der er teleslynge i det store lokale og en transportabel til samtaler.', 'There is a hearing loop in the large room and a portable one for talks.'),
    t('Vi har teleslynge i receptionen og i to samtalerum.', 'There is a hearing loop at reception and in two talking rooms.'),
  ],
  'sign-language': [t('Tegnsprogstolk bestiller vi, når vi kender tidspunktet.', 'We book a sign-language interpreter once the time is fixed.')],
  'easy-language': [
    t('Breve og planer skriver vi også i en letlæst udgave.', 'Letters and plans also come in easy language.'),
    t('Vi skriver kort og uden fagord.', 'We write briefly and without jargon.'),
  ],
  'screen-reader-material': [t('Alt materiale kan læses med skærmlæser.', 'All material works with a screen reader.')],
  'quiet-room': [
    t('Der er et stille rum, man kan gå ind i uden at spørge.', 'There is a quiet room you can use without asking.'),
    t('Man kan trække sig til et stille rum undervejs.', 'You can withdraw to a quiet room along the way.'),
  ],
  'companion-welcome': [
    t('Tag gerne en bisidder eller ledsager med.', 'You are welcome to bring a companion.'),
    t('En ledsager må sidde med til alt.', 'A companion may sit in on everything.'),
    t('Du kan have en ven, en kollega eller en fra familien med.', 'You can bring a friend, a colleague or someone from your family.'),
  ],
  childcare: [t('Små børn må være med; der er legesager og en at passe dem.', 'Small children may come; there are toys and someone to mind them.')],
};

export const PRACTICAL_LINES: readonly Text[] = [
  t('Første besøg forpligter ikke til noget.', 'The first visit commits you to nothing.'),
  t('Ring inden klokken ti, hvis du bliver syg; så finder vi en ny tid.', 'Call before ten if you are ill; we will find another time.'),
  t('Er du i tvivl, om du er det rette sted, så ring; vi henviser gerne til andre.', 'If in doubt whether this is the right place, call; we gladly refer you to others.'),
  t('Vi svarer på beskeder samme dag, undtagen i weekenden.', 'We answer messages the same day, except at weekends.'),
  t('Klager går til vores leder og bliver besvaret skriftligt inden to uger.', 'Complaints go to our manager and are answered in writing within two weeks.'),
  t('Ferielukket i uge 29 og 30.', 'Closed in weeks 29 and 30.'),
  t('Du kan bede om en anden rådgiver når som helst.', 'You can ask for another adviser at any time.'),
  t('Planen er din. Vi sender den ikke videre uden dit ja.', 'The plan is yours. We do not pass it on without your consent.'),
  t('Vil du stoppe undervejs, så taler vi om, hvad det betyder for din ydelse, før du beslutter dig.', 'If you want to stop, we talk about what it means for your benefit before you decide.'),
];
/** Not for volunteers, who write nothing down. */
export const RECORD_LINES: readonly Text[] = [
  t('Vi gemmer kun det, vi har brug for, og sletter det et år efter.', 'We keep only what we need and delete it a year later.'),
];
/** Only where there is somewhere to come. */
export const ON_SITE_LINES: readonly Text[] = [
  t('Har du ingen computer, så låner vi en ud.', 'If you have no computer, we lend you one.'),
  t('Gem dine kvitteringer: transport kan betales tilbage efter kommunens regler.', 'Keep your receipts: travel may be refunded by the municipality’s rules.'),
  t('Du må gerne se lokalerne, før du bestemmer dig.', 'You may see the premises before deciding.'),
  t('Buslinjen stopper lige udenfor, cyklen kan stå i gården.', 'The bus stops right outside; bicycles can stand in the yard.'),
];

export const OPENING: readonly (readonly string[])[] = [
  ['Mo-Th 08:30-15:30', 'Fr 08:30-14:00'],
  ['Mo-Fr 09:00-15:00'],
  ['Mo-We 09:00-15:00', 'Th 10:00-17:30', 'Fr 09:00-12:00'],
  ['Mo-Th 08:00-16:00', 'Fr 08:00-13:00'],
  ['Tu-Th 10:00-16:00'],
  ['Mo,We 09:00-14:00', 'Th 12:00-18:00'],
  ['Mo-Fr 07:30-15:00'],
  ['Mo-Tu 10:00-15:00', 'Th 10:00-20:00'],
];
export const OPENING_EVENING: readonly (readonly string[])[] = [['Mo-Th 07:00-21:00', 'Fr 07:00-16:00'], ['Mo-Fr 08:00-20:00', 'Sa 10:00-13:00']];
export const OPENING_VOLUNTEER: readonly (readonly string[])[] = [['Tu 10:00-13:00', 'Th 14:00-17:00'], ['Th 16:00-19:00'], ['Mo 10:00-12:00', 'We 17:00-20:00'], ['Sa 10:00-14:00']];

/** What a provider declares of its own interests, by kind. */
export const INTERESTS: Readonly<Record<string, readonly Text[]>> = {
  private: [
    t('Ejes af medarbejderne. Halvdelen af omsætningen kommer fra to kommuner.', 'Owned by its staff. Half the turnover comes from two municipalities.'),
    t('Samme ejer driver et vikarbureau. Deltagere bliver ikke henvist til det.', 'The same owner runs a temp agency. Participants are not referred to it.'),
    t('Får en bonus af kommunen, når et job har varet i 13 uger.', 'Receives a bonus from the municipality when a job has lasted 13 weeks.'),
    t('Ingen ejerandele i andre virksomheder. Indehaveren sidder i bestyrelsen for en lokal erhvervsforening.', 'No stakes in other companies. The owner sits on the board of a local business association.'),
    t('Ejes af en kapitalfond, der også ejer to kursusvirksomheder.', 'Owned by a private equity fund that also owns two training companies.'),
    t('Betales af arbejdsgivere for rekruttering ved siden af. Det står i aftalen, når det gælder dig.', 'Paid by employers for recruitment on the side. The agreement says so when it concerns you.'),
  ],
  municipality: [
    t('Kommunen godkender også andre leverandører og har derfor en interesse i sammenligningen.', 'The municipality also approves other providers and so has an interest in the comparison.'),
    t('Kommunen sparer ydelse, når du kommer i arbejde, og bestemmer samtidig dine pligter.', 'The municipality saves benefit when you find work and also decides your duties.'),
  ],
  'unemployment-fund': [
    t('A-kassen ejes af medlemmerne og samarbejder med et fagforbund, som man ikke behøver være medlem af.', 'The fund is owned by its members and works with a union that you need not join.'),
    t('Udbetaler dagpenge og fører kontrol med dem. Vejleder og kontrollør er to forskellige personer.', 'Pays and checks the benefit. Adviser and controller are two different people.'),
  ],
  education: [
    t('Får statstilskud for hver deltager og har derfor en interesse i, at du vælger et kursus.', 'Receives a state grant per participant and so has an interest in your choosing a course.'),
    t('Selvejende. Bestyrelsen er udpeget af arbejdsgivere og fagbevægelse i lige tal.', 'Self-governing. The board is appointed by employers and unions in equal numbers.'),
  ],
  association: [
    t('Støttes af kommunen med et årligt beløb, som ikke afhænger af antal deltagere.', 'Supported by the municipality with a yearly sum that does not depend on numbers.'),
    t('Drives for medlemskontingent og gaver. Ingen betaling fra kommune eller a-kasse.', 'Run on membership fees and gifts. No payment from municipality or fund.'),
  ],
  other: [
    t('Overskuddet bliver i fonden. Bestyrelsen er ulønnet.', 'Profits stay in the foundation. The board is unpaid.'),
    t('Sælger varer, som deltagerne er med til at lave. Ingen deltager arbejder uden en aftale om, hvad der kommer efter.', 'Sells goods that participants help make. Nobody works without an agreement about what comes next.'),
  ],
};

/** Statements without figures behind them: shown as claimed, not documented. `of`: programme kinds or provider kinds they fit. */
export const CLAIMS: readonly { text: Text; of?: readonly string[] }[] = [
  { text: t('Otte ud af ti kommer videre.', 'Eight out of ten move on.') },
  { text: t('De fleste af vores deltagere er i job inden tre måneder.', 'Most of our participants are in work within three months.') },
  { text: t('Vi har Danmarks gladeste mentorer.', 'We have the happiest mentors in Denmark.'), of: ['mentoring'] },
  { text: t('97 % ville anbefale os til en ven.', '97 % would recommend us to a friend.') },
  { text: t('Ingen andre i området har så tæt kontakt med virksomhederne.', 'Nobody else in the area is so close to the companies.'), of: ['job-matching', 'work-placement', 'skills-training'] },
  { text: t('Vores metode er evidensbaseret.', 'Our method is evidence-based.'), of: ['health-support', 'job-coaching', 'assessment', 'mentoring'] },
  { text: t('Hver anden går herfra med en ansættelseskontrakt.', 'Every second leaves with a contract of employment.'), of: ['job-matching', 'job-club', 'job-search-course'] },
  { text: t('Vi halverer sygefraværet.', 'We halve sickness absence.'), of: ['health-support', 'job-coaching'] },
  { text: t('Tre ud af fire er stadig i arbejde efter et år.', 'Three out of four are still in work after a year.') },
  { text: t('Kommunen sparer fire kroner for hver krone, den bruger hos os.', 'The municipality saves four kroner for every krone spent with us.'), of: ['private', 'other'] },
  { text: t('Alle vores elever får tilbud om en læreplads.', 'All our students are offered an apprenticeship.'), of: ['education'] },
  { text: t('Vi har hjulpet mere end tusind mennesker siden starten.', 'We have helped more than a thousand people since we began.') },
  { text: t('Deltagerne giver os 4,7 ud af 5.', 'Participants give us 4.7 out of 5.') },
  { text: t('Ingen venter mere end en uge.', 'Nobody waits more than a week.'), of: ['job-club', 'individual-counselling'] },
];

export const BACKGROUNDS: Readonly<Record<string, readonly Text[]>> = {
  any: [
    t('Socialrådgivere', 'Social workers'), t('Erhvervspsykologer', 'Occupational psychologists'), t('Tidligere personalechefer', 'Former HR managers'),
    t('Pædagoger', 'Social educators'), t('Lærere', 'Teachers'), t('Håndværksmestre', 'Master craftsmen'), t('Jobkonsulenter', 'Employment specialists'),
    t('Mennesker, der selv har været ledige', 'People who have been unemployed themselves'), t('Journalister', 'Journalists'), t('Butikschefer', 'Shop managers'),
  ],
  health: [t('Fysioterapeuter', 'Physiotherapists'), t('Psykologer', 'Psychologists'), t('Sygeplejersker', 'Nurses'), t('Ergoterapeuter', 'Occupational therapists'), t('Socialrådgivere', 'Social workers')],
  volunteer: [t('Frivillige', 'Volunteers'), t('Pensionerede lærere', 'Retired teachers'), t('Studerende', 'Students'), t('Én lønnet koordinator', 'One paid coordinator')],
};
