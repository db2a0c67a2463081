/** Mails over goedkeuringen. */
import type { ApprovalLetterFacts as Facts } from '../da/approval-letters.ts';

export default {
  unconfirmed: 'Deze vertaling is niet door een jurist bevestigd. Bij twijfel geldt de Deense tekst.',
  toProvider: {
    received: {
      subject: ({ authority }: Facts) => `${authority} heeft uw aanvraag`,
      text: ({ authority, standard, day }: Facts) => `${authority} heeft uw aanvraag voor goedkeuring volgens “${standard}” ontvangen. U krijgt uiterlijk ${day} antwoord. U kunt de zaak steeds volgen.`,
      action: 'Volg de zaak',
    },
    asked: {
      subject: ({ authority }: Facts) => `Vragen van ${authority} over uw aanvraag`,
      text: ({ authority, standard, day }: Facts) => `${authority} moet meer weten om u volgens “${standard}” te beoordelen. Antwoord uiterlijk ${day}. Doet u dat niet, dan wordt beoordeeld wat er ligt.`,
      action: 'Lees en antwoord',
    },
    hearing: {
      subject: ({ day }: Facts) => `Hoor en wederhoor: antwoord uiterlijk ${day}`,
      text: ({ authority, standard, day }: Facts) => `${authority} overweegt een besluit volgens “${standard}” waar u het misschien niet mee eens bent. Voordat het valt, ziet u de feiten en redenen. Verbeter wat fout is en geef uw mening, uiterlijk ${day}.`,
      action: 'Bekijk de redenen en antwoord',
    },
    'hearing-extended': {
      subject: ({ day }: Facts) => `Nieuwe termijn voor uw antwoord: ${day}`,
      text: ({ authority, day }: Facts) => `${authority} geeft u meer tijd. U kunt antwoorden tot en met ${day}.`,
      action: 'Bekijk de redenen en antwoord',
    },
    decided: {
      subject: ({ authority }: Facts) => `Besluit van ${authority}`,
      text: ({ authority, standard }: Facts) => `${authority} heeft besloten over goedkeuring volgens “${standard}”. De brief zegt wat er is besloten en waarom, en hoe u bezwaar maakt.`,
      action: 'Lees het besluit',
    },
    'condition-due': {
      subject: ({ day }: Facts) => `Denk eraan: een voorwaarde loopt af op ${day}`,
      text: ({ authority, standard, day }: Facts) => `Uw goedkeuring volgens “${standard}” heeft een voorwaarde met termijn ${day}. Laat ${authority} zien dat eraan is voldaan.`,
      action: 'Laat het zien',
    },
    'condition-late': {
      subject: () => 'De termijn van een voorwaarde is voorbij',
      text: ({ authority, standard, day }: Facts) => `Aan de voorwaarde in uw goedkeuring volgens “${standard}” moest op ${day} zijn voldaan. ${authority} heeft niets gekregen. Doe het nu, of schrijf wat u tegenhoudt.`,
      action: 'Laat het zien',
    },
    'condition-met': {
      subject: ({ authority }: Facts) => `${authority} aanvaardt een voorwaarde`,
      text: ({ authority, standard }: Facts) => `${authority} heeft bekeken wat u stuurde. Aan de voorwaarde in uw goedkeuring volgens “${standard}” is voldaan.`,
      action: 'Bekijk de goedkeuring',
    },
    'condition-returned': {
      subject: ({ authority }: Facts) => `${authority} mist iets over een voorwaarde`,
      text: ({ authority, day }: Facts) => `${authority} heeft bekeken wat u over een voorwaarde stuurde. Het is nog niet genoeg. De termijn is ${day}.`,
      action: 'Bekijk wat ontbreekt',
    },
    visit: {
      subject: ({ authority }: Facts) => `Toezicht door ${authority}`,
      text: ({ authority, standard, day }: Facts) => `${authority} heeft op ${day} toezicht gehouden op uw goedkeuring volgens “${standard}”. Lees wat zij zagen.`,
      action: 'Bekijk de goedkeuring',
    },
    notice: {
      subject: ({ authority }: Facts) => `Aanwijzing van ${authority}`,
      text: ({ authority, standard }: Facts) => `${authority} vraagt u iets te herstellen om de goedkeuring volgens “${standard}” te houden.`,
      action: 'Bekijk wat het is',
    },
    suspended: {
      subject: () => 'Uw goedkeuring is geschorst',
      text: ({ authority, standard }: Facts) => `${authority} heeft uw goedkeuring volgens “${standard}” geschorst. Zolang dat duurt, geldt zij niet. De brief zegt waarom, en hoe u bezwaar maakt.`,
      action: 'Lees de brief',
    },
    reinstated: {
      subject: () => 'Uw goedkeuring geldt weer',
      text: ({ authority, standard }: Facts) => `${authority} heeft de schorsing opgeheven. De goedkeuring volgens “${standard}” geldt weer.`,
      action: 'Bekijk de goedkeuring',
    },
    withdrawn: {
      subject: () => 'Uw goedkeuring is ingetrokken',
      text: ({ authority, standard }: Facts) => `${authority} heeft uw goedkeuring volgens “${standard}” ingetrokken. De brief zegt waarom, en hoe u bezwaar maakt.`,
      action: 'Lees de brief',
    },
    renewal: {
      subject: ({ day }: Facts) => `Uw goedkeuring loopt af op ${day}`,
      text: ({ authority, standard, day }: Facts) => `De goedkeuring van ${authority} volgens “${standard}” geldt tot en met ${day}. Vraag op tijd verlenging aan, zodat er geen gat valt. Veel van wat u de vorige keer schreef, staat er al.`,
      action: 'Vraag verlenging aan',
    },
    expired: {
      subject: () => 'Uw goedkeuring is afgelopen',
      text: ({ authority, standard, day }: Facts) => `De goedkeuring van ${authority} volgens “${standard}” gold tot en met ${day}. U kunt opnieuw aanvragen.`,
      action: 'Vraag opnieuw aan',
    },
    'appeal-received': {
      subject: ({ authority }: Facts) => `${authority} heeft uw bezwaar`,
      text: ({ authority, day }: Facts) => `${authority} bekijkt de zaak eerst opnieuw. Een ander dan wie besliste, schrijft u uiterlijk ${day}.`,
      action: 'Volg het bezwaar',
    },
    'appeal-decided': {
      subject: () => 'Antwoord op uw bezwaar',
      text: ({ authority, standard }: Facts) => `Over het bezwaar tegen ${authority} over “${standard}” is beslist. Lees wat het werd en wat u nu kunt doen.`,
      action: 'Lees het antwoord',
    },
    reopened: {
      subject: () => 'De zaak is heropend',
      text: ({ authority, standard }: Facts) => `${authority} heeft uw zaak volgens “${standard}” heropend. In de zaak staat waarom.`,
      action: 'Bekijk de zaak',
    },
  },
  toAuthority: {
    applied: {
      subject: ({ provider }: Facts) => `Nieuwe aanvraag van ${provider}`,
      text: ({ provider, standard, day }: Facts) => `${provider} vraagt goedkeuring volgens “${standard}”. De termijn is ${day}. Niemand heeft de zaak nog.`,
      action: 'Neem de zaak',
    },
    assigned: {
      subject: ({ provider }: Facts) => `De zaak van ${provider} is van u`,
      text: ({ provider, standard, day }: Facts) => `U beoordeelt ${provider} volgens “${standard}”. De termijn is ${day}.`,
      action: 'Open de zaak',
    },
    answered: {
      subject: ({ provider }: Facts) => `${provider} heeft vragen beantwoord`,
      text: ({ provider, standard }: Facts) => `${provider} heeft geantwoord op wat u vroeg in de zaak volgens “${standard}”.`,
      action: 'Lees het antwoord',
    },
    'hearing-answered': {
      subject: ({ provider }: Facts) => `${provider} heeft gereageerd`,
      text: ({ provider, standard }: Facts) => `${provider} heeft gereageerd in de zaak volgens “${standard}”. Behandel de verbeteringen en stuur de zaak door voor een besluit.`,
      action: 'Lees de reactie',
    },
    'hearing-over': {
      subject: ({ provider }: Facts) => `De termijn voor een reactie van ${provider} is voorbij`,
      text: ({ provider, standard }: Facts) => `${provider} heeft niet gereageerd in de zaak volgens “${standard}”. Er kan nu worden besloten.`,
      action: 'Open de zaak',
    },
    'to-decide': {
      subject: ({ provider }: Facts) => `Klaar voor een besluit: ${provider}`,
      text: ({ provider, standard, day }: Facts) => `Voor de zaak van ${provider} volgens “${standard}” ligt een advies klaar. Een ander dan wie beoordeelde, beslist uiterlijk ${day}.`,
      action: 'Bekijk het advies',
    },
    returned: {
      subject: ({ provider }: Facts) => `De zaak van ${provider} is terug bij u`,
      text: ({ provider, standard }: Facts) => `De beslisser wil meer weten over ${provider} voordat in de zaak volgens “${standard}” kan worden besloten.`,
      action: 'Open de zaak',
    },
    'deadline-near': {
      subject: ({ provider, day }: Facts) => `De termijn voor ${provider} is ${day}`,
      text: ({ provider, standard, day }: Facts) => `Over de zaak van ${provider} volgens “${standard}” moet op ${day} zijn besloten.`,
      action: 'Open de zaak',
    },
    'application-withdrawn': {
      subject: ({ provider }: Facts) => `${provider} heeft de aanvraag ingetrokken`,
      text: ({ provider, standard }: Facts) => `De aanvraag volgens “${standard}” is ingetrokken door ${provider}. Er is niets meer te doen.`,
      action: 'Bekijk de zaak',
    },
    'condition-shown': {
      subject: ({ provider }: Facts) => `${provider} heeft een voorwaarde aangetoond`,
      text: ({ provider, standard }: Facts) => `${provider} vindt dat aan een voorwaarde in de goedkeuring volgens “${standard}” is voldaan. Bekijk het en antwoord.`,
      action: 'Bekijk het',
    },
    'condition-overdue': {
      subject: ({ provider }: Facts) => `${provider} is te laat met een voorwaarde`,
      text: ({ provider, standard, day }: Facts) => `Een voorwaarde in de goedkeuring van ${provider} volgens “${standard}” had termijn ${day}. Er is niets gekomen.`,
      action: 'Open de zaak',
    },
    appealed: {
      subject: ({ provider }: Facts) => `${provider} maakt bezwaar tegen een besluit`,
      text: ({ provider, standard, day }: Facts) => `${provider} maakt bezwaar tegen het besluit volgens “${standard}”. Een ander dan wie besliste, moet het opnieuw bekijken. Termijn: ${day}.`,
      action: 'Bekijk het bezwaar',
    },
  },
};
