/** Words that say nothing (`STOP`), and words that say too little beside others (`SOFT`: every provider is about jobs). */
import type { Locale } from '#platform/input.ts';
import { fold } from './fold.ts';

const STOP_TEXT: Readonly<Record<Locale, string>> = {
  da: `og i på at en et den det de der som er var vil kan skal har have havde være været bliver blev blevet få får fik til fra for af med
    om ved hos efter før under over mellem gennem uden ind ud op ned hen jeg du han hun vi i mig dig sig os jer dem min mit mine din dit dine
    sin sit sine vores jeres deres ikke men eller så da når hvis fordi hvor hvad hvem hvilken hvordan også kun bare lige mere mest meget
    noget nogen nogle alle alt her dette denne disse man gerne dog jo nu igen både brug hej tak`,
  en: `the a an and or but of to in on at for from with without by about into over under after before between is are was were be been being am do does did
    have has had i you he she we they me him her us them my your his our their its it this that these those not no so if when where what
    who how which can could would should will may might must want wants need needs get getting got please just also very more most some any all there here
    while than then up out off near around`,
  sv: `och i på att en ett den det de som är var vill kan ska skall har hade vara varit blir blev få får fick till från för av med om vid hos efter före under över mellan
    genom utan in ut upp ner jag du han hon vi ni mig dig sig oss er dem min mitt mina din ditt dina sin sitt sina vår ert deras inte men eller så då när
    om var vad vem hur också bara mer mest mycket något någon några alla allt här där denna detta dessa man gärna nu igen både behöver tack`,
  nl: `de het een en of maar van in op aan voor uit met zonder bij over onder na tussen door naar tot is zijn was waren ben bent worden word wordt werd heb hebt heeft hebben had
    ik jij je u hij zij ze wij we jullie mij me hem haar ons hun hen mijn jouw uw dit dat deze die niet geen zo als dan wanneer waar wat wie hoe welke kan kunnen wil willen
    moet moeten mag zal zou ook nog maar al meer meest veel iets iemand alle alles hier daar er graag nu weer te om via vanuit`,
  fi: `ja tai mutta on ovat oli olen olet olla ei en et emme eivät minä sinä hän me te he minun sinun hänen meidän teidän heidän minulle sinulle se ne tämä nämä tuo nuo
    joka jotka että kun jos missä mistä mihin mitä mikä kuka miten myös vain vielä enemmän paljon jotain joku kaikki täällä siellä haluan haluaisin voin voi tarvitsen
    kanssa ilman ennen jälkeen alle sekä niin kuin nyt taas`,
};

const SOFT_TEXT: Readonly<Record<Locale, string>> = {
  da: `job jobs jobbet arbejde arbejder arbejdet arbejds hjælp hjælpe hjælper finde find finder søge søger tilbud tilbyder støtte ledig ledige ledighed arbejdsløs arbejdsløse
    arbejdsmarked arbejdsmarkedet beskæftigelse komme kommer tilbage videre person personer mennesker mennesket borger borgere folk hjælpemidler jobhjælp nyt ny nye god godt
    forløb ordning plads vej lære lav lave blive bliv nær`,
  en: `job jobs work working help helping find finding looking look seek seeking support service services programme program programs programmes unemployed unemployment
    employment people person new back start good become learn`,
  sv: `jobb jobbet jobba arbete arbetet arbeta hjälp hjälpa hitta söka söker stöd arbetslös arbetslösa arbetssökande personer person människor ny nytt nya tillbaka program bli lära`,
  nl: `werk werken baan banen job hulp helpen help vinden vind zoeken zoek werkloos werkloze werklozen werkzoekende werkzoekenden mensen persoon personen nieuw nieuwe terug traject worden leren`,
  fi: `työ työtä töitä töihin työn työpaikka työpaikan apua apu auttaa etsin etsiä löytää haku hakea tuki tukea työtön työttömät työttömille työnhakija ihmiset ihmisille uusi uutta takaisin`,
};

const setOf = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).filter(Boolean).map(fold));
const sets = (texts: Readonly<Record<Locale, string>>) => ({
  da: setOf(texts.da), en: setOf(texts.en), sv: setOf(texts.sv), nl: setOf(texts.nl), fi: setOf(texts.fi),
});

/** Folded forms. */
export const STOP: Readonly<Record<Locale, ReadonlySet<string>>> = sets(STOP_TEXT);
export const SOFT: Readonly<Record<Locale, ReadonlySet<string>>> = sets(SOFT_TEXT);
