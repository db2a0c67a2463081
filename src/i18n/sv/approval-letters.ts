/** Mejl om godkännanden. */
import type { ApprovalLetterFacts as Facts } from '../da/approval-letters.ts';

export default {
  unconfirmed: 'Översättningen är inte bekräftad av en jurist. Vid tvivel gäller den danska texten.',
  toProvider: {
    received: {
      subject: ({ authority }: Facts) => `${authority} har fått er ansökan`,
      text: ({ authority, standard, day }: Facts) => `${authority} har tagit emot er ansökan om godkännande enligt ”${standard}”. Ni får svar senast ${day}. Ni kan följa ärendet hela vägen.`,
      action: 'Följ ärendet',
    },
    asked: {
      subject: ({ authority }: Facts) => `Frågor från ${authority} om er ansökan`,
      text: ({ authority, standard, day }: Facts) => `${authority} behöver veta mer för att bedöma er enligt ”${standard}”. Svara senast ${day}. Om ni inte svarar bedöms ärendet utifrån det som finns.`,
      action: 'Läs och svara',
    },
    hearing: {
      subject: ({ day }: Facts) => `Partshöring: svara senast ${day}`,
      text: ({ authority, standard, day }: Facts) => `${authority} överväger ett beslut enligt ”${standard}” som ni kanske inte håller med om. Innan det fattas kan ni se uppgifterna och skälen. Rätta det som är fel och skriv vad ni anser senast ${day}.`,
      action: 'Se skälen och svara',
    },
    'hearing-extended': {
      subject: ({ day }: Facts) => `Ny tid i partshöringen: ${day}`,
      text: ({ authority, day }: Facts) => `${authority} har gett er längre tid. Ni kan svara till och med ${day}.`,
      action: 'Se skälen och svara',
    },
    decided: {
      subject: ({ authority }: Facts) => `Beslut från ${authority}`,
      text: ({ authority, standard }: Facts) => `${authority} har beslutat om godkännande enligt ”${standard}”. Brevet säger vad som beslutats och varför, och hur ni överklagar.`,
      action: 'Läs beslutet',
    },
    'condition-due': {
      subject: ({ day }: Facts) => `Kom ihåg: ett villkor ska vara uppfyllt ${day}`,
      text: ({ authority, standard, day }: Facts) => `Ert godkännande enligt ”${standard}” har ett villkor med sista dag ${day}. Visa ${authority} att det är uppfyllt.`,
      action: 'Visa att det är uppfyllt',
    },
    'condition-late': {
      subject: () => 'Tiden för ett villkor har gått ut',
      text: ({ authority, standard, day }: Facts) => `Villkoret i ert godkännande enligt ”${standard}” skulle vara uppfyllt ${day}. ${authority} har inte fått något. Gör det nu, eller skriv vad som hindrar.`,
      action: 'Visa att det är uppfyllt',
    },
    'condition-met': {
      subject: ({ authority }: Facts) => `${authority} har godtagit ett villkor`,
      text: ({ authority, standard }: Facts) => `${authority} har sett på det ni skickade. Villkoret i ert godkännande enligt ”${standard}” är uppfyllt.`,
      action: 'Se godkännandet',
    },
    'condition-returned': {
      subject: ({ authority }: Facts) => `${authority} saknar något om ett villkor`,
      text: ({ authority, day }: Facts) => `${authority} har sett på det ni skickade om ett villkor. Det räcker inte än. Sista dag är ${day}.`,
      action: 'Se vad som saknas',
    },
    visit: {
      subject: ({ authority }: Facts) => `Tillsyn från ${authority}`,
      text: ({ authority, standard, day }: Facts) => `${authority} har utövat tillsyn över ert godkännande enligt ”${standard}” den ${day}. Läs vad de såg.`,
      action: 'Se godkännandet',
    },
    notice: {
      subject: ({ authority }: Facts) => `Anmärkning från ${authority}`,
      text: ({ authority, standard }: Facts) => `${authority} ber er rätta något för att behålla godkännandet enligt ”${standard}”.`,
      action: 'Se vad det är',
    },
    suspended: {
      subject: () => 'Ert godkännande är vilande',
      text: ({ authority, standard }: Facts) => `${authority} har gjort ert godkännande enligt ”${standard}” vilande. Det gäller inte så länge. Brevet säger varför, och hur ni överklagar.`,
      action: 'Läs brevet',
    },
    reinstated: {
      subject: () => 'Ert godkännande gäller igen',
      text: ({ authority, standard }: Facts) => `${authority} har hävt vilandet. Godkännandet enligt ”${standard}” gäller igen.`,
      action: 'Se godkännandet',
    },
    withdrawn: {
      subject: () => 'Ert godkännande är återkallat',
      text: ({ authority, standard }: Facts) => `${authority} har återkallat ert godkännande enligt ”${standard}”. Brevet säger varför, och hur ni överklagar.`,
      action: 'Läs brevet',
    },
    renewal: {
      subject: ({ day }: Facts) => `Ert godkännande går ut ${day}`,
      text: ({ authority, standard, day }: Facts) => `Godkännandet från ${authority} enligt ”${standard}” gäller till och med ${day}. Ansök om förnyelse i god tid så att det inte blir ett glapp. Mycket av det ni skrev sist finns redan där.`,
      action: 'Ansök om förnyelse',
    },
    expired: {
      subject: () => 'Ert godkännande har gått ut',
      text: ({ authority, standard, day }: Facts) => `Godkännandet från ${authority} enligt ”${standard}” gällde till och med ${day}. Ni kan fortfarande ansöka igen.`,
      action: 'Ansök igen',
    },
    'appeal-received': {
      subject: ({ authority }: Facts) => `${authority} har fått ert överklagande`,
      text: ({ authority, day }: Facts) => `${authority} ser först på ärendet igen. En annan än den som fattade beslutet skriver till er senast ${day}.`,
      action: 'Följ överklagandet',
    },
    'appeal-decided': {
      subject: () => 'Svar på ert överklagande',
      text: ({ authority, standard }: Facts) => `Överklagandet mot ${authority} om ”${standard}” är avgjort. Läs vad det blev och vad ni kan göra nu.`,
      action: 'Läs svaret',
    },
    reopened: {
      subject: () => 'Ärendet är öppnat igen',
      text: ({ authority, standard }: Facts) => `${authority} har öppnat ert ärende enligt ”${standard}” igen. I ärendet står varför.`,
      action: 'Se ärendet',
    },
  },
  toAuthority: {
    applied: {
      subject: ({ provider }: Facts) => `Ny ansökan från ${provider}`,
      text: ({ provider, standard, day }: Facts) => `${provider} ansöker om godkännande enligt ”${standard}”. Sista dag är ${day}. Ingen har ärendet än.`,
      action: 'Ta ärendet',
    },
    assigned: {
      subject: ({ provider }: Facts) => `Du har fått ärendet om ${provider}`,
      text: ({ provider, standard, day }: Facts) => `Du ska bedöma ${provider} enligt ”${standard}”. Sista dag är ${day}.`,
      action: 'Öppna ärendet',
    },
    answered: {
      subject: ({ provider }: Facts) => `${provider} har svarat på frågor`,
      text: ({ provider, standard }: Facts) => `${provider} har svarat på det du frågade i ärendet enligt ”${standard}”.`,
      action: 'Läs svaret',
    },
    'hearing-answered': {
      subject: ({ provider }: Facts) => `${provider} har svarat i partshöringen`,
      text: ({ provider, standard }: Facts) => `${provider} har svarat i ärendet enligt ”${standard}”. Ta ställning till rättelserna och skicka ärendet vidare till beslut.`,
      action: 'Läs svaret',
    },
    'hearing-over': {
      subject: ({ provider }: Facts) => `Tiden i partshöringen av ${provider} har gått ut`,
      text: ({ provider, standard }: Facts) => `${provider} har inte svarat i ärendet enligt ”${standard}”. Det kan avgöras nu.`,
      action: 'Öppna ärendet',
    },
    'to-decide': {
      subject: ({ provider }: Facts) => `Klart för beslut: ${provider}`,
      text: ({ provider, standard, day }: Facts) => `Ärendet om ${provider} enligt ”${standard}” har ett förslag. En annan än den som bedömt det beslutar senast ${day}.`,
      action: 'Se förslaget',
    },
    returned: {
      subject: ({ provider }: Facts) => `Ärendet om ${provider} är tillbaka hos dig`,
      text: ({ provider, standard }: Facts) => `Beslutsfattaren vill veta mer om ${provider} innan ärendet enligt ”${standard}” kan avgöras.`,
      action: 'Öppna ärendet',
    },
    'deadline-near': {
      subject: ({ provider, day }: Facts) => `Sista dag för ${provider} är ${day}`,
      text: ({ provider, standard, day }: Facts) => `Ärendet om ${provider} enligt ”${standard}” ska vara avgjort ${day}.`,
      action: 'Öppna ärendet',
    },
    'application-withdrawn': {
      subject: ({ provider }: Facts) => `${provider} har dragit tillbaka sin ansökan`,
      text: ({ provider, standard }: Facts) => `Ansökan enligt ”${standard}” är tillbakadragen av ${provider}. Det finns inget mer att göra.`,
      action: 'Se ärendet',
    },
    'condition-shown': {
      subject: ({ provider }: Facts) => `${provider} har dokumenterat ett villkor`,
      text: ({ provider, standard }: Facts) => `${provider} menar att ett villkor i godkännandet enligt ”${standard}” är uppfyllt. Se på det och svara.`,
      action: 'Se på det',
    },
    'condition-overdue': {
      subject: ({ provider }: Facts) => `${provider} är sen med ett villkor`,
      text: ({ provider, standard, day }: Facts) => `Ett villkor i godkännandet av ${provider} enligt ”${standard}” hade sista dag ${day}. Inget har kommit.`,
      action: 'Öppna ärendet',
    },
    appealed: {
      subject: ({ provider }: Facts) => `${provider} överklagar ett beslut`,
      text: ({ provider, standard, day }: Facts) => `${provider} överklagar beslutet enligt ”${standard}”. En annan än den som fattade det ska se på det igen. Sista dag: ${day}.`,
      action: 'Se överklagandet',
    },
  },
};
