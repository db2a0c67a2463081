/** The stem of a word in each of the five languages, folded. Pure. */
import { stemmer as danish } from '@orama/stemmers/danish';
import { stemmer as dutch } from '@orama/stemmers/dutch';
import { stemmer as english } from '@orama/stemmers/english';
import { stemmer as finnish } from '@orama/stemmers/finnish';
import { stemmer as swedish } from '@orama/stemmers/swedish';
import type { Locale } from '#platform/input.ts';
import { fold } from './fold.ts';

const STEMMERS: Readonly<Record<Locale, (word: string) => string>> = {
  da: danish, en: english, sv: swedish, nl: dutch, fi: finnish,
};

/**
 * Where the stemmers err in words of our field: forms that they keep apart, and words that they throw together
 * (`ledig`, `ledelse` and `led` all become `led`). Stem: its forms.
 */
const EXCEPTIONS: Readonly<Record<Locale, Readonly<Record<string, string>>>> = {
  da: {
    kurs: 'kursus kursusset kursussets',
    ledig: 'ledig ledige lediges ledigt ledighed ledigheden',
    leder: 'leder ledere lederen lederne lederes ledelse ledelsen',
    virksomhed: 'virksomhed virksomheden virksomheder virksomhederne virksomheds',
    virksom: 'virksom virksomme virksomt',
    uddannels: 'uddannelse uddannelsen uddannelser uddannelserne uddannelses',
    radgivning: 'rådgiver rådgivere rådgiveren rådgive rådgivende',
    vejledning: 'vejleder vejledere vejlederen vejlede vejledende',
    fysioterapi: 'fysioterapeut fysioterapeuter fysioterapeuten',
    ergoterapi: 'ergoterapeut ergoterapeuter',
    terapi: 'terapeut terapeuter terapeutisk',
    psykolog: 'psykologi psykologisk psykologer psykologen psykologhjælp',
    programmering: 'programmør programmører programmere programmerer',
    pension: 'pensionist pensionister pensionen pensioner',
    handicap: 'handicap handicappet handicappede handicaps',
    senior: 'senior seniorer seniorerne seniors',
    elektriker: 'elektriker elektrikere elektrikeren',
    tomrer: 'tømrer tømrere tømreren tømrerne',
    gartner: 'gartner gartnere gartneri gartneriet gartnerier',
    landmand: 'landmand landmænd',
    mand: 'mand mænd manden mændene',
    bonde: 'bonde bønder',
    stress: 'stress stresset stressede stressen',
    sprog: 'sprog sproget sproglig sproglige',
    bus: 'bus bussen busser busserne',
    kunst: 'kunst kunstner kunstnere kunstneren kunstnerisk',
    misbrug: 'misbrug misbruger misbrugere misbruget',
    born: 'barn barnet børn børnene børns',
    mor: 'mor moren mødre mødrene',
    far: 'far faren fædre fædrene',
  },
  en: {
    busi: 'business businesses',
    employ: 'employed employee employees employer employers employing employs',
    young: 'young younger youngsters',
    nurs: 'nurse nurses nursing',
    childcar: 'childcare',
  },
  sv: {
    kurs: 'kurs kursen kurser kurserna',
    mentor: 'mentor mentorn mentorer mentorerna',
    arbetslos: 'arbetslös arbetslösa arbetslöshet',
    sjukskriv: 'sjukskriven sjukskrivna sjukskrivning sjukskriv',
    foretag: 'företag företaget företagare företagaren företagande',
    utmattning: 'utmattad utmattade utmattning utmattningen',
    omstallning: 'omställning omställningen omställnings',
    chef: 'chef chefen chefer cheferna',
  },
  nl: {
    cursus: 'cursus cursussen',
    jongere: 'jongere jongeren jongerenwerk',
    bedrijf: 'bedrijf bedrijven bedrijfje',
    werkgever: 'werkgever werkgevers',
    taal: 'taal talen',
    baan: 'baan banen baantje',
    stage: 'stage stages stageplek',
    brief: 'brief brieven',
    opleid: 'opleiding opleidingen opleiden opgeleid opleider opleiders',
    les: 'les lessen',
  },
  fi: {
    tyo: 'työ työtä työn työhön töihin töissä työssä työstä töitä työt',
    yritys: 'yritys yrityksen yritystä yritykset yrityksiä',
    kieli: 'kieli kielen kieltä kielellä kielet kieliä',
    hakemus: 'hakemus hakemuksen hakemusta hakemukset hakemukseen hakemuksesta',
    valmennus: 'valmennus valmennuksen valmennusta valmennuksia valmennukset',
    kuntoutus: 'kuntoutus kuntoutuksen kuntoutusta kuntoutukseen',
    koulutus: 'koulutus koulutuksen koulutusta koulutukset koulutukseen koulutuksia',
    haastattelu: 'haastattelu haastattelun haastatteluun haastattelut haastattelua',
    varasto: 'varasto varaston varastossa varastoon',
    hoiva: 'hoiva hoivan hoivaa',
  },
};

/** Folded form → stem. */
const EXCEPTION: Readonly<Record<Locale, ReadonlyMap<string, string>>> = {
  da: byForm('da'), en: byForm('en'), sv: byForm('sv'), nl: byForm('nl'), fi: byForm('fi'),
};

function byForm(locale: Locale): Map<string, string> {
  return new Map(Object.entries(EXCEPTIONS[locale]).flatMap(([stem, forms]) => forms.split(' ').map((form) => [fold(form), stem] as const)));
}

/**
 * Danish is folded first, because people write it with and without its letters; the others are stemmed first, because
 * their stemmers know endings by their marks (`-ssä`).
 * @param word lower-case
 */
export function stem(word: string, locale: Locale): string {
  const folded = fold(word);
  const exception = EXCEPTION[locale].get(folded);
  if (exception !== undefined) return exception;
  const short = locale === 'da' ? STEMMERS.da(folded) : fold(STEMMERS[locale](word));
  return short.length >= 2 ? short : folded;
}
