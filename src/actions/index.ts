/** Only gathers each feature's acts. */
import { formActions } from './form-actions.ts';
import { ACTS } from './acts.ts';

export const server = {
  accounts: formActions('accounts', ACTS.accounts),
  claims: formActions('claims', ACTS.claims),
};
