/**
 * Words that compounds of our field are made of. A compound splits only into words that stand here
 * (or ends in one of the `heads`), so that `personlig` is not taken for a person and a body.
 */
import type { Locale } from '#platform/input.ts';

export const BASE_WORDS: Readonly<Record<Locale, string>> = {
  da: `job arbejde arbejds beskæftigelse ledig ledigheds søgning ansøgning kursus uddannelse opkvalificering efteruddannelse
    forløb tilbud indsats hjælp støtte mentor coach coaching rådgivning rådgiver vejledning vejleder samtale plan mål klub
    netværk virksomhed firma arbejdsgiver løn tilskud praktik plads center kommune borger medlem kontakt person konsulent
    formidling match afklaring prøvning udredning evne vurdering ressource revalidering rehabilitering fleks skåne
    hensyn syge melding dagpenge kontant kontanthjælp pension førtid førtidspension fastholdelse sundhed sundheds helbred
    træning behandling terapi fysioterapi psykolog psykiatri stress angst depression smerte ryg motion natur krop hjerne
    sprog dansk engelsk læse skrive regne ordblinde tegn tegnsprog tolk undervisning skole erhverv erhvervs
    karriere leder ledelse akademiker dimittend senior ungdom ungdoms unge børn børne pasning kvinde familie flygtning
    indvandrer integration introduktion iværksætter selvstændig forretning forretnings virksomhedsplan opstart
    kontor butik salg service kunde lager truck transport chauffør bus lastbil kort certifikat køkken restaurant
    hotel rengøring pleje ældre plejehjem sosu assistent hjælper bygge byggeri håndværk håndværker industri operatør
    svejse maskin metal teknik it data web program udvikling udvikler regnskab økonomi bogføring landbrug skov have gartner
    produktion værksted kreativ medie musik kunst kultur hverdag bolig gæld misbrug alkohol løsladelse
    fritid studie elev lære lærling brobygning by bydels nærmiljø digital post video online fjern nat dag uge måned aften
    gruppe hold individuel personlig social mental psykisk fysisk faglig almen grund basis intro start selv egen ny nye
    vej trin bro hus gård lab team forening fond kasse a-kasse fag arbejdsløshed forsikring ydelse ret pligt`,
  en: `work place job club network coach search back ground child care class room home land life line market minded over
    skill self employment train up date web site`,
  sv: `jobb arbete arbets arbetslös sökar sökande sökning ansökning ansöknings kurs utbildning utbildnings yrke yrkes svenska språk praktik plats
    mentor coach rådgivning vägledning karriär studie stöd hjälp insats program omställning omställnings
    rehabilitering sjuk skrivning vård äldre omsorg barn skola lärling lager truck kort förare logistik kontor butik
    handel bygg industri svets data teknik företag företagare egen start eget ungdom ungdoms unga
    flykting integration etablering etablerings marknad marknads förmåga träning kartläggning matchning
    bemanning lön bidrag klubb nätverk grupp senior kompetens samtal intervju brev distans video
    hälsa stress utmattning utmattnings funktions nedsättning teckenspråk tolk kommun torg personlig`,
  nl: `werk zoekende werkzoekende werkgever plein punt plaats plaatsing loop baan loopbaan begeleiding coach coaching advies adviseur
    sollicitatie training cursus brief gesprek opleiding omscholing bijscholing scholing leren leer traject
    re integratie integratie inburgering inburgerings taal taalles les stage proef participatie uitkering uitkerings bijstand bijstands
    ziekte zieken zorg thuis thuiszorg jong jongere jongeren oudere vijftig plus plusser
    arbeid arbeids beperking markt bemiddeling vacature netwerk groep mentor maatje
    ondernemer ondernemers bedrijf bedrijfs plan boekhouding eigen start zelfstandige
    vracht wagen vrachtwagen chauffeur heftruck certificaat logistiek magazijn bouw techniek horeca schoonmaak kinder opvang
    gemeente wijk sociaal kredieten microkrediet online video afstand`,
  fi: `työ työn haku hakija hakijan hakemus ura valmennus valmentaja ohjaus kurssi koulutus oppi sopimus kokeilu harjoittelu
    toiminta paja palvelu palvelut neuvonta kunta kunnan yritys yrittäjä suunnitelma starttiraha raha
    kieli kielen suomi suomen maahan muuttaja kotoutumis nuori nuorten vammais kuntoutus kyky kyvyn arviointi
    hoiva hoito vanhus vanhustyö varasto trukki kortti logistiikka keittiö siivous rakennus teollisuus kaupan
    verkko etä video haastattelu ryhmä vertais vertaistuki tuki verkosto muutos turva palkka osa aika`,
};

/** Last parts that carry the meaning of a compound even when its first part is not in the list above. */
export const HEADS: Readonly<Record<Locale, string>> = {
  da: `kursus kurser uddannelse forløb hjælp støtte rådgivning vejledning træning behandling terapi undervisning
    coaching mentor samtale praktik ordning netværk klub center skole værksted arbejde job søgning ansøgning tilbud afklaring
    assistent konsulent operatør chauffør certifikat bevis udvikler plan kvinder`,
  en: '',
  sv: 'kurs utbildning stöd hjälp rådgivning vägledning coach coachning träning praktik jobb arbete program förare kort klubb',
  nl: 'cursus training opleiding begeleiding coach coaching traject uitkering advies les stage chauffeur werk hulp',
  fi: 'kurssi koulutus valmennus ohjaus neuvonta työ harjoittelu kortti ryhmä tuki hakemus',
};
