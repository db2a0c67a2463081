/** Invented sentences of people who never were. Put together they make reviews: an opening, a detail or two, an ending. */

export type Mood = 'good' | 'mixed' | 'poor';

export interface Sentences {
  openings: readonly string[];
  details: readonly string[];
  endings: readonly string[];
}

const DANISH: Record<Mood, Sentences> = {
  good: {
    openings: [
      'Jeg var træt af systemet, da jeg begyndte. Her blev jeg mødt af nogen, der lyttede.',
      'Det var første gang i lang tid, at nogen spurgte, hvad jeg selv ville.',
      'Jeg gik derhen med dårlige nerver og kom hjem med en plan.',
      'Et godt forløb. Der var styr på tingene fra den første dag.',
      'Jeg havde ikke ventet mig meget, men det overraskede mig.',
      'De tog mig alvorligt, også på de dage, hvor jeg ikke var i godt humør.',
      'Jeg fik hjælp, der passede til det fag, jeg kommer fra.',
      'Holdet var lille, så der var tid til den enkelte.',
    ],
    details: [
      'Min rådgiver kendte arbejdspladserne i området og ringede til flere af dem sammen med mig.',
      'Vi skrev ansøgninger sammen, indtil jeg kunne selv.',
      'Jeg kom i praktik efter tre uger, og det var et sted, jeg selv havde foreslået.',
      'Der var altid kaffe, og man kunne spørge om alt.',
      'Jeg lærte at fortælle, hvad jeg kan, uden at det lød som reklame.',
      'De fulgte op, også efter at jeg var stoppet.',
      'Jeg kunne være med på afstand, når det kneb med transporten.',
      'Møderne begyndte til tiden, og jeg vidste hver gang, hvad vi skulle nå.',
      'Min rådgiver sagde ærligt, hvad der var realistisk, og hvad der ikke var.',
      'Jeg fik lov til at sige nej til det, der ikke gav mening for mig.',
      'Vi øvede samtaler, og det hjalp, da det gjaldt.',
      'De andre på holdet var en stor støtte.',
    ],
    endings: [
      'Jeg ville gøre det igen.',
      'Nu har jeg arbejde 25 timer om ugen.',
      'Jeg er i gang med en uddannelse i dag.',
      'Jeg har ikke fundet noget endnu, men jeg ved, hvad jeg leder efter.',
      'Tak for det.',
      'Det gav mig troen på mig selv tilbage.',
      'Kan varmt anbefales til andre i min situation.',
      'Det tog sin tid, men det virkede.',
    ],
  },
  mixed: {
    openings: [
      'Noget var godt, og noget var spild af tid.',
      'Et ganske almindeligt forløb.',
      'Det begyndte godt, men midt i det hele fik jeg en ny rådgiver.',
      'Det kommer an på, hvem man får.',
      'Jeg havde forventet mere af det fælles og mindre af det skrevne.',
      'Rammerne var fine, men holdet var for stort.',
    ],
    details: [
      'Rådgiveren var sød, men havde mange at se til.',
      'De første to uger var en gentagelse af noget, jeg havde prøvet før.',
      'Samtalerne var gode. Computerkurset var for let.',
      'Jeg ville gerne have haft mere hjælp til at finde en praktikplads.',
      'Der var lang tid mellem møderne.',
      'Der var hjælp at få, men man skulle selv bede om den.',
      'Jeg fik et godt cv ud af det, men ikke flere samtaler.',
      'De kendte butikker og lager godt, men ikke mit fag.',
    ],
    endings: [
      'Alt i alt i orden.',
      'Jeg kom lidt tættere på.',
      'Jeg ville nok vælge noget andet næste gang.',
      'Det er fint, hvis man er ny i det.',
      'Jeg lærte da noget.',
      'Det blev, hvad man selv gjorde det til.',
    ],
  },
  poor: {
    openings: [
      'Det var ikke noget for mig.',
      'Jeg følte mig som et nummer i rækken.',
      'Vi sad det meste af dagen foran en skærm uden at få noget at vide.',
      'Jeg skulle møde op for at møde op.',
      'Jeg havde håbet på hjælp, men fik en mappe.',
      'Planen var lagt, før jeg kom ind ad døren.',
    ],
    details: [
      'Jeg havde fire forskellige rådgivere på otte uger.',
      'Ingen af dem kendte til mit fag.',
      'Mine forslag blev der ikke lyttet til.',
      'Den praktik, jeg blev tilbudt, lå halvanden time væk.',
      'Det samme kursus havde jeg været på året før, bare med et andet navn.',
      'Der kom ikke svar på mine mails.',
      'Når nogen blev væk, gik resten af holdet i stå.',
      'Jeg blev bedt om at søge job, jeg ikke kan klare.',
    ],
    endings: [
      'Jeg fandt selv et job til sidst, og det var ikke deres skyld.',
      'Jeg ville ikke vælge det igen.',
      'Det var spild af min tid.',
      'Nogen må kunne gøre det bedre.',
      'Jeg holdt op efter en måned.',
      'Det gjorde mig mere træt, end jeg var i forvejen.',
    ],
  },
};

const ENGLISH: Record<Mood, Sentences> = {
  good: {
    openings: ['I am new in Denmark and did not know how to look for work here.', 'They listened first and talked afterwards.', 'I came with little hope and left with a plan.', 'A small group and enough time for each of us.'],
    details: ['My adviser explained the rules in plain words.', 'I got a work trial in a kitchen after one month.', 'We practised interviews in Danish until I dared to speak.', 'They called employers together with me.', 'I could say what I wanted and what I did not want.'],
    endings: ['I would do it again.', 'I have a job now.', 'I understand much more than before.', 'Thank you.'],
  },
  mixed: {
    openings: ['Some of it helped.', 'It depends on which adviser you get.', 'A normal course, nothing special.'],
    details: ['The language lessons were good but too short.', 'There were too many people in the room.', 'I had to ask for help myself.', 'The first weeks repeated what I knew.'],
    endings: ['All in all fine.', 'I would perhaps choose something else next time.', 'I learned something.'],
  },
  poor: {
    openings: ['It was not what I needed.', 'I felt like a number.', 'The plan was made before I came.'],
    details: ['Nobody knew my trade.', 'Most of the day we sat at a computer.', 'I wrote three mails and got no answer.', 'The adviser changed every second week.'],
    endings: ['I would not choose it again.', 'I left after some weeks.', 'It took time and gave nothing.'],
  },
};

export const SENTENCES: Record<'da' | 'en', Record<Mood, Sentences>> = { da: DANISH, en: ENGLISH };
