export { default } from '../en/cases.ts';
