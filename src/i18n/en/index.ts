import common from './common.ts';
import home from './home.ts';
import map from './map.ts';
import search from './search.ts';
import terms from './terms.ts';
import tray from './tray.ts';

export default { common, home, map, search, terms, tray };
