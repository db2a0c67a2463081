/** Theme 5 of the example standard. */
import { sign, words } from './words.ts';

export const RIGHTS = {
  code: '5',
  title: words('Rettigheder og tryghed', 'Rights and safety'),
  text: words('Deltageren kender sine rettigheder, bliver hørt og kan være tryg.', 'Participants know their rights, are heard and can feel safe.'),
  criteria: [
    {
      code: '5.1',
      title: words('Rettigheder og klager', 'Rights and complaints'),
      text: words('Alle får på skrift at vide, hvad de kan vælge, hvem der bestemmer, og hvordan de klager.', 'Everyone is told in writing what they can choose, who decides, and how to complain.'),
      weight: 3, mandatory: true, scale: 'met' as const,
      indicators: [
        sign('5.1.a', words('Et ark om rettigheder ved start', 'A sheet about rights at the start'), words('Arket', 'The sheet')),
        sign('5.1.b', words('Svar på klager inden for fire uger', 'Answers to complaints within four weeks'), words('En liste over klager uden navne', 'A list of complaints without names')),
      ],
    },
    {
      code: '5.2',
      title: words('Oplysninger om deltageren', 'Information about participants'),
      text: words('Leverandøren gemmer kun det, der er brug for, og sletter det til tiden.', 'The provider keeps only what is needed and deletes it on time.'),
      weight: 3, mandatory: true, scale: 'met' as const,
      indicators: [
        sign('5.2.a', words('Regler for at gemme og slette', 'Rules for keeping and deleting'), words('Reglerne, og et tjek fra det seneste år', 'The rules, and a check from the last year')),
        sign('5.2.b', words('Aftaler med dem, der driver it', 'Agreements with those who run the systems'), words('En liste over aftaler', 'A list of agreements')),
      ],
    },
    {
      code: '5.3',
      title: words('Alle kan komme ind', 'Everyone can get in'),
      text: words('Lokaler og sider på nettet kan bruges af folk med handicap.', 'Rooms and web pages can be used by people with disabilities.'),
      weight: 2, mandatory: false, scale: 'met' as const,
      indicators: [
        sign('5.3.a', words('Adgang står ved hver adresse', 'Access is told with each address'), words('Profilen på Vejviser', 'The profile on Vejviser')),
        sign('5.3.b', words('Sider på nettet er prøvet', 'Web pages have been tested'), words('En test fra de seneste to år', 'A test from the last two years')),
      ],
    },
    {
      code: '5.4',
      title: words('Deltagerne bliver spurgt', 'Participants are asked'),
      text: words('Mindst otte ud af ti, der er færdige, bliver bedt om at sige deres mening.', 'At least eight in ten who have finished are asked for their view.'),
      weight: 2, mandatory: false, scale: 'met' as const,
      check: { kind: 'review-invitations' as const, percent: 80 },
      indicators: [sign('5.4.a', words('Andel, der er spurgt', 'Share who were asked'), words('Tallene på Vejviser', 'The figures on Vejviser'))],
    },
    {
      code: '5.5',
      title: words('Ro i økonomien', 'Sound finances'),
      text: words('Leverandøren kan gøre de forløb færdige, der er begyndt, og har ikke gæld til det offentlige over 100.000 kr.', 'The provider can finish the programmes it has begun, and owes the public no more than DKK 100,000.'),
      weight: 2, mandatory: true, scale: 'met' as const,
      indicators: [sign('5.5.a', words('Regnskab og gæld', 'Accounts and debt'), words('Seneste årsregnskab og en serviceattest', 'Latest annual accounts and a service certificate'))],
    },
  ],
};
