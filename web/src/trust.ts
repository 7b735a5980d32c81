// The browser refuses to read HTML from strings (Trusted Types); the one place that may is `paste.ts`, into a
// document that shows and runs nothing. This module is loaded before all others.

interface Policy {
  createHTML(text: string): string;
}
interface Factory {
  createPolicy(name: string, rules: { createHTML: (text: string) => string | null }): Policy;
}

const factory = (globalThis as { trustedTypes?: Factory }).trustedTypes;
// turndown tries an empty string once, when it is loaded
factory?.createPolicy("default", { createHTML: (text) => (text === "" ? text : null) });
const pasted = factory?.createPolicy("pasted", { createHTML: (text) => text });

/** A document of foreign HTML: inert, its scripts do not run and its pictures are not loaded. */
export function inert(html: string): Document {
  const trusted = pasted ? pasted.createHTML(html) : html;
  return new DOMParser().parseFromString(trusted, "text/html");
}
