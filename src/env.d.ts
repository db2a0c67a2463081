/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    runtime: import('#src/boot/runtime.ts').Runtime;
    /** Also in the log line and on the error page, so that the two can be brought together. */
    requestId: string;
    /** Language of the address. */
    locale: import('#platform/input.ts').Locale;
    /** Who acts and what they may: see src/platform/permissions.ts. */
    gate: import('#platform/permissions.ts').Gate<import('#features/accounts/policy.ts').ActionName>;
    /** Who is signed in, with name and language; null: nobody. Also null for what acts by a token. */
    person: import('#features/accounts/identity/port.ts').SignedIn | null;
    /** A form that was sent to this page and not taken. */
    form?: import('#platform/form.ts').SentForm;
    /** What an act of this request came to. */
    acted?: { name: string; form: FormData; outcome: import('#platform/define-action.ts').ActOutcome };
  }
}
