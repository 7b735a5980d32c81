// The editor draws only what is on the screen; paper gets the whole draft, its findings numbered and listed.

import type { EditorState } from "@codemirror/state";
import { h } from "./dom";
import { spoken } from "./findings";
import { linked, ruleName, summary } from "./panel";

export function drawForPrint(into: HTMLElement, state: EditorState, name: string): void {
  const text = state.doc.toString();
  const told = spoken(state).sort((a, b) => a.from - b.from || a.to - b.to);
  const pieces: Node[] = [];
  let at = 0;
  told.forEach((one, index) => {
    const from = Math.max(at, one.from);
    const to = Math.max(from, one.to);
    pieces.push(document.createTextNode(text.slice(at, from)));
    pieces.push(h("span", { class: `mark ${one.severity}` }, text.slice(from, to)), h("sup", {}, String(index + 1)));
    at = to;
  });
  pieces.push(document.createTextNode(text.slice(at)));
  into.replaceChildren(
    h("h2", {}, name),
    h("p", { class: "sum" }, summary(state) || "Nothing found"),
    h("div", { class: "text" }, ...pieces),
    h(
      "ol",
      { class: "notes" },
      ...told.map((one) =>
        h("li", { class: one.severity }, h("b", {}, `${ruleName(one.rule)}. `), ...linked(one.text.what.join(" ")),
          (one.text.write ?? one.text.instead) && h("p", {}, h("b", {}, "Write: "), one.text.write ?? one.text.instead ?? ""),
          one.text.source && h("p", { class: "from" }, "Source: ", ...linked(one.text.source))),
      ),
    ),
  );
}
