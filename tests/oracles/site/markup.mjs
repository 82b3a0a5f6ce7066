// Asks the Nu HTML checker whether pages are valid.

import { spawnSync } from "node:child_process";
import { createRequire } from "node:module";
import { join, relative } from "node:path";
import { fileURLToPath } from "node:url";

const jar = createRequire(import.meta.url).resolve("vnu-jar/build/dist/vnu.jar");

export function markupFaults(site) {
  const files = [...site.pages.keys()].map((path) => join(site.directory, path));
  const run = spawnSync("java", ["-Xss1m", "-jar", jar, "--format", "json", "--exit-zero-always", ...files], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (run.error || run.status !== 0) throw new Error(`the HTML checker did not run: ${run.error ?? run.stderr}`);
  // From a file the checker cannot tell what is a page's own; the browser can, and says so where a policy is broken.
  const messages = JSON.parse(run.stderr).messages.filter((message) => !/Content Security Policy/.test(message.message));
  return messages.map((message) => {
    const path = message.url ? relative(site.directory, fileURLToPath(message.url)) : "";
    return `${path}:${message.lastLine ?? 0} ${message.message}`;
  });
}
