// Asking the reference set: a list of entries, one entry whole, its series as a small chart, a sentence to put in.

import { byId, h, plural, s, source } from "./dom";
import { linked } from "./panel";
import { get } from "./server";

interface Entry {
  kind: "measure" | "myth" | "hotline";
  id: string;
  title: string;
  glance: string;
}
interface Point {
  period: string;
  month: number | null;
  value: string;
  low: number;
  high: number;
  sure: boolean;
  part: boolean;
  confidence: string;
  status: string;
  note: string;
  source: string;
  url: string;
}
export interface Proposal {
  sentence: string;
  source: string;
  url: string;
}
interface Measure {
  kind: "measure";
  title: string;
  counts: string;
  publisher: string;
  broader: string[];
  places: { place: string; points: Point[]; write: Proposal | null }[];
}
interface Myth {
  kind: "myth";
  title: string;
  problem: string;
  origin: string;
  accepted: string;
  instead: string;
  evidence: string[];
}
interface Hotline {
  kind: "hotline";
  title: string;
  country: string;
  operator: string;
  channels: { kind: string; value: string; note: string }[];
  retired: string[];
  source: string;
  url: string;
  confidence: string;
  verified: string;
}

const KINDS = { measure: "Statistic", myth: "Debunked", hotline: "Help line" };

export function startAsking(insert: (proposal: Proposal) => void, failed: (error: unknown) => void): void {
  const [form, words, answer] = [byId<HTMLFormElement>("ask"), byId<HTMLInputElement>("words"), byId("answer")];
  let waiting = 0;
  let asks = 0; // an answer to an earlier question comes too late

  const list = async (): Promise<void> => {
    const asked = words.value.trim();
    const mine = ++asks;
    if (!asked) return answer.replaceChildren();
    try {
      const found = await get<{ entries: Entry[]; more: number; near: string[] }>(
        `api/search?words=${encodeURIComponent(asked)}`,
      );
      if (mine === asks) draw(asked, found);
    } catch (error) {
      failed(error);
    }
  };

  const draw = (asked: string, found: { entries: Entry[]; more: number; near: string[] }): void => {
    const near = found.near.flatMap((word) => [
      h("button", { type: "button", class: "plain-button", click: () => ((words.value = word), void list()) }, word),
      " ",
    ]);
    answer.replaceChildren(
      h(
        "p",
        { class: "sum" },
        found.entries.length ? plural(found.entries.length + found.more, "entry", "entries") : `Nothing is known about “${asked}”.`,
        near.length > 0 && " Did you mean ",
        ...near,
      ),
      h(
        "ul",
        { class: "entries" },
        ...found.entries.map((one) =>
          h(
            "li",
            {},
            h(
              "button",
              { type: "button", class: `entry ${one.kind}`, click: () => void open(one.id) },
              h("span", { class: "kind" }, KINDS[one.kind]),
              h("span", { class: "title" }, one.title),
              one.glance && h("span", { class: "glance" }, one.glance),
            ),
          ),
        ),
      ),
    );
  };

  const open = async (id: string): Promise<void> => {
    clearTimeout(waiting);
    const mine = ++asks;
    try {
      const entry = await get<Measure | Myth | Hotline>(`api/entry/${encodeURIComponent(id)}`);
      if (mine !== asks) return;
      const heading = h("h2", { tabindex: "-1" }, entry.title);
      answer.replaceChildren(
        h("button", { type: "button", class: "back", click: () => void list() }, "← All entries"),
        heading,
        ...(entry.kind === "measure" ? measure(entry, insert) : entry.kind === "myth" ? myth(entry) : hotline(entry)),
      );
      heading.focus();
    } catch (error) {
      failed(error);
    }
  };

  form.addEventListener("submit", (event) => {
    event.preventDefault();
    clearTimeout(waiting);
    void list();
  });
  words.addEventListener("input", () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(() => void list(), 250);
  });
}

function measure(entry: Measure, insert: (proposal: Proposal) => void): Node[] {
  const place = h("div", {});
  const show = (name: string): void => {
    const held = entry.places.find((one) => one.place === name);
    if (held) place.replaceChildren(...series(held, entry, insert));
  };
  const choice = h(
    "select",
    { id: "place", change: (event) => show((event.target as HTMLSelectElement).value) },
    ...entry.places.map((one) => h("option", {}, one.place)),
  );
  const first = entry.places[0];
  if (first) show(first.place);
  return [
    h("p", { class: "publisher" }, entry.publisher),
    h("p", {}, entry.counts),
    entry.broader.length > 0 && h("p", { class: "not" }, h("b", {}, "Says nothing about "), entry.broader.join("; "), "."),
    entry.places.length > 1 && h("p", { class: "of" }, h("label", { for: "place" }, "Place "), choice),
    place,
  ].filter((one) => one !== false);
}

function series(
  held: { place: string; points: Point[]; write: Proposal | null },
  entry: Measure,
  insert: (proposal: Proposal) => void,
): Node[] {
  const { write } = held;
  const made: (Node | null)[] = [
    chart(held.points, `${entry.title}, ${held.place}`),
    write
      ? h(
          "div",
          { class: "write" },
          h("p", { class: "label" }, "Write"),
          h("p", {}, write.sentence),
          h("p", { class: "from" }, source(write.source, write.url)),
          h(
            "div",
            { class: "actions" },
            h("button", { type: "button", class: "accept", click: () => insert(write) }, "Put it in with its source"),
          ),
        )
      : h("p", {}, "No figure of this series is sure enough to be proposed."),
    h(
      "div",
      { class: "table", tabindex: "0", role: "region", "aria-label": `Values for ${held.place}` },
      h(
        "table",
        {},
        h("thead", {}, h("tr", {}, h("th", { scope: "col" }, "Period"), h("th", { scope: "col" }, held.place), h("th", { scope: "col" }, "Source"))),
        h(
          "tbody",
          {},
          ...[...held.points].reverse().map((one) =>
            h(
              "tr",
              { class: one.sure ? "" : "unsure" },
              h("th", { scope: "row" }, one.period),
              h("td", {}, one.value, !one.sure && h("span", { class: "unsure-word" }, one.status === "superseded" ? " (revised later)" : " (not sure)")),
              h("td", {}, source(one.source, one.url), one.note && h("span", { class: "note" }, one.note)),
            ),
          ),
        ),
      ),
    ),
  ];
  return made.filter((one): one is Node => one !== null);
}

/** Dots in time, those that are sure joined by a line; its values stand in the table below it. */
function chart(points: Point[], title: string): Node | null {
  const dated = points.filter((one): one is Point & { month: number } => one.month !== null && !one.part);
  if (dated.length < 3) return null;
  const [width, height, left, right, top, bottom] = [360, 130, 8, 8, 24, 22];
  const months = dated.map((one) => one.month);
  const [first, last] = [Math.min(...months), Math.max(...months)];
  const most = Math.max(...dated.map((one) => one.high)) || 1;
  const least = Math.min(0, ...dated.map((one) => one.low));
  const x = (month: number): number => left + ((month - first) / (last - first || 1)) * (width - left - right);
  const y = (value: number): number => height - bottom - ((value - least) / (most - least)) * (height - top - bottom);
  const middle = (one: Point): number => (one.low + one.high) / 2;
  const sure = dated.filter((one) => one.sure);
  const line = sure.map((one) => `${x(one.month).toFixed(1)},${y(middle(one)).toFixed(1)}`).join(" ");
  const [oldest, newest] = [sure[0] ?? dated[0], sure.at(-1) ?? dated.at(-1)] as [Point & { month: number }, Point & { month: number }];
  const label = (one: Point & { month: number }, anchor: string): SVGElement =>
    s("text", { x: x(one.month), y: Math.max(12, y(one.high) - 8), "text-anchor": anchor, class: "value" }, one.value);
  return s(
    "svg",
    { class: "chart", viewBox: `0 0 ${width} ${height}`, role: "img", "aria-label": `${title}: from ${oldest.value} (${oldest.period}) to ${newest.value} (${newest.period})` },
    s("line", { x1: left, x2: width - right, y1: y(Math.max(least, 0)), y2: y(Math.max(least, 0)), class: "base" }),
    sure.length > 1 && s("polyline", { points: line, class: "line" }),
    ...dated.map((one) =>
      one.low === one.high
        ? s("circle", { cx: x(one.month), cy: y(one.low), r: 3, class: one.sure ? "dot" : "dot unsure" })
        : s("line", { x1: x(one.month), x2: x(one.month), y1: y(one.low), y2: y(one.high), class: "range" }),
    ),
    s("text", { x: left, y: height - 6, class: "when" }, String(Math.floor(first / 12))),
    s("text", { x: width - right, y: height - 6, "text-anchor": "end", class: "when" }, String(Math.floor(last / 12))),
    x(oldest.month) < width / 3 && oldest !== newest && x(newest.month) - x(oldest.month) > 150 && label(oldest, "start"),
    label(newest, x(newest.month) > width / 2 ? "end" : "start"),
  );
}

function myth(entry: Myth): Node[] {
  return [
    h("p", { class: "publisher" }, `Debunked: ${entry.problem}`),
    h("p", {}, entry.origin),
    h("div", { class: "write" }, h("p", { class: "label" }, "Say instead"), h("p", {}, entry.instead)),
    h("p", {}, h("b", {}, "Accepted: "), entry.accepted),
    h("p", { class: "from" }, "Evidence: ", ...entry.evidence.flatMap((url, index) => [index ? ", " : "", ...linked(url)])),
  ];
}

function hotline(entry: Hotline): Node[] {
  return [
    h("p", { class: "publisher" }, `${entry.operator} (${entry.country})`),
    h(
      "dl",
      { class: "channels" },
      ...entry.channels.flatMap((one) => [
        h("dt", {}, one.kind),
        h("dd", {}, h("b", {}, one.value), one.note && h("span", { class: "note" }, one.note)),
      ]),
    ),
    ...entry.retired.map((text) => h("p", { class: "not" }, h("b", {}, "Not "), text)),
    h("p", { class: "from" }, source(entry.source, entry.url), ` (verified: ${entry.verified}; confidence ${entry.confidence})`),
  ];
}
