// What can be said of pages without a browser: where links lead, what a page asks for, what its policy allows.

import { posix } from "node:path";

// Attributes that name something a page loads or leads to.
const ADDRESSES = ["href", "src", "srcset", "poster", "data", "action", "formaction", "xlink:href", "background"];
// The policy must close every door and open only what comes with the root.
const LOOSE = ["'unsafe-inline'", "'unsafe-eval'", "*", "http:", "https:", "blob:"];

function leadsOut(element, name) {
  return element.tag === "a" && name === "href";
}

function linkFaults(site, page, address, mayLeadOut) {
  if (/^(https?:|mailto:|tel:)/i.test(address)) return mayLeadOut ? [] : [`asks for ${address}`];
  if (/^[a-z][a-z0-9+.-]*:/i.test(address) || address.startsWith("/")) return [`has the address ${address}`];
  const [before, fragment] = address.split("#");
  const path = decodeURIComponent(before.split("?")[0]);
  const target = path === "" ? page.path : posix.normalize(posix.join(posix.dirname(page.path), path));
  if (site.rootOf(target) !== page.root || target.startsWith("..")) return [`leads out of its root: ${address}`];
  if (!site.files.has(target)) return [`leads nowhere: ${address}`];
  const there = site.pages.get(target);
  if (fragment && there && !there.ids.has(decodeURIComponent(fragment))) return [`leads to no such place: ${address}`];
  return [];
}

function* addresses(page) {
  for (const element of page.elements) {
    for (const name of ADDRESSES) {
      const value = element.attributes.get(name);
      if (value === undefined) continue;
      const values = name === "srcset" ? value.split(",").map((one) => one.trim().split(/\s+/)[0]) : [value];
      for (const address of values) yield { element, name, address };
    }
  }
}

function policyFaults(page) {
  const meta = page.elements.find((element) =>
    element.tag === "meta" && element.attributes.get("http-equiv")?.toLowerCase() === "content-security-policy");
  if (!meta) return ["has no content security policy"];
  const policy = meta.attributes.get("content") ?? "";
  const rules = policy.split(";").map((rule) => rule.trim().split(/\s+/));
  const faults = rules.flatMap(([rule, ...sources]) =>
    sources.filter((source) => LOOSE.includes(source) || source.includes("//")).map((source) => `allows ${rule} ${source}`));
  const fallback = rules.find(([rule]) => rule === "default-src");
  if (fallback?.[1] !== "'none'") faults.push("leaves doors open that its policy does not name");
  return faults;
}

function inlineFaults(page) {
  const faults = [];
  for (const { tag, attributes, text } of page.elements) {
    if (attributes.has("style")) faults.push(`has a style on <${tag}>`);
    if (tag === "style") faults.push("has a style sheet in the page");
    const isData = /json/.test(attributes.get("type") ?? "");
    if (tag === "script" && !isData && text.trim() !== "") faults.push("has a script in the page");
    for (const name of attributes.keys()) if (name.startsWith("on")) faults.push(`has ${name} on <${tag}>`);
  }
  return faults;
}

function pageFaults(site, page) {
  const faults = [...policyFaults(page), ...inlineFaults(page)];
  for (const { element, name, address } of addresses(page)) {
    faults.push(...linkFaults(site, page, address, leadsOut(element, name)));
  }
  return [...new Set(faults)].map((fault) => `${page.path} ${fault}`);
}

// Pages and documents of a root that no way leads to from its first page. A server shows 404.html where it finds nothing.
function unreachable(site) {
  const starts = [...site.pages.keys()].filter((path) => path === `${site.rootOf(path)}/index.html`);
  const reached = new Set(starts);
  const waiting = [...starts];
  while (waiting.length > 0) {
    const page = site.pages.get(waiting.pop());
    for (const { address } of addresses(page ?? { elements: [] })) {
      if (/^[a-z][a-z0-9+.-]*:/i.test(address)) continue;
      const path = decodeURIComponent(address.split(/[?#]/)[0]);
      const target = posix.normalize(posix.join(posix.dirname(page.path), path));
      if (path === "" || reached.has(target)) continue;
      reached.add(target);
      if (site.pages.has(target)) waiting.push(target);
    }
  }
  // Nothing may list the pages on which documents are checked: whoever has a document has their address.
  const listed = (path) => posix.basename(path) !== "404.html" && !/^public\/v\/[0-9a-f]{32}\.html$/.test(path);
  const wanted = [...site.files].filter((path) => /\.(html|pdf)$/.test(path) && listed(path));
  return wanted.filter((path) => !reached.has(path)).map((path) => `${path} cannot be reached from the first page`);
}

function styleFaults({ path, text }) {
  const remote = text.match(/@import|url\(\s*["']?\s*(?:[a-z][a-z0-9+.-]*:)?\/\/[^)]*/gi) ?? [];
  return remote.map((what) => `${path} asks for ${what}`);
}

export function staticFaults(site) {
  return [
    ...[...site.pages.values()].flatMap((page) => pageFaults(site, page)),
    ...site.styles.flatMap(styleFaults),
    ...unreachable(site),
  ];
}
