export { default } from '../en/applying.ts';
