// Questions to the server that gave out this page. It keeps nothing; it may be stopped and started again, and then
// has another token in its address, which a newly opened page of it tells the older ones.

const CHANNEL = "factcheck";
const BASE = /^\/[\w-]{32}\/$/;

export class Refused extends Error {}
export class Gone extends Error {}

export interface Edit {
  start: number;
  end: number;
  text: string;
}
export interface Diagnostic {
  rule: string;
  severity: "error" | "warning" | "info";
  message: string;
  start: number;
  end: number;
  fix: { title: string; safe: boolean; edits: Edit[] } | null;
}
export interface Held {
  says: string;
  source: string;
  url: string;
}
export interface FindingText {
  mark: string;
  what: string[];
  write: string | null;
  instead: string | null;
  source: string | null;
  sentence: [number, number] | null;
  references: Held[];
}
export interface Claim {
  start: number;
  end: number;
  text: string;
  number: Edit;
}
export interface Answer {
  report: { files: [{ claims: Claim[]; diagnostics: Diagnostic[] }] };
  page: {
    findings: FindingText[];
    statistics: { standing: string; label: string; references: Held[] }[];
    rules: Record<string, { summary: string; why: string }>;
    warnings: string[];
  };
}
export interface Draft {
  text: string;
  name: string;
  format: Format;
  countries: string[];
  ignored?: string[];
  silent?: string[];
  word?: string;
}
export type Format = "markdown" | "html" | "text";

let base = location.pathname;
const channel = "BroadcastChannel" in globalThis ? new BroadcastChannel(CHANNEL) : null;
let onReturn: () => void = () => {};

/** What to do when a server answers again. */
export function whenBack(work: () => void): void {
  onReturn = work;
}

channel?.addEventListener("message", ({ data }: MessageEvent<unknown>) => {
  if (data === "where") channel.postMessage(base);
  else if (typeof data === "string" && BASE.test(data) && data !== base) void moveTo(data);
});
channel?.postMessage(base);

async function moveTo(other: string): Promise<void> {
  if (await answers(base)) return; // ours still lives: two servers at once are none of our business
  if (!(await answers(other))) return;
  base = other;
  history.replaceState(null, "", base);
  onReturn();
}

async function answers(where: string): Promise<boolean> {
  try {
    return (await fetch(`${where}api/start`)).ok;
  } catch {
    return false;
  }
}

/** Look whether the server is back; other pages may know its new address. */
export async function look(): Promise<void> {
  if (await answers(base)) onReturn();
  else channel?.postMessage("where");
}

async function ask(path: string, init: RequestInit = {}): Promise<Response> {
  let response: Response;
  try {
    response = await fetch(base + path, init);
  } catch (error) {
    if (error instanceof DOMException && error.name === "AbortError") throw error;
    throw new Gone();
  }
  if (response.ok) return response;
  if (response.status === 400) throw new Refused(((await response.json()) as { error: string }).error);
  if (response.status === 404) throw new Gone();
  throw new Refused(await response.text());
}

export async function get<T>(path: string): Promise<T> {
  return (await (await ask(path)).json()) as T;
}

export async function check(draft: Draft): Promise<Answer> {
  return (await (await post("api/check", JSON.stringify(draft))).json()) as Answer;
}

export async function make(kind: string, draft: Draft): Promise<{ data: Blob; name: string }> {
  const response = await post(`api/make/${kind}`, JSON.stringify(draft));
  const name = /filename\*=UTF-8''(.+)/.exec(response.headers.get("content-disposition") ?? "")?.[1];
  return { data: await response.blob(), name: name ? decodeURIComponent(name) : "draft" };
}

export async function read(file: File): Promise<{ text: string; format: Format; name: string; warnings: string[] }> {
  const response = await post(`api/open/${encodeURIComponent(file.name)}`, file);
  return (await response.json()) as { text: string; format: Format; name: string; warnings: string[] };
}

function post(path: string, body: BodyInit): Promise<Response> {
  return ask(path, { method: "POST", body, headers: { "Content-Type": "application/octet-stream" } });
}
