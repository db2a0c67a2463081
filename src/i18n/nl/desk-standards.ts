export { default } from '../en/desk-standards.ts';
