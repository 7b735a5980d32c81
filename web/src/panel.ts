// The lists beside the draft: findings and statistics.

import type { EditorState } from "@codemirror/state";
import { byId, h, plural, source } from "./dom";
import {
  activeField,
  checkedField,
  type Finding,
  silenceField,
  silent,
  spoken,
  type Statistic,
} from "./findings";
import type { Held } from "./server";

export interface Actions {
  show(one: Finding | Statistic): void;
  accept(one: Finding): void;
  rewrite(one: Finding): void;
  ignoreHere(one: Finding): void;
  ignoreRule(one: Finding): void;
  speakAgain(): void;
}

const SEVERITY = { error: "Must change", warning: "Look at it", info: "Good to know" };
const ORDER = { error: 0, warning: 1, info: 2 };
const ADDRESS = /(https?:\/\/[^\s<>"”]*[^\s<>"”.,;:)])/;

/** In the order in which they are listed: the gravest first. */
export function listed(state: EditorState): Finding[] {
  return spoken(state).sort((a, b) => ORDER[a.severity] - ORDER[b.severity] || a.from - b.from);
}

export function ruleName(rule: string): string {
  const words = rule.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function lower(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}

/** A count in words: "6 must change, 2 to look at". */
export function summary(state: EditorState): string {
  const told = spoken(state);
  const count = (severity: Finding["severity"]) => told.filter((one) => one.severity === severity).length;
  const parts = [
    count("error") && `${count("error")} must change`,
    count("warning") && `${count("warning")} to look at`,
    count("info") && `${count("info")} good to know`,
  ].filter(Boolean);
  return parts.join(" · ");
}

export function drawFindings(into: HTMLElement, state: EditorState, actions: Actions): void {
  const told = listed(state);
  const active = state.field(activeField);
  const quiet = silent(state);
  const empty = !state.doc.length;
  into.replaceChildren(
    ...state.field(checkedField).warnings.map((text) => h("p", { class: "odd" }, text)),
    told.length
      ? h("p", { class: "sum" }, summary(state))
      : empty
        ? welcome()
        : h("p", { class: "fine" }, "Nothing found. That is no proof: factcheck finds only what it knows."),
    h("ol", { class: "cards" }, ...told.map((one) => card(one, one.id === active, actions))),
    ...(quiet.length ? [ignored(quiet.length, state, actions)] : []),
  );
}

function welcome(): HTMLElement {
  return h(
    "div",
    { class: "welcome" },
    h("p", {}, "What is wrong, out of date or without a source appears here as you write, with what to write instead."),
    h(
      "dl",
      { class: "keys" },
      h("dt", {}, "F8"),
      h("dd", {}, "next finding (Shift-F8: the one before)"),
      h("dt", {}, "Alt-Enter"),
      h("dd", {}, "to its buttons; Escape leads back"),
      h("dt", {}, "Ctrl-Z"),
      h("dd", {}, "undoes what was accepted or ignored"),
    ),
  );
}

function ignored(count: number, state: EditorState, actions: Actions): HTMLElement {
  const { rules } = state.field(silenceField);
  const named = rules.length ? ` (${rules.map((rule) => ruleName(rule).toLowerCase()).join(", ")})` : "";
  return h(
    "p",
    { class: "ignored" },
    `${plural(count, "finding")} ignored${named}. `,
    h("button", { type: "button", class: "plain-button", click: () => actions.speakAgain() }, "Show again"),
  );
}

function card(one: Finding, open: boolean, actions: Actions): HTMLElement {
  const words = one.words.replace(/\s+/g, " ").trim();
  const short = words.length > 90 ? `${words.slice(0, 88).trimEnd()}…` : words;
  return h(
    "li",
    { class: `card ${one.severity}${open ? " open" : ""}`, id: `card-${one.id}` },
    h(
      "button",
      { type: "button", class: "head", "aria-expanded": String(open), click: () => actions.show(one) },
      h("span", { class: "severity" }, SEVERITY[one.severity]),
      h("span", { class: "rule" }, ruleName(one.rule)),
      h("span", { class: "words" }, short || "the whole article"),
    ),
    open && detail(one, actions),
  );
}

function chosen(): string {
  return byId<HTMLSelectElement>("country").value;
}

function detail(one: Finding, actions: Actions): HTMLElement {
  const { text } = one;
  const proposed = text.write ?? text.instead;
  return h(
    "div",
    { class: "detail" },
    ...text.what.map((line) => h("p", {}, ...linked(line))),
    proposed && h("div", { class: "write" }, h("p", { class: "label" }, text.write ? "Write" : "Say instead"), h("p", {}, ...linked(proposed))),
    h(
      "div",
      { class: "actions" },
      one.rule.endsWith("hotline") && !chosen() && h("button", { type: "button", click: () => byId("country").focus() }, "Choose your readers’ country"),
      one.fix && h("button", { type: "button", class: "accept", click: () => actions.accept(one) }, `Accept: ${lower(one.fix.title)}`),
      text.write &&
        one.sentence &&
        h("button", { type: "button", class: one.fix ? "" : "accept", click: () => actions.rewrite(one) }, "Put the whole sentence in"),
      h("button", { type: "button", click: () => actions.ignoreHere(one) }, "Ignore here"),
      h(
        "button",
        { type: "button", "aria-label": `Ignore in this draft: ${ruleName(one.rule)}`, click: () => actions.ignoreRule(one) },
        "Ignore in this draft",
      ),
    ),
    text.references.length > 0 && held("The reference set holds", text.references),
    text.references.length === 0 && text.source && h("p", { class: "from" }, "Source: ", ...linked(text.source)),
    one.why && h("details", { class: "why" }, h("summary", {}, "Why it matters"), h("p", {}, one.why)),
  );
}

const SHOWN = 2; // of what the reference set holds; the others open on demand

export function held(label: string, references: Held[]): HTMLElement {
  const told = references.map((one) =>
    h("p", {}, `${one.says}. `, h("cite", {}, source(one.source.replace(/, https?:\/\/\S+ \(.*\)$/, ""), one.url))),
  );
  return h(
    "div",
    { class: "held" },
    h("p", { class: "label" }, label),
    ...told.slice(0, SHOWN),
    told.length > SHOWN &&
      h("details", { class: "why" }, h("summary", {}, `${told.length - SHOWN} more`), ...told.slice(SHOWN)),
  );
}

/** Text whose addresses are links. */
export function linked(text: string): Node[] {
  return text.split(ADDRESS).map((part, index) => (index % 2 ? source(part, part) : document.createTextNode(part)));
}

export function drawStatistics(into: HTMLElement, state: EditorState, actions: Actions): void {
  const { statistics } = state.field(checkedField);
  const active = state.field(activeField);
  into.replaceChildren(
    statistics.length
      ? h("p", { class: "sum" }, verdicts(statistics))
      : h("p", { class: "fine" }, "No statistic in this draft yet. Each one gets its verdict here, also where it is right."),
    h(
      "ol",
      { class: "cards" },
      ...statistics.map((one) =>
        h(
          "li",
          { class: `card ${one.standing}${one.id === active ? " open" : ""}`, id: `card-${one.id}` },
          h(
            "button",
            { type: "button", class: "head", "aria-expanded": String(one.id === active), click: () => actions.show(one) },
            h("span", { class: "severity" }, one.label.charAt(0).toUpperCase() + one.label.slice(1)),
            h("span", { class: "number" }, one.number),
            h("span", { class: "words" }, one.sentence),
          ),
          one.id === active &&
            h(
              "div",
              { class: "detail" },
              one.references.length
                ? held("The reference set holds", one.references)
                : h("p", {}, "The reference set holds nothing on this number."),
            ),
        ),
      ),
    ),
  );
}

function verdicts(statistics: Statistic[]): string {
  const counts = new Map<string, number>();
  for (const one of statistics) counts.set(one.label, (counts.get(one.label) ?? 0) + 1);
  return [...counts].map(([label, count]) => `${count} ${label}`).join(" · ");
}
