/** Hyväksyntiä koskevat viestit. */
import type { ApprovalLetterFacts as Facts } from '../da/approval-letters.ts';

export default {
  unconfirmed: 'Lakimies ei ole vahvistanut käännöstä. Epäselvässä tapauksessa tanskankielinen teksti on voimassa.',
  toProvider: {
    received: {
      subject: ({ authority }: Facts) => `${authority} on saanut hakemuksenne`,
      text: ({ authority, standard, day }: Facts) => `${authority} on vastaanottanut hakemuksenne hyväksynnästä standardin ”${standard}” mukaan. Saatte vastauksen viimeistään ${day}. Voitte seurata asiaa koko ajan.`,
      action: 'Seuraa asiaa',
    },
    asked: {
      subject: ({ authority }: Facts) => `${authority} kysyy hakemuksestanne`,
      text: ({ authority, standard, day }: Facts) => `${authority} tarvitsee lisätietoja voidakseen arvioida teidät standardin ”${standard}” mukaan. Vastatkaa viimeistään ${day}. Ellette vastaa, asia arvioidaan sen perusteella, mitä on.`,
      action: 'Lue ja vastaa',
    },
    hearing: {
      subject: ({ day }: Facts) => `Kuuleminen: vastatkaa viimeistään ${day}`,
      text: ({ authority, standard, day }: Facts) => `${authority} harkitsee standardin ”${standard}” mukaista päätöstä, josta voitte olla eri mieltä. Ennen päätöstä näette tiedot ja perusteet. Korjatkaa virheet ja kertokaa mielipiteenne viimeistään ${day}.`,
      action: 'Katso perusteet ja vastaa',
    },
    'hearing-extended': {
      subject: ({ day }: Facts) => `Kuulemisen uusi määräaika: ${day}`,
      text: ({ authority, day }: Facts) => `${authority} on antanut teille lisää aikaa. Voitte vastata ${day} asti.`,
      action: 'Katso perusteet ja vastaa',
    },
    decided: {
      subject: ({ authority }: Facts) => `Päätös: ${authority}`,
      text: ({ authority, standard }: Facts) => `${authority} on päättänyt hyväksynnästä standardin ”${standard}” mukaan. Kirje kertoo, mitä päätettiin ja miksi, ja miten valitatte.`,
      action: 'Lue päätös',
    },
    'condition-due': {
      subject: ({ day }: Facts) => `Muistakaa: ehdon määräaika on ${day}`,
      text: ({ authority, standard, day }: Facts) => `Standardin ”${standard}” mukaisessa hyväksynnässänne on ehto, jonka määräaika on ${day}. Osoittakaa, että se täyttyy. Vastaanottaja: ${authority}.`,
      action: 'Osoita ehto täytetyksi',
    },
    'condition-late': {
      subject: () => 'Ehdon määräaika on mennyt',
      text: ({ authority, standard, day }: Facts) => `Standardin ”${standard}” mukaisen hyväksyntänne ehdon piti täyttyä ${day}. ${authority} ei ole saanut mitään. Tehkää se nyt tai kirjoittakaa, mikä on esteenä.`,
      action: 'Osoita ehto täytetyksi',
    },
    'condition-met': {
      subject: ({ authority }: Facts) => `${authority} on hyväksynyt ehdon täytetyksi`,
      text: ({ authority, standard }: Facts) => `${authority} on katsonut, mitä lähetitte. Standardin ”${standard}” mukaisen hyväksyntänne ehto täyttyy.`,
      action: 'Katso hyväksyntä',
    },
    'condition-returned': {
      subject: ({ authority }: Facts) => `${authority} tarvitsee lisää ehdosta`,
      text: ({ authority, day }: Facts) => `${authority} on katsonut, mitä lähetitte ehdosta. Se ei vielä riitä. Määräaika on ${day}.`,
      action: 'Katso, mitä puuttuu',
    },
    visit: {
      subject: ({ authority }: Facts) => `Valvonta: ${authority}`,
      text: ({ authority, standard, day }: Facts) => `${authority} on valvonut standardin ”${standard}” mukaista hyväksyntäänne ${day}. Lukekaa, mitä he näkivät.`,
      action: 'Katso hyväksyntä',
    },
    notice: {
      subject: ({ authority }: Facts) => `Huomautus: ${authority}`,
      text: ({ authority, standard }: Facts) => `${authority} pyytää korjaamaan jotakin, jotta hyväksyntä standardin ”${standard}” mukaan säilyy.`,
      action: 'Katso, mistä on kyse',
    },
    suspended: {
      subject: () => 'Hyväksyntänne on keskeytetty',
      text: ({ authority, standard }: Facts) => `${authority} on keskeyttänyt standardin ”${standard}” mukaisen hyväksyntänne. Se ei ole voimassa sinä aikana. Kirje kertoo syyn ja miten valitatte.`,
      action: 'Lue kirje',
    },
    reinstated: {
      subject: () => 'Hyväksyntänne on taas voimassa',
      text: ({ authority, standard }: Facts) => `${authority} on lopettanut keskeytyksen. Hyväksyntä standardin ”${standard}” mukaan on taas voimassa.`,
      action: 'Katso hyväksyntä',
    },
    withdrawn: {
      subject: () => 'Hyväksyntänne on peruutettu',
      text: ({ authority, standard }: Facts) => `${authority} on peruuttanut standardin ”${standard}” mukaisen hyväksyntänne. Kirje kertoo syyn ja miten valitatte.`,
      action: 'Lue kirje',
    },
    renewal: {
      subject: ({ day }: Facts) => `Hyväksyntänne päättyy ${day}`,
      text: ({ authority, standard, day }: Facts) => `Hyväksyntä standardin ”${standard}” mukaan on voimassa ${day} asti. Sen antoi ${authority}. Hakekaa uusimista ajoissa, jottei tule katkosta. Paljon viimeksi kirjoittamastanne on jo valmiina.`,
      action: 'Hae uusimista',
    },
    expired: {
      subject: () => 'Hyväksyntänne on päättynyt',
      text: ({ authority, standard, day }: Facts) => `Hyväksyntä standardin ”${standard}” mukaan oli voimassa ${day} asti. Sen antoi ${authority}. Voitte hakea uudelleen.`,
      action: 'Hae uudelleen',
    },
    'appeal-received': {
      subject: ({ authority }: Facts) => `${authority} on saanut valituksenne`,
      text: ({ authority, day }: Facts) => `${authority} katsoo asian ensin uudelleen. Muu kuin päätöksen tehnyt kirjoittaa teille viimeistään ${day}.`,
      action: 'Seuraa valitusta',
    },
    'appeal-decided': {
      subject: () => 'Vastaus valitukseenne',
      text: ({ authority, standard }: Facts) => `Valitus standardista ”${standard}” on ratkaistu. Päätöksen antoi ${authority}. Lukekaa, miten kävi ja mitä voitte tehdä nyt.`,
      action: 'Lue vastaus',
    },
    reopened: {
      subject: () => 'Asia on avattu uudelleen',
      text: ({ authority, standard }: Facts) => `${authority} on avannut standardin ”${standard}” mukaisen asianne uudelleen. Asiassa kerrotaan miksi.`,
      action: 'Katso asia',
    },
  },
  toAuthority: {
    applied: {
      subject: ({ provider }: Facts) => `Uusi hakemus: ${provider}`,
      text: ({ provider, standard, day }: Facts) => `${provider} hakee hyväksyntää standardin ”${standard}” mukaan. Määräaika on ${day}. Asia ei ole vielä kenelläkään.`,
      action: 'Ota asia',
    },
    assigned: {
      subject: ({ provider }: Facts) => `Asia on sinulla: ${provider}`,
      text: ({ provider, standard, day }: Facts) => `Arvioit standardin ”${standard}” mukaan: ${provider}. Määräaika on ${day}.`,
      action: 'Avaa asia',
    },
    answered: {
      subject: ({ provider }: Facts) => `${provider} on vastannut kysymyksiin`,
      text: ({ provider, standard }: Facts) => `${provider} on vastannut siihen, mitä kysyit standardin ”${standard}” asiassa.`,
      action: 'Lue vastaus',
    },
    'hearing-answered': {
      subject: ({ provider }: Facts) => `${provider} on vastannut kuulemisessa`,
      text: ({ provider, standard }: Facts) => `${provider} on vastannut standardin ”${standard}” asiassa. Käsittele korjaukset ja lähetä asia päätettäväksi.`,
      action: 'Lue vastaus',
    },
    'hearing-over': {
      subject: ({ provider }: Facts) => `Kuulemisen määräaika on mennyt: ${provider}`,
      text: ({ provider, standard }: Facts) => `${provider} ei ole vastannut standardin ”${standard}” asiassa. Sen voi nyt päättää.`,
      action: 'Avaa asia',
    },
    'to-decide': {
      subject: ({ provider }: Facts) => `Valmis päätettäväksi: ${provider}`,
      text: ({ provider, standard, day }: Facts) => `Standardin ”${standard}” asiassa on esitys. Hakija: ${provider}. Muu kuin arvioija päättää viimeistään ${day}.`,
      action: 'Katso esitys',
    },
    returned: {
      subject: ({ provider }: Facts) => `Asia on taas sinulla: ${provider}`,
      text: ({ provider, standard }: Facts) => `Päättäjä haluaa tietää lisää, ennen kuin standardin ”${standard}” asian voi päättää. Hakija: ${provider}.`,
      action: 'Avaa asia',
    },
    'deadline-near': {
      subject: ({ provider, day }: Facts) => `Määräaika ${day}: ${provider}`,
      text: ({ provider, standard, day }: Facts) => `Standardin ”${standard}” asia on päätettävä ${day}. Hakija: ${provider}.`,
      action: 'Avaa asia',
    },
    'application-withdrawn': {
      subject: ({ provider }: Facts) => `${provider} on peruuttanut hakemuksensa`,
      text: ({ provider, standard }: Facts) => `${provider} on peruuttanut hakemuksen standardin ”${standard}” mukaan. Muuta tehtävää ei ole.`,
      action: 'Katso asia',
    },
    'condition-shown': {
      subject: ({ provider }: Facts) => `${provider} on osoittanut ehdon täytetyksi`,
      text: ({ provider, standard }: Facts) => `${provider} katsoo, että standardin ”${standard}” mukaisen hyväksynnän ehto täyttyy. Katso ja vastaa.`,
      action: 'Katso',
    },
    'condition-overdue': {
      subject: ({ provider }: Facts) => `${provider} on myöhässä ehdosta`,
      text: ({ provider, standard, day }: Facts) => `Standardin ”${standard}” mukaisen hyväksynnän ehdon määräaika oli ${day}. Mitään ei ole tullut. Hyväksytty: ${provider}.`,
      action: 'Avaa asia',
    },
    appealed: {
      subject: ({ provider }: Facts) => `${provider} valittaa päätöksestä`,
      text: ({ provider, standard, day }: Facts) => `${provider} valittaa standardin ”${standard}” päätöksestä. Muun kuin päätöksen tehneen on katsottava se uudelleen. Määräaika: ${day}.`,
      action: 'Katso valitus',
    },
  },
};
