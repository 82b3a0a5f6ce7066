// The files of a built site and the elements of its pages.

import { readdirSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";
import { parse } from "parse5";

// Roots are handed out on their own: a link may not lead from one to another.
function rootOf(path) {
  const parts = path.split("/");
  const depth = parts[0] === "employees" || parts[0] === "raters" ? 2 : 1;
  return parts.slice(0, depth).join("/");
}

function* walk(node) {
  for (const child of [...(node.childNodes ?? []), ...(node.content ? [node.content] : [])]) {
    if (child.tagName) yield child;
    yield* walk(child);
  }
}

function readPage(directory, path) {
  const document = parse(readFileSync(join(directory, path), "utf8"));
  const elements = [...walk(document)].map((node) => ({
    tag: node.tagName,
    attributes: new Map(node.attrs.map((attribute) => [
      attribute.prefix ? `${attribute.prefix}:${attribute.name}` : attribute.name,
      attribute.value,
    ])),
    text: node.tagName === "script" || node.tagName === "style" ? (node.childNodes[0]?.value ?? "") : "",
  }));
  const ids = new Set(elements.flatMap((element) => element.attributes.get("id") ?? []));
  return { path, root: rootOf(path), kind: path.split("/")[0], elements, ids };
}

export function readSite(directory) {
  const files = readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => posix.join(posix.relative(directory, entry.parentPath ?? entry.path), entry.name))
    .filter((path) => path.includes("/") && !path.startsWith("."))
    .sort();
  const pages = new Map();
  for (const path of files.filter((path) => path.endsWith(".html"))) {
    pages.set(path, readPage(directory, path));
  }
  const styles = files.filter((path) => path.endsWith(".css")).map((path) => ({
    path,
    text: readFileSync(join(directory, path), "utf8"),
  }));
  return { directory, files: new Set(files), pages, styles, rootOf };
}

// What a page shows that others may not: the first page of each place, and every element with each of its classes.
function features(page) {
  const place = page.path.replace(/^(employees|raters)\/[^/]+/, "$1/*").replace(/[^/]+(?=\/)/g, (part) =>
    /\d/.test(part) ? "#" : part);
  const parent = posix.dirname(place);
  const name = posix.basename(place) === "index.html" ? "index" : "other";
  const found = new Set([`${parent} ${name}`]);
  for (const { tag, attributes } of page.elements) {
    for (const one of (attributes.get("class") ?? "").split(/\s+/)) found.add(`${page.kind} ${tag}.${one}`);
  }
  return found;
}

// A few pages that together show everything the site has, the richest first.
export function choose(site) {
  const waiting = [...site.pages.values()].map((page) => ({ page, missing: features(page) }));
  const chosen = [];
  for (;;) {
    waiting.sort((a, b) => b.missing.size - a.missing.size || (a.page.path < b.page.path ? -1 : 1));
    const best = waiting[0];
    if (!best || best.missing.size === 0) return chosen;
    chosen.push(best.page);
    const shown = new Set(best.missing);
    for (const one of waiting) for (const feature of shown) one.missing.delete(feature);
  }
}
