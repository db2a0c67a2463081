import common from './common.ts';
import terms from './terms.ts';

export default { common, terms };
