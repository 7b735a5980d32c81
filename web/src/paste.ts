// What is pasted from Word, Google Docs, LibreOffice or a web page, as Markdown: headings, lists, tables, links,
// emphasis. Nothing of it is ever shown as HTML.

import { gfm } from "@truto/turndown-plugin-gfm";
import TurndownService from "turndown";
import { inert } from "./trust";

const DROPPED = "script,style,template,iframe,object,embed,svg,math,noscript,input,button,select,textarea,head,img,picture,video,audio,canvas,link,meta,del";
const LEADS = /^(?:https?|mailto|tel|sms):/i;

const turndown = new TurndownService({
  headingStyle: "atx",
  bulletListMarker: "-",
  emDelimiter: "*",
  hr: "---",
  codeBlockStyle: "fenced",
});
turndown.use(gfm);
turndown.addRule("listItem", {
  filter: "li",
  replacement(content, node, options) {
    const list = node.parentElement;
    const first = Number(list?.getAttribute("start") ?? 1);
    const mark = list?.tagName === "OL" ? `${first + [...list.children].indexOf(node as Element)}. ` : `${options.bulletListMarker} `;
    const text = content.trim().replace(/\n{2,}(?= *(?:-|\d+\.) )/g, "\n").replace(/\n(?!\n)/g, `\n${" ".repeat(mark.length)}`);
    return `${mark}${text}${node.nextSibling ? "\n" : ""}`;
  },
});

/** Pasted HTML as Markdown; empty where it has no text. */
export function asMarkdown(html: string): string {
  const body = inert(html).body;
  tidy(body);
  return turndown
    .turndown(body)
    .replace(/\u00a0/g, " ")
    .replace(/[ \t]+$/gm, "")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

function tidy(body: HTMLElement): void {
  for (const one of body.querySelectorAll(DROPPED)) one.remove();
  wordLists(body);
  for (const one of [...body.querySelectorAll<HTMLElement>("*")]) {
    if (one.tagName.includes(":")) one.replaceWith(...one.childNodes); // <o:p>
    else if (one.tagName === "A") lead(one as HTMLAnchorElement);
    else styled(one);
  }
  for (const one of body.querySelectorAll("li > p:only-child")) one.replaceWith(...one.childNodes);
}

/** Links keep their target where it is an address; those that Google put its own before get theirs back. */
function lead(link: HTMLAnchorElement): void {
  const given = (link.getAttribute("href") ?? "").trim();
  const redirected = /^https:\/\/www\.google\.com\/url\?/.test(given) ? new URL(given).searchParams.get("q") : null;
  const target = redirected ?? given;
  if (LEADS.test(target)) link.setAttribute("href", target);
  else link.replaceWith(...link.childNodes);
}

/** Google Docs says bold and italic by style alone, and wraps everything in a bold that is none. */
function styled(one: HTMLElement): void {
  const weight = look(one, "font-weight");
  const bold = weight === "bold" || Number(weight) >= 600;
  if (/^(?:B|STRONG)$/.test(one.tagName) && weight && !bold) one.replaceWith(...one.childNodes);
  else if (one.tagName === "SPAN" && one.textContent?.trim()) {
    if (one.closest("h1,h2,h3,h4,h5,h6")) return;
    if (look(one, "font-style") === "italic") wrap(one, "em");
    if (bold) wrap(one, "strong");
  }
}

/** What an element's own style says; read as text, since the page's policy lets no foreign style work. */
function look(one: Element, property: string): string {
  const style = one.getAttribute("style") ?? "";
  return new RegExp(`(?:^|;)\\s*${property}\\s*:\\s*([^;]+)`, "i").exec(style)?.[1]?.trim().toLowerCase() ?? "";
}

function wrap(one: HTMLElement, tag: "em" | "strong"): void {
  const made = one.ownerDocument.createElement(tag);
  made.append(...one.childNodes);
  one.append(made);
}

/** Word writes lists as paragraphs whose bullets are text. */
function wordLists(body: HTMLElement): void {
  const levels: HTMLElement[] = [];
  for (const item of [...body.querySelectorAll<HTMLElement>("p[style*='mso-list']")]) {
    const found = /mso-list:\s*\S+\s+level(\d+)/.exec(item.getAttribute("style") ?? "");
    if (!found) continue;
    const bullet = [...item.querySelectorAll<HTMLElement>("span[style*='mso-list']")].find((one) =>
      /ignore/i.test(one.getAttribute("style") ?? ""),
    );
    const ordered = /^\s*(?:\d+|[a-z]{1,4})[.)]/i.test(bullet?.textContent ?? "");
    bullet?.remove();
    const level = Math.min(Number(found[1]), levels.length + 1);
    const follows = item.previousElementSibling !== null && item.previousElementSibling === levels[0];
    if (!follows) levels.length = 0;
    levels.length = Math.min(levels.length, Math.max(level, 1));
    while (levels.length < (follows ? level : 1)) {
      const list = item.ownerDocument.createElement(ordered ? "ol" : "ul");
      const parent = levels.at(-1);
      if (parent) (parent.lastElementChild ?? parent).append(list);
      else item.before(list);
      levels.push(list);
    }
    const entry = item.ownerDocument.createElement("li");
    entry.append(...item.childNodes);
    item.remove();
    levels.at(-1)?.append(entry);
  }
}
