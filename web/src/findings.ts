// The findings in the editor: where they stand while the text moves under them, which are silenced, how they look.

import { invertedEffects } from "@codemirror/commands";
import { type EditorState, StateEffect, StateField, type Text, type ChangeDesc } from "@codemirror/state";
import { Decoration, type DecorationSet, EditorView } from "@codemirror/view";
import { toUtf16 } from "./offsets";
import type { Answer, Diagnostic, FindingText, Held } from "./server";

export interface Place {
  from: number;
  to: number;
}
export interface Change extends Place {
  insert: string;
}
export interface Finding extends Place {
  kind: "finding";
  id: string;
  rule: string;
  severity: Diagnostic["severity"];
  words: string;
  text: FindingText;
  sentence: Place | null;
  fix: { title: string; changes: Change[] } | null;
  why: string;
}
export interface Statistic extends Place {
  kind: "statistic";
  id: string;
  number: string;
  sentence: string;
  standing: string;
  label: string;
  references: Held[];
}
export interface Checked {
  findings: Finding[];
  statistics: Statistic[];
  warnings: string[];
}
export interface Silence {
  marks: readonly string[];
  rules: readonly string[];
}

const NOTHING: Checked = { findings: [], statistics: [], warnings: [] };

/** What an answer says, at places of the editor's text. */
export function placed(answer: Answer, checked: Text, since: ChangeDesc): Checked {
  const source = checked.toString();
  const utf16 = toUtf16(source);
  const at = (start: number, end: number): Place => {
    const [from, to] = [utf16(start), utf16(end)];
    return since.empty ? { from, to } : { from: since.mapPos(from, 1), to: Math.max(since.mapPos(to, -1), since.mapPos(from, 1)) };
  };
  const [file] = answer.report.files;
  const findings = file.diagnostics.map((found, index): Finding => {
    const text = answer.page.findings[index] as FindingText;
    return {
      kind: "finding",
      id: `f${text.mark}`,
      ...at(found.start, found.end),
      rule: found.rule,
      severity: found.severity,
      words: source.slice(utf16(found.start), utf16(found.end)),
      text,
      sentence: text.sentence && at(...text.sentence),
      fix: found.fix && {
        title: found.fix.title,
        changes: found.fix.edits.map((edit) => ({ ...at(edit.start, edit.end), insert: edit.text })),
      },
      why: answer.page.rules[found.rule]?.why ?? "",
    };
  });
  const seen = new Map<string, number>();
  const statistics = file.claims.map((claim, index): Statistic => {
    const told = answer.page.statistics[index];
    return {
      kind: "statistic",
      id: name(`${claim.number.text} ${claim.text}`, seen),
      ...at(claim.number.start, claim.number.end),
      number: claim.number.text,
      sentence: claim.text,
      standing: told?.standing ?? "",
      label: told?.label ?? "",
      references: told?.references ?? [],
    };
  });
  return { findings, statistics, warnings: answer.page.warnings };
}

/** The same for the same statistic while others come and go; those alike are told apart by their order. */
function name(text: string, seen: Map<string, number>): string {
  let hash = 0;
  for (let index = 0; index < text.length; index++) hash = (Math.imul(hash, 31) + text.charCodeAt(index)) | 0;
  const made = `s${(hash >>> 0).toString(36)}`;
  const before = seen.get(made) ?? 0;
  seen.set(made, before + 1);
  return before ? `${made}-${before}` : made;
}

export const setChecked = StateEffect.define<Checked>();
export const setActive = StateEffect.define<string | null>();
export const silence = StateEffect.define<Silence>();

function moved<T extends Place>(one: T, changes: ChangeDesc): T {
  const from = changes.mapPos(one.from, 1);
  return { ...one, from, to: Math.max(from, changes.mapPos(one.to, -1)) };
}

export const checkedField = StateField.define<Checked>({
  create: () => NOTHING,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setChecked)) return effect.value;
    if (!transaction.docChanged) return value;
    const { changes } = transaction;
    return {
      warnings: value.warnings,
      statistics: value.statistics.map((one) => moved(one, changes)),
      findings: value.findings.map((one) => ({
        ...moved(one, changes),
        sentence: one.sentence && moved(one.sentence, changes),
        fix: one.fix && { ...one.fix, changes: one.fix.changes.map((change) => moved(change, changes)) },
      })),
    };
  },
});

export const silenceField = StateField.define<Silence>({
  create: () => ({ marks: [], rules: [] }),
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(silence)) return effect.value;
    return value;
  },
});

/** Undo brings back what was silenced. */
const silenceIsUndone = invertedEffects.of((transaction) =>
  transaction.effects.some((effect) => effect.is(silence))
    ? [silence.of(transaction.startState.field(silenceField))]
    : [],
);

export const activeField = StateField.define<string | null>({
  create: () => null,
  update(value, transaction) {
    for (const effect of transaction.effects) if (effect.is(setActive)) return effect.value;
    return value;
  },
});

/** The findings that nobody has silenced, in the order of the text. */
export function spoken(state: EditorState): Finding[] {
  const { marks, rules } = state.field(silenceField);
  return state
    .field(checkedField)
    .findings.filter((one) => !rules.includes(one.rule) && !marks.includes(one.text.mark));
}

export function silent(state: EditorState): Finding[] {
  const told = new Set(spoken(state));
  return state.field(checkedField).findings.filter((one) => !told.has(one));
}

/** The finding around a place, the smallest of several. */
export function findingAt(state: EditorState, at: number): Finding | undefined {
  return spoken(state)
    .filter((one) => one.from <= at && at <= one.to)
    .sort((a, b) => a.to - a.from - (b.to - b.from))[0];
}

export function statisticAt(state: EditorState, at: number): Statistic | undefined {
  return state.field(checkedField).statistics.find((one) => one.from <= at && at <= one.to);
}

const GOOD = new Set(["supported"]);
const KNOWN_PLAINLY = new Set(["unverified", "refuted", "history"]);

const marks = EditorView.decorations.compute([checkedField, silenceField, activeField], (state): DecorationSet => {
  const active = state.field(activeField);
  const ranges = [];
  for (const one of spoken(state)) {
    if (one.from === one.to) continue;
    const shown = `mark ${one.severity}${one.id === active ? " active" : ""}`;
    ranges.push(Decoration.mark({ class: shown, attributes: { "data-id": one.id } }).range(one.from, one.to));
  }
  for (const one of state.field(checkedField).statistics) {
    const shown = GOOD.has(one.standing) ? "good" : KNOWN_PLAINLY.has(one.standing) ? "plain" : "";
    if (!shown || one.from === one.to) continue;
    const active_ = one.id === active ? " active" : "";
    ranges.push(
      Decoration.mark({ class: `mark ${shown}${active_}`, attributes: { "data-id": one.id } }).range(one.from, one.to),
    );
  }
  return Decoration.set(ranges, true);
});

export const findings = [checkedField, silenceField, silenceIsUndone, activeField, marks];
