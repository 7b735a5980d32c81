import "./trust"; // before everything that could read HTML
import { defaultKeymap, history, historyKeymap, isolateHistory, undo } from "@codemirror/commands";
import { html } from "@codemirror/lang-html";
import { markdown, markdownLanguage } from "@codemirror/lang-markdown";
import { yamlFrontmatter } from "@codemirror/lang-yaml";
import { HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { search, searchKeymap } from "@codemirror/search";
import { ChangeSet, Compartment, EditorState, type Extension, Prec } from "@codemirror/state";
import { drawSelection, dropCursor, EditorView, keymap, placeholder, type ViewUpdate } from "@codemirror/view";
import { tags } from "@lezer/highlight";
import { byId, h } from "./dom";
import {
  activeField,
  checkedField,
  type Finding,
  findingAt,
  findings,
  placed,
  setActive,
  setChecked,
  silence,
  silenceField,
  spoken,
  type Statistic,
  statisticAt,
} from "./findings";
import { type Actions, drawFindings, drawStatistics, listed, ruleName, summary } from "./panel";
import { asMarkdown } from "./paste";
import { drawForPrint } from "./print";
import { type Proposal, startAsking } from "./reference";
import * as server from "./server";

const PAUSE = 60; // milliseconds after a key before a check
const AGAIN = 2000; // milliseconds between looks for a server that has stopped
const ENDINGS = { markdown: ".md", html: ".html", text: ".txt" };

const [panels, statusLine, notices, toast, said] = [
  { findings: byId("findings"), statistics: byId("statistics"), reference: byId("reference") },
  byId("status"),
  byId("notices"),
  byId("toast"),
  byId("said"),
];
type Tab = keyof typeof panels;

/** What is known of the draft besides its text. */
const draft = {
  name: "draft.md",
  format: "markdown" as server.Format,
  lineEnd: "\n",
  word: "", // the Word file it was opened from, in base64,
  wordText: "", // … and the text it was then
  kept: true, // nothing would be lost if the tab were closed
};

// ---------------------------------------------------------------- the editor

const language = new Compartment();
const nonce = document.querySelector<HTMLScriptElement>("script[nonce]")?.nonce ?? "";

const looks = HighlightStyle.define([
  { tag: tags.heading1, class: "t-h1" },
  { tag: tags.heading2, class: "t-h2" },
  { tag: tags.heading, class: "t-h3" },
  { tag: tags.strong, class: "t-strong" },
  { tag: tags.emphasis, class: "t-em" },
  { tag: [tags.url, tags.processingInstruction, tags.tagName, tags.attributeName, tags.attributeValue], class: "t-mark" },
  { tag: [tags.angleBracket, tags.comment, tags.meta, tags.labelName], class: "t-mark" },
  { tag: [tags.definition(tags.propertyName), tags.separator], class: "t-mark" },
  { tag: tags.link, class: "t-link" },
  { tag: tags.quote, class: "t-quote" },
]);

function languageOf(format: server.Format): Extension {
  if (format === "markdown")
    return yamlFrontmatter({ content: markdown({ base: markdownLanguage, completeHTMLTags: false }) });
  return format === "html" ? html({ autoCloseTags: false }) : [];
}

const view = new EditorView({
  parent: byId("editor"),
  state: EditorState.create({
    extensions: [
      EditorView.cspNonce.of(nonce),
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({ "aria-label": "Your draft", spellcheck: "true", autocorrect: "on", lang: "en" }),
      history(),
      drawSelection(),
      dropCursor(),
      search({ top: true }),
      placeholder("Paste your article here, drop a file, or begin to type."),
      syntaxHighlighting(looks),
      language.of(languageOf("markdown")),
      findings,
      Prec.highest(
        keymap.of([
          { key: "F8", run: () => step(1), shift: () => step(-1) },
          { key: "Alt-Enter", run: enterCard },
        ]),
      ),
      keymap.of([...searchKeymap, ...historyKeymap, ...defaultKeymap]),
      EditorView.updateListener.of(updated),
      EditorView.domEventHandlers({ paste: pasted, drop: droppedOnText }),
      EditorView.domEventHandlers({ mouseup: () => void setTimeout(follow) }),
    ],
  }),
});

function updated(update: ViewUpdate): void {
  if (update.docChanged) {
    since = since.compose(update.changes);
    draft.kept = !update.state.doc.length;
    soon();
  }
  const spoke = update.startState.field(silenceField) !== update.state.field(silenceField);
  const answered = update.startState.field(checkedField) !== update.state.field(checkedField);
  const turned = update.startState.field(activeField) !== update.state.field(activeField);
  if (spoke || turned || (answered && !update.docChanged) || (update.docChanged && !update.state.doc.length)) draw();
}

/** A click on marked words opens what is said of them. */
function follow(): void {
  const { main } = view.state.selection;
  if (!main.empty) return;
  const found = findingAt(view.state, main.head) ?? statisticAt(view.state, main.head);
  if (found) open(found, false);
}

// ---------------------------------------------------------------- checking

let since = ChangeSet.empty(0); // what has changed since the text that is being checked
let waiting = 0;
let checking = false;
let gone = false;

function soon(pause = PAUSE): void {
  clearTimeout(waiting);
  waiting = window.setTimeout(() => void check(), pause);
}

function whole(): server.Draft {
  const country = byId<HTMLSelectElement>("country").value;
  return {
    text: view.state.doc.toString(),
    name: draft.name,
    format: draft.format,
    countries: country ? [country] : [],
  };
}

async function check(): Promise<void> {
  if (checking || gone) return; // when its answer is there, what changed meanwhile is checked
  checking = true;
  const { doc } = view.state;
  since = ChangeSet.empty(doc.length);
  statusLine.textContent = "Checking…";
  try {
    const answer = await server.check(whole());
    const stillTrue = since.empty;
    view.dispatch({ effects: setChecked.of(placed(answer, doc, since)) });
    document.body.dataset["checked"] = stillTrue ? "yes" : "no";
    statusLine.textContent = stillTrue ? (doc.length ? "Checked" : "") : "Checking…";
    if (stillTrue) announce();
    notice("refused", null);
  } catch (error) {
    failed(error);
  } finally {
    checking = false;
    if (!since.empty) soon();
  }
}

let lastSaid = "";
function announce(): void {
  const text = view.state.doc.length ? summary(view.state) || "Nothing found" : "";
  if (text !== lastSaid) said.textContent = lastSaid = text;
}

function failed(error: unknown): void {
  if (error instanceof server.Gone) stopped();
  else if (error instanceof server.Refused) {
    statusLine.textContent = "Not checked";
    notice("refused", error.message);
  } else throw error;
}

function stopped(): void {
  if (gone) return;
  gone = true;
  statusLine.textContent = "Not checked";
  notice("gone", "factcheck has stopped. Your text is safe in this tab. Start it again with “factcheck serve”: this page then goes on by itself.");
  const again = window.setInterval(() => (gone ? void server.look() : clearInterval(again)), AGAIN);
}

server.whenBack(() => {
  gone = false;
  notice("gone", null);
  soon(0);
});

function notice(kind: string, text: string | null): void {
  notices.querySelector(`[data-kind=${kind}]`)?.remove();
  if (text) notices.append(h("p", { "data-kind": kind }, text));
}

// ---------------------------------------------------------------- findings

const actions: Actions = {
  show: (one) => {
    if (one.id === view.state.field(activeField)) view.dispatch({ effects: setActive.of(null) });
    else open(one, true);
  },
  accept: (one) => {
    if (one.fix) put(one, one.fix.changes, one.fix.title);
  },
  rewrite: (one) => {
    const { write, references } = one.text;
    if (!write || !one.sentence) return;
    const cited = references[0] ? { sentence: write, source: named(references[0].source), url: references[0].url } : null;
    put(one, [{ ...one.sentence, insert: cited ? withSource(cited) : write }], "The sentence is put in");
  },
  ignoreHere: (one) => {
    const { marks, rules } = view.state.field(silenceField);
    quiet({ marks: [...marks, one.text.mark], rules }, one, "Ignored here");
  },
  ignoreRule: (one) => {
    const { marks, rules } = view.state.field(silenceField);
    quiet({ marks, rules: [...rules, one.rule] }, one, `“${ruleName(one.rule)}” is ignored in this draft`);
  },
  speakAgain: () => {
    view.dispatch({ effects: silence.of({ marks: [], rules: [] }), annotations: isolateHistory.of("full") });
    panels.findings.focus();
  },
};

/** A name without how and when it was seen. */
function named(source: string): string {
  return source.replace(/, https?:\/\/.*$/, "");
}

function put(one: Finding, changes: { from: number; to: number; insert: string }[], text: string): void {
  const next = neighbour(one);
  view.dispatch({ changes, userEvent: "input.accept", annotations: isolateHistory.of("full") });
  view.dispatch({
    effects: setChecked.of({
      ...view.state.field(checkedField),
      findings: view.state.field(checkedField).findings.filter((other) => other.id !== one.id),
    }),
  });
  after(text, next);
}

function quiet(value: { marks: string[] | readonly string[]; rules: string[] | readonly string[] }, one: Finding, text: string): void {
  const next = neighbour(one);
  view.dispatch({ effects: silence.of(value), annotations: isolateHistory.of("full") });
  after(text, next);
}

function neighbour(one: Finding): Finding | undefined {
  const all = listed(view.state);
  const index = all.findIndex((other) => other.id === one.id);
  return all[index + 1] ?? all[index - 1];
}

/** The next finding opens, the keyboard stays in the list, and what was done can be undone. */
function after(text: string, next: Finding | undefined): void {
  tell(text, true);
  const still = next && spoken(view.state).find((one) => one.id === next.id);
  view.dispatch({ effects: setActive.of(still?.id ?? null) });
  const head = still && document.querySelector<HTMLElement>(`#card-${still.id} .head`);
  (head ?? panels.findings).focus({ preventScroll: true });
  head?.scrollIntoView({ block: "nearest" });
}

function open(one: Finding | Statistic, toText: boolean): void {
  view.dispatch({ effects: setActive.of(one.id) });
  if (toText) {
    view.dispatch({
      selection: { anchor: Math.min(one.from, view.state.doc.length) },
      effects: EditorView.scrollIntoView(Math.min(one.from, view.state.doc.length), { y: "center" }),
    });
    document.querySelector<HTMLElement>(`#card-${one.id} .head`)?.focus({ preventScroll: true });
  }
  choose(one.kind === "finding" ? "findings" : "statistics");
  document.getElementById(`card-${one.id}`)?.scrollIntoView({ block: "nearest" });
}

/** F8: to the next finding in the text, around its end. */
function step(by: 1 | -1): boolean {
  const told = spoken(view.state).sort((a, b) => a.from - b.from || a.to - b.to);
  if (!told.length) return true;
  const index = told.findIndex((one) => one.id === view.state.field(activeField));
  const { head } = view.state.selection.main;
  const next =
    index >= 0
      ? (index + by + told.length) % told.length
      : by > 0
        ? Math.max(0, told.findIndex((one) => one.from >= head))
        : (told.findLastIndex((one) => one.from < head) + told.length) % told.length;
  const one = told[next] as Finding;
  view.dispatch({ selection: { anchor: one.from, head: one.to }, effects: EditorView.scrollIntoView(one.from, { y: "center" }) });
  open(one, false);
  said.textContent = `${ruleName(one.rule)}: ${one.words}. ${one.text.what[0] ?? ""}`;
  return true;
}

function enterCard(): boolean {
  const one = findingAt(view.state, view.state.selection.main.head);
  if (one && one.id !== view.state.field(activeField)) open(one, false);
  const card = document.querySelector<HTMLElement>("#findings .card.open");
  const first = card?.querySelector<HTMLElement>(".accept") ?? card?.querySelector<HTMLElement>(".actions button");
  first?.focus();
  return Boolean(first);
}

// ---------------------------------------------------------------- what is drawn

function draw(): void {
  const focused = document.activeElement?.closest(".card")?.id;
  drawFindings(panels.findings, view.state, actions);
  drawStatistics(panels.statistics, view.state, actions);
  const told = spoken(view.state).length;
  const { statistics } = view.state.field(checkedField);
  count("findings", told);
  count("statistics", statistics.length);
  byId("bar").textContent = view.state.doc.length ? summary(view.state) || "Nothing found" : "";
  byId("name").textContent = view.state.doc.length || draft.name !== "draft.md" ? draft.name : "Untitled draft";
  if (focused && !document.activeElement?.closest(".card"))
    (document.querySelector<HTMLElement>(`#${focused} .head`) ?? panels.findings).focus({ preventScroll: true });
}

function count(tab: Tab, number: number): void {
  const place = document.querySelector(`#tab-${tab} .count`);
  if (place) place.textContent = number ? String(number) : "";
}

function choose(tab: Tab): void {
  for (const [name, panel] of Object.entries(panels)) {
    const button = byId(`tab-${name}`);
    button.setAttribute("aria-selected", String(name === tab));
    button.tabIndex = name === tab ? 0 : -1;
    panel.hidden = name !== tab;
  }
}

const tabs = Object.keys(panels) as Tab[];
tabs.forEach((tab, index) => {
  const button = byId(`tab-${tab}`);
  button.addEventListener("click", () => {
    choose(tab);
    if (tab === "reference") byId("words").focus();
  });
  button.addEventListener("keydown", (event) => {
    const by = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    const to = by ? tabs[(index + by + tabs.length) % tabs.length] : { Home: tabs[0], End: tabs.at(-1) }[event.key];
    if (!to) return;
    event.preventDefault();
    choose(to);
    byId(`tab-${to}`).focus();
  });
});
byId("bar").addEventListener("click", () => choose("findings"));

let telling = 0;
function tell(text: string, undoable = false): void {
  const hide = (): void => toast.replaceChildren();
  toast.replaceChildren(h("span", {}, text));
  if (undoable) toast.append(h("button", { type: "button", click: () => (undo(view), view.focus(), hide()) }, "Undo"));
  clearTimeout(telling);
  telling = window.setTimeout(hide, 8000);
}

// ---------------------------------------------------------------- pasting, files

function pasted(event: ClipboardEvent, editor: EditorView): boolean {
  const data = event.clipboardData;
  if (!data) return false;
  const file = data.files[0];
  const foreign = data.getData("text/html");
  if (file && !foreign && !data.getData("text/plain")) return take(file), true;
  if (!foreign || draft.format !== "markdown") return false;
  const text = asMarkdown(foreign);
  if (!text) return false;
  const { from } = editor.state.selection.main;
  const apart = text.includes("\n") && from > editor.state.doc.lineAt(from).from ? "\n\n" : "";
  editor.dispatch(editor.state.replaceSelection(apart + text), { userEvent: "input.paste", scrollIntoView: true });
  return true;
}

function droppedOnText(event: DragEvent): boolean {
  return Boolean(event.dataTransfer?.files.length); // the page takes it
}

for (const kind of ["dragover", "drop"] as const)
  window.addEventListener(kind, (event) => {
    const { dataTransfer } = event;
    if (!dataTransfer?.types.includes("Files")) return;
    event.preventDefault();
    document.body.classList.toggle("dropping", kind === "dragover");
    const file = kind === "drop" && dataTransfer.files[0];
    if (file) void take(file);
  });
window.addEventListener("dragleave", (event) => {
  if (!event.relatedTarget) document.body.classList.remove("dropping");
});

async function take(file: File): Promise<void> {
  if (!draft.kept && !confirm("The file takes the place of the text that is here. (Undo brings it back.)")) return;
  try {
    const read = await server.read(file);
    const word = /\.docx$/i.test(file.name) ? await base64(file) : "";
    const text = read.text.replace(/\r\n?/g, "\n");
    Object.assign(draft, {
      name: read.name.replace(/\.(?:docx|odt)$/i, ".md"),
      format: read.format,
      lineEnd: read.text.includes("\r\n") ? "\r\n" : "\n",
      word,
      wordText: text,
    });
    view.dispatch({
      changes: { from: 0, to: view.state.doc.length, insert: text },
      selection: { anchor: 0 },
      effects: [language.reconfigure(languageOf(read.format)), silence.of({ marks: [], rules: [] })],
      annotations: isolateHistory.of("full"),
      scrollIntoView: true,
    });
    draft.kept = true;
    document.title = `${read.name} – factcheck`;
    notice("refused", null);
    tell(`${file.name} is open${read.warnings[0] ? `: ${read.warnings[0]}` : ""}`);
    soon(0);
  } catch (error) {
    failed(error);
  }
}

async function base64(file: File): Promise<string> {
  const bytes = new Uint8Array(await file.arrayBuffer());
  let text = "";
  for (let at = 0; at < bytes.length; at += 0x8000) text += String.fromCharCode(...bytes.subarray(at, at + 0x8000));
  return btoa(text);
}

byId("open").addEventListener("click", () => byId("file").click());
byId<HTMLInputElement>("file").addEventListener("change", (event) => {
  const input = event.target as HTMLInputElement;
  if (input.files?.[0]) void take(input.files[0]);
  input.value = "";
});

// ---------------------------------------------------------------- downloads, print

const downloads = byId<HTMLDetailsElement>("downloads");
downloads.addEventListener("click", (event) => {
  const kind = (event.target as HTMLElement).dataset["make"];
  if (!kind) return;
  downloads.open = false;
  downloads.querySelector("summary")?.focus();
  void download(kind);
});
downloads.addEventListener("keydown", (event) => {
  if (event.key === "Escape") (downloads.open = false), downloads.querySelector("summary")?.focus();
});
document.addEventListener("click", (event) => {
  if (!downloads.contains(event.target as Node)) downloads.open = false;
});

async function download(kind: string): Promise<void> {
  if (kind === "print") return window.print();
  const text = view.state.doc.toString();
  if (kind === "text") {
    draft.kept = true;
    const name = draft.name.replace(/\.\w+$/, "") + (/\.\w+$/.exec(draft.name)?.[0] ?? ENDINGS[draft.format]);
    return save(new Blob([text.replaceAll("\n", draft.lineEnd)], { type: "text/plain" }), name);
  }
  const { marks, rules } = view.state.field(silenceField);
  const word = kind === "word" && draft.word && text === draft.wordText ? draft.word : "";
  try {
    const made = await server.make(kind, { ...whole(), ignored: [...marks], silent: [...rules], word });
    save(made.data, made.name);
  } catch (error) {
    failed(error);
  }
}

function save(data: Blob, name: string): void {
  const url = URL.createObjectURL(data);
  h("a", { href: url, download: name }).click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
  tell(`${name} is in your downloads`);
}

window.addEventListener("beforeprint", () => drawForPrint(byId("print"), view.state, draft.name));
window.addEventListener("beforeunload", (event) => {
  if (!draft.kept) event.preventDefault();
});

// ---------------------------------------------------------------- the reference set

/** A sentence with its source, as the draft's format has it. */
function withSource({ sentence, source, url }: Proposal): string {
  if (!url) return sentence;
  const bare = sentence.replace(/\.$/, "");
  const end = bare === sentence ? "" : ".";
  if (draft.format === "markdown") return `${bare} ([${source.replace(/([[\]\\])/g, "\\$1")}](${url}))${end}`;
  if (draft.format === "text") return `${bare} (${source}, ${url})${end}`;
  const link = h("a", { href: url }, source); // the browser writes the escapes
  return `${h("p", {}, bare).innerHTML} (${link.outerHTML})${end}`;
}

startAsking((proposal) => {
  const { main } = view.state.selection;
  const before = view.state.sliceDoc(Math.max(0, main.from - 1), main.from);
  const text = withSource(proposal);
  view.dispatch(view.state.replaceSelection(before && !/\s/.test(before) ? ` ${text}` : text), {
    userEvent: "input.accept",
    annotations: isolateHistory.of("full"),
    scrollIntoView: true,
  });
  tell("The sentence is put in, with its source", true);
}, failed);

// ---------------------------------------------------------------- the whole page

window.addEventListener("keydown", (event) => {
  if (event.defaultPrevented) return;
  if (event.key === "F8") {
    event.preventDefault();
    step(event.shiftKey ? -1 : 1);
  } else if (event.key === "Escape" && document.activeElement?.closest(".panel")) view.focus();
  else if ((event.ctrlKey || event.metaKey) && event.key === "z" && document.activeElement?.closest(".panel") && !(document.activeElement instanceof HTMLInputElement)) {
    event.preventDefault();
    undo(view);
  }
});

async function start(): Promise<void> {
  const country = byId<HTMLSelectElement>("country");
  country.addEventListener("change", () => soon(0));
  try {
    const given = await server.get<{ countries: [string, string][]; chosen: string[] }>("api/start");
    country.append(...given.countries.map(([name, code]) => h("option", { value: code }, name)));
    if (given.chosen.length && country.options[0]) country.options[0].text = `as set up (${given.chosen.join(", ")})`;
  } catch (error) {
    failed(error);
  }
}

void start();
draw();
view.focus();
