/** Ways of working that programmes name. Steps are what a participant will be asked to do. */
import { t } from '../text.ts';
import type { Method } from '../types.ts';

const method = (code: string, name: Method['name'], description?: Method['description'], steps?: Method['steps']): Method => ({
  code,
  name,
  ...(description ? { description } : {}),
  ...(steps ? { steps } : {}),
});

const LIST: readonly Method[] = [
  method(
    'omvendt-interview',
    t('Omvendte interviews', 'Reverse interviews'),
    t('Du spørger arbejdsgiveren ud, ikke omvendt – og uden at søge job endnu.', 'You question the employer, not the other way round – and without applying yet.'),
    [
      t('Vælg fem arbejdspladser, du er nysgerrig på', 'Choose five workplaces you are curious about'),
      t('Bed om tyve minutter hos én, der laver arbejdet', 'Ask for twenty minutes with someone who does the work'),
      t('Stil de samme seks spørgsmål hvert sted', 'Ask the same six questions everywhere'),
      t('Skriv ned, hvad de mangler hænder til', 'Write down what they lack hands for'),
      t('Vend tilbage inden to uger med et konkret forslag', 'Return within two weeks with a concrete proposal'),
    ],
  ),
  method(
    'netvaerkskort',
    t('Netværkskort', 'Network mapping'),
    t('Vi tegner dem, du kender, og finder dem, du har glemt.', 'We draw the people you know and find the ones you have forgotten.'),
    [
      t('Skriv 40 navne uden at tænke på job', 'Write 40 names without thinking of jobs'),
      t('Del dem i tæt på, langt fra og gamle bekendte', 'Sort them into close, distant and old acquaintances'),
      t('Udvælg otte, og skriv til de tre første samme dag', 'Choose eight and write to the first three the same day'),
    ],
  ),
  method(
    'styrkekort',
    t('Sortering af styrkekort', 'Strengths card sorting'),
    t('Kort med 60 færdigheder bliver til en sætning, du kan sige højt.', 'Cards with 60 skills become one sentence you can say aloud.'),
    [
      t('Læg kortene i tre bunker: kan, kan og vil, vil ikke mere', 'Put the cards into three piles: can, can and want to, no more of that'),
      t('Find et eksempel fra dit liv til hvert af de ti øverste', 'Find an example from your life for each of the top ten'),
      t('Lad en anden i gruppen læse dine eksempler højt', 'Let someone else in the group read your examples aloud'),
      t('Skriv én sætning om dig selv', 'Write one sentence about yourself'),
    ],
  ),
  method(
    'ips',
    t('Individuelt planlagt job med støtte (IPS)', 'Individual Placement and Support (IPS)'),
    t('Almindeligt lønnet arbejde først, støtten følger med ud på arbejdspladsen.', 'Ordinary paid work first; the support comes along to the workplace.'),
    [
      t('Du siger selv, hvilket arbejde du vil have', 'You say yourself what work you want'),
      t('Vi søger job sammen allerede den første måned', 'We look for jobs together within the first month'),
      t('Jobkonsulent og behandler mødes hver anden uge', 'Employment specialist and clinician meet every other week'),
      t('Støtten fortsætter, så længe du og arbejdsgiveren har brug for den', 'The support continues as long as you and the employer need it'),
    ],
  ),
  method(
    'supported-employment',
    t('Supported employment i fem trin', 'Supported employment in five steps'),
    t('En fast jobkonsulent går med hele vejen.', 'One employment specialist walks the whole way with you.'),
    [
      t('Aftale om samarbejdet', 'Agreement on working together'),
      t('Erhvervsprofil: hvad du kan, vil og har brug for', 'Vocational profile: what you can, want and need'),
      t('Jobfinding', 'Finding the job'),
      t('Aftale med arbejdsgiveren', 'Agreement with the employer'),
      t('Støtte i og uden for jobbet', 'Support on and off the job'),
    ],
  ),
  method(
    'jobklubregler',
    t('Jobklubbens regler', 'The rules of the job club'),
    undefined,
    [
      t('Alle møder til tiden eller sender en besked', 'Everyone is on time or sends a message'),
      t('Hver uge: ti henvendelser, heraf fire på telefon eller ved døren', 'Every week: ten approaches, four of them by phone or in person'),
      t('Vi deler kontakter – et godt spor tilhører klubben', 'We share contacts – a good lead belongs to the club'),
      t('Ingen går hjem uden at vide, hvad næste skridt er', 'Nobody goes home without knowing the next step'),
      t('Når nogen får job, kommer de tilbage én gang og fortæller hvordan', 'Whoever gets a job comes back once and tells how'),
    ],
  ),
  method('motiverende-samtale', t('Den motiverende samtale', 'Motivational interviewing'), t('Rådgiveren spørger og lytter mere, end hun råder.', 'The adviser asks and listens more than she advises.')),
  method(
    'timetrappe',
    t('Timetrappen', 'The staircase of hours'),
    t('Timerne stiger kun, når de foregående har holdt i to uger.', 'Hours go up only when the previous ones have held for two weeks.'),
    [
      t('Begynd med det, du kan på en dårlig dag', 'Start with what you can do on a bad day'),
      t('Læg højst to timer til ad gangen', 'Add two hours at most at a time'),
      t('Aftal på forhånd, hvad der får os til at gå et trin ned', 'Agree beforehand what makes us step down'),
    ],
  ),
  method(
    'energiregnskab',
    t('Energiregnskab', 'Energy accounts'),
    t('Et skema på én side, der viser, hvad der giver og tager kræfter.', 'A one-page sheet showing what gives and takes strength.'),
    [
      t('Notér tre gange om dagen i to uger', 'Note three times a day for two weeks'),
      t('Find de to største tyve', 'Find the two biggest thieves'),
      t('Flyt én ting ad gangen', 'Move one thing at a time'),
    ],
  ),
  method(
    'baglaens-opslag',
    t('Opslaget læst baglæns', 'Reading the advert backwards'),
    t('Vi finder den opgave, arbejdsgiveren har problemer med, og skriver til den.', 'We find the task the employer struggles with and write to that.'),
    [
      t('Understreg verberne i opslaget', 'Underline the verbs in the advert'),
      t('Gæt på, hvad der gik galt, siden jobbet er ledigt', 'Guess what went wrong, since the job is vacant'),
      t('Ring og spørg om netop det', 'Call and ask about exactly that'),
      t('Skriv en halv side', 'Write half a page'),
    ],
  ),
  method(
    'rundbord',
    t('Rundbordssamtale på arbejdspladsen', 'Round-table talk at the workplace'),
    t('Den syge, lederen, kommunen og lægens oplysninger ved samme bord.', 'The person on sick leave, the manager, the municipality and the doctor’s information at one table.'),
    [
      t('Formøde: hvad vil du have sagt, og hvad er privat?', 'Pre-meeting: what do you want said, and what is private?'),
      t('Opgaver deles i kan nu, kan senere, kan ikke', 'Tasks are sorted into can do now, later, not'),
      t('Skriftlig plan for fire uger ad gangen', 'Written plan for four weeks at a time'),
    ],
  ),
  method('makkerpar', t('Makkerpar', 'Buddy pairs'), t('To deltagere ringer til hinanden hver morgen i de første uger.', 'Two participants call each other every morning for the first weeks.')),
  method(
    'oevesamtale',
    t('Øvesamtaler med fremmede', 'Practice interviews with strangers'),
    t('En frivillig fra erhvervslivet, som du aldrig har mødt, holder jobsamtalen.', 'A volunteer from business whom you have never met holds the interview.'),
    [
      t('Send ansøgning og cv to dage før', 'Send application and CV two days before'),
      t('Tyve minutters samtale uden pauser', 'Twenty minutes of interview without breaks'),
      t('Ti minutters tilbagemelding på tre ting', 'Ten minutes of feedback on three things'),
    ],
  ),
  method(
    'realkompetencemappe',
    t('Realkompetencemappe', 'Portfolio of prior learning'),
    t('Beviser for det, du har lært uden for skolen.', 'Evidence of what you have learned outside school.'),
    [
      t('Saml papirer, billeder og udtalelser', 'Collect papers, pictures and references'),
      t('Vis det, du kan, for en faglærer', 'Show what you can do to a trade teacher'),
      t('Få en skriftlig vurdering, du kan bruge på en skole', 'Get a written assessment that a school can use'),
    ],
  ),
  method('sprogmakker', t('Sprogmakker på arbejdspladsen', 'Language buddy at work'), t('En kollega får to timer om ugen til at tale dansk med dig om arbejdet.', 'A colleague gets two hours a week to speak Danish with you about the work.')),
  method(
    'arbejdspladsens-ordbog',
    t('Arbejdspladsens ordbog', 'The workplace dictionary'),
    t('Hver dag fem ord, du har hørt på jobbet, med dit eget billede til.', 'Five words a day that you have heard at work, with a picture of your own.'),
    [
      t('Tag et billede af tingen', 'Take a picture of the thing'),
      t('Få en kollega til at indtale ordet', 'Have a colleague record the word'),
      t('Brug ordet i en sætning dagen efter', 'Use the word in a sentence the next day'),
    ],
  ),
  method(
    'ti-kundesamtaler',
    t('Ti kundesamtaler før planen', 'Ten customer talks before the plan'),
    t('Ingen forretningsplan, før ti mulige kunder har svaret.', 'No business plan until ten possible customers have answered.'),
    [
      t('Skriv, hvem der har problemet', 'Write who has the problem'),
      t('Spørg til, hvad de gør i dag, ikke til din idé', 'Ask what they do today, not about your idea'),
      t('Tæl, hvor mange der vil betale nu', 'Count how many would pay now'),
    ],
  ),
  method('budget-paa-en-side', t('Budget på én side', 'A one-page budget'), t('Hvad skal der ind hver måned, før du kan undvære ydelsen?', 'What must come in every month before you can do without the benefit?')),
  method(
    'skyggedag',
    t('Skyggedag', 'Shadow day'),
    t('En dag i hælene på en, der har jobbet.', 'A day following someone who has the job.'),
    [
      t('Aftal tre ting, du vil se', 'Agree on three things you want to see'),
      t('Følg med uden at hjælpe', 'Follow along without helping'),
      t('Fortæl gruppen, hvad der overraskede dig', 'Tell the group what surprised you'),
    ],
  ),
  method('fremtidsbrev', t('Brev fra fremtiden', 'Letter from the future'), t('Du skriver til dig selv fra en almindelig tirsdag om to år.', 'You write to yourself from an ordinary Tuesday in two years.')),
  method('kollegamentor', t('Kollegamentor', 'Colleague as mentor'), t('En kollega på arbejdspladsen bliver frikøbt nogle timer om ugen.', 'A colleague at the workplace is released for some hours a week.')),
  method(
    'arbejdsproeve',
    t('Arbejdsprøve med tjekliste', 'Work trial with a checklist'),
    t('Du og værkføreren udfylder hver sit skema om de samme ti punkter.', 'You and the foreman each fill in a sheet on the same ten points.'),
    [
      t('Kort besøg før start', 'Short visit before the start'),
      t('Tre opgaver af stigende sværhed', 'Three tasks of rising difficulty'),
      t('Sammenlign skemaerne hver fredag', 'Compare the sheets every Friday'),
    ],
  ),
  method('netvaerksmoede', t('Netværksmøde', 'Network meeting'), t('Du inviterer dem, der betyder noget, og bestemmer dagsordenen.', 'You invite those who matter and set the agenda.')),
  method('opgaver-i-det-fri', t('Opgaver i det fri', 'Tasks outdoors'), t('Stier, hegn, bålsteder: arbejde, der kan ses, når dagen er gået.', 'Paths, fences, fireplaces: work that can be seen when the day is over.')),
  method(
    'hverdagsbesoeg',
    t('Besøg i hverdagen', 'Everyday visits'),
    t('Mentoren kommer hjem, går med og øver det svære på stedet.', 'The mentor comes to your home, comes along and practises the difficult things on the spot.'),
    [
      t('Aftal én ting, der skal blive lettere', 'Agree on one thing that is to become easier'),
      t('Gør den sammen tre gange', 'Do it together three times'),
      t('Gør den alene, mens mentoren venter udenfor', 'Do it alone while the mentor waits outside'),
    ],
  ),
];

export const METHODS: ReadonlyMap<string, Method> = new Map(LIST.map((each) => [each.code, each]));
