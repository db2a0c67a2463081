/** Mails about approvals. The subject tells what to do, the text until when; what was written in the case stands in none. */

/** `day` is a day in words, empty where the letter names none. */
export interface ApprovalLetterFacts {
  provider: string;
  authority: string;
  standard: string;
  day: string;
}
type Facts = ApprovalLetterFacts;

export default {
  /** Of translations that no lawyer has seen; empty in Danish and English. */
  unconfirmed: '',
  toProvider: {
    received: {
      subject: ({ authority }: Facts) => `${authority} har fået jeres ansøgning`,
      text: ({ authority, standard, day }: Facts) => `${authority} har modtaget jeres ansøgning om godkendelse efter "${standard}". I får svar senest ${day}. I kan følge sagen hele vejen.`,
      action: 'Følg sagen',
    },
    asked: {
      subject: ({ authority }: Facts) => `Spørgsmål fra ${authority} til jeres ansøgning`,
      text: ({ authority, standard, day }: Facts) => `${authority} mangler at vide noget for at kunne vurdere jer efter "${standard}". Svar senest ${day}. Svarer I ikke, bliver sagen vurderet ud fra det, der ligger.`,
      action: 'Læs og svar',
    },
    hearing: {
      subject: ({ day }: Facts) => `Partshøring: svar senest ${day}`,
      text: ({ authority, standard, day }: Facts) => `${authority} overvejer en afgørelse efter "${standard}", som I måske er uenige i. Inden den bliver truffet, kan I se de oplysninger og grunde, den bygger på. Ret det, der er forkert, og skriv, hvad I mener, senest ${day}.`,
      action: 'Se grundene og svar',
    },
    'hearing-extended': {
      subject: ({ day }: Facts) => `Ny frist i partshøringen: ${day}`,
      text: ({ authority, day }: Facts) => `${authority} har givet jer længere tid. I kan svare til og med ${day}.`,
      action: 'Se grundene og svar',
    },
    decided: {
      subject: ({ authority }: Facts) => `Afgørelse fra ${authority}`,
      text: ({ authority, standard }: Facts) => `${authority} har truffet afgørelse om godkendelse efter "${standard}". Brevet siger, hvad der er besluttet og hvorfor, og hvordan I klager.`,
      action: 'Læs afgørelsen',
    },
    'condition-due': {
      subject: ({ day }: Facts) => `Husk: et vilkår skal være opfyldt ${day}`,
      text: ({ authority, standard, day }: Facts) => `Jeres godkendelse efter "${standard}" har et vilkår med frist ${day}. Vis ${authority}, at det er opfyldt.`,
      action: 'Vis, at det er opfyldt',
    },
    'condition-late': {
      subject: () => 'Fristen for et vilkår er gået',
      text: ({ authority, standard, day }: Facts) => `Vilkåret i jeres godkendelse efter "${standard}" skulle være opfyldt ${day}. ${authority} har ikke fået noget at se. Gør det nu, eller skriv, hvad der er i vejen.`,
      action: 'Vis, at det er opfyldt',
    },
    'condition-met': {
      subject: ({ authority }: Facts) => `${authority} har godtaget et vilkår`,
      text: ({ authority, standard }: Facts) => `${authority} har set på det, I sendte. Vilkåret i jeres godkendelse efter "${standard}" er opfyldt.`,
      action: 'Se godkendelsen',
    },
    'condition-returned': {
      subject: ({ authority }: Facts) => `${authority} mangler noget om et vilkår`,
      text: ({ authority, day }: Facts) => `${authority} har set på det, I sendte om et vilkår. Det er ikke nok endnu. Fristen er ${day}.`,
      action: 'Se, hvad der mangler',
    },
    visit: {
      subject: ({ authority }: Facts) => `Tilsyn fra ${authority}`,
      text: ({ authority, standard, day }: Facts) => `${authority} har ført tilsyn med jeres godkendelse efter "${standard}" den ${day}. Læs, hvad de så.`,
      action: 'Se godkendelsen',
    },
    notice: {
      subject: ({ authority }: Facts) => `Henstilling fra ${authority}`,
      text: ({ authority, standard }: Facts) => `${authority} beder jer rette noget for at beholde godkendelsen efter "${standard}".`,
      action: 'Se, hvad det er',
    },
    suspended: {
      subject: () => 'Jeres godkendelse er suspenderet',
      text: ({ authority, standard }: Facts) => `${authority} har suspenderet jeres godkendelse efter "${standard}". Den gælder ikke, så længe det varer. Brevet siger hvorfor, og hvordan I klager.`,
      action: 'Læs brevet',
    },
    reinstated: {
      subject: () => 'Jeres godkendelse gælder igen',
      text: ({ authority, standard }: Facts) => `${authority} har ophævet suspensionen. Godkendelsen efter "${standard}" gælder igen.`,
      action: 'Se godkendelsen',
    },
    withdrawn: {
      subject: () => 'Jeres godkendelse er taget tilbage',
      text: ({ authority, standard }: Facts) => `${authority} har taget jeres godkendelse efter "${standard}" tilbage. Brevet siger hvorfor, og hvordan I klager.`,
      action: 'Læs brevet',
    },
    renewal: {
      subject: ({ day }: Facts) => `Jeres godkendelse udløber ${day}`,
      text: ({ authority, standard, day }: Facts) => `Godkendelsen fra ${authority} efter "${standard}" gælder til og med ${day}. Søg om fornyelse i god tid, så der ikke kommer et hul. Meget af det, I skrev sidst, står der allerede.`,
      action: 'Søg om fornyelse',
    },
    expired: {
      subject: () => 'Jeres godkendelse er udløbet',
      text: ({ authority, standard, day }: Facts) => `Godkendelsen fra ${authority} efter "${standard}" gjaldt til og med ${day}. I kan stadig søge igen.`,
      action: 'Søg igen',
    },
    'appeal-received': {
      subject: ({ authority }: Facts) => `${authority} har fået jeres klage`,
      text: ({ authority, day }: Facts) => `${authority} ser først på sagen igen. En anden end den, der afgjorde den, skriver til jer senest ${day}.`,
      action: 'Følg klagen',
    },
    'appeal-decided': {
      subject: () => 'Svar på jeres klage',
      text: ({ authority, standard }: Facts) => `Klagen over ${authority} om "${standard}" er afgjort. Læs, hvad det blev til, og hvad I kan gøre nu.`,
      action: 'Læs svaret',
    },
    reopened: {
      subject: () => 'Sagen er åbnet igen',
      text: ({ authority, standard }: Facts) => `${authority} har åbnet jeres sag efter "${standard}" igen. Der står hvorfor i sagen.`,
      action: 'Se sagen',
    },
  },
  toAuthority: {
    applied: {
      subject: ({ provider }: Facts) => `Ny ansøgning fra ${provider}`,
      text: ({ provider, standard, day }: Facts) => `${provider} søger om godkendelse efter "${standard}". Svarfristen er ${day}. Ingen har sagen endnu.`,
      action: 'Tag sagen',
    },
    assigned: {
      subject: ({ provider }: Facts) => `Du har fået sagen om ${provider}`,
      text: ({ provider, standard, day }: Facts) => `Du skal vurdere ${provider} efter "${standard}". Svarfristen er ${day}.`,
      action: 'Åbn sagen',
    },
    answered: {
      subject: ({ provider }: Facts) => `${provider} har svaret på spørgsmål`,
      text: ({ provider, standard }: Facts) => `${provider} har svaret på det, du spurgte om i sagen efter "${standard}".`,
      action: 'Læs svaret',
    },
    'hearing-answered': {
      subject: ({ provider }: Facts) => `${provider} har svaret i partshøringen`,
      text: ({ provider, standard }: Facts) => `${provider} har svaret i sagen efter "${standard}". Tag stilling til rettelserne, og send sagen videre til afgørelse.`,
      action: 'Læs svaret',
    },
    'hearing-over': {
      subject: ({ provider }: Facts) => `Fristen i partshøringen af ${provider} er gået`,
      text: ({ provider, standard }: Facts) => `${provider} har ikke svaret i sagen efter "${standard}". Den kan afgøres nu.`,
      action: 'Åbn sagen',
    },
    'to-decide': {
      subject: ({ provider }: Facts) => `Klar til afgørelse: ${provider}`,
      text: ({ provider, standard, day }: Facts) => `Sagen om ${provider} efter "${standard}" er indstillet. Den skal afgøres af en anden end den, der har vurderet den, senest ${day}.`,
      action: 'Se indstillingen',
    },
    returned: {
      subject: ({ provider }: Facts) => `Sagen om ${provider} er sendt tilbage til dig`,
      text: ({ provider, standard }: Facts) => `Afgøreren vil have mere at vide om ${provider}, før sagen efter "${standard}" kan afgøres.`,
      action: 'Åbn sagen',
    },
    'deadline-near': {
      subject: ({ provider, day }: Facts) => `Svarfristen for ${provider} er ${day}`,
      text: ({ provider, standard, day }: Facts) => `Sagen om ${provider} efter "${standard}" skal være afgjort ${day}.`,
      action: 'Åbn sagen',
    },
    'application-withdrawn': {
      subject: ({ provider }: Facts) => `${provider} har trukket sin ansøgning tilbage`,
      text: ({ provider, standard }: Facts) => `Ansøgningen efter "${standard}" er trukket tilbage af ${provider}. Der er ikke mere at gøre.`,
      action: 'Se sagen',
    },
    'condition-shown': {
      subject: ({ provider }: Facts) => `${provider} har dokumenteret et vilkår`,
      text: ({ provider, standard }: Facts) => `${provider} mener, at et vilkår i godkendelsen efter "${standard}" er opfyldt. Se på det, og svar.`,
      action: 'Se på det',
    },
    'condition-overdue': {
      subject: ({ provider }: Facts) => `${provider} har overskredet et vilkår`,
      text: ({ provider, standard, day }: Facts) => `Et vilkår i godkendelsen af ${provider} efter "${standard}" havde frist ${day}. Der er ikke kommet noget.`,
      action: 'Åbn sagen',
    },
    appealed: {
      subject: ({ provider }: Facts) => `${provider} klager over en afgørelse`,
      text: ({ provider, standard, day }: Facts) => `${provider} klager over afgørelsen efter "${standard}". En anden end den, der afgjorde sagen, skal se på den igen. Frist: ${day}.`,
      action: 'Se klagen',
    },
  },
};
