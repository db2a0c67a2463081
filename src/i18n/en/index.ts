import access from './access.ts';
import choice from './choice.ts';
import common from './common.ts';
import editorial from './editorial.ts';
import compare from './compare.ts';
import forms from './forms.ts';
import funnel from './funnel.ts';
import home from './home.ts';
import mail from './mail.ts';
import map from './map.ts';
import profile from './profile.ts';
import programme from './programme.ts';
import results from './results.ts';
import search from './search.ts';
import terms from './terms.ts';
import tray from './tray.ts';
import verdict from './verdict.ts';

export default { access, choice, common, compare, editorial, funnel, forms, home, mail, map, profile, programme, results, search, terms, tray, verdict };
