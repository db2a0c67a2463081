/// <reference types="astro/client" />

declare namespace App {
  interface Locals {
    runtime: import('#src/boot/runtime.ts').Runtime;
    /** Also in the log line and on the error page, so that the two can be brought together. */
    requestId: string;
  }
}
