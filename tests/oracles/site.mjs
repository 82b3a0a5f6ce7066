// Judges a built site, and proves that the judges notice broken pages. See scripts/oracles/site.
//
//   node site.mjs DIRECTORY    judge an output directory
//   node site.mjs --prove      break a good page in known ways; each must be noticed

import { browserFaults, withBrowser } from "./site/browser.mjs";
import { markupFaults } from "./site/markup.mjs";
import { choose, readSite } from "./site/pages.mjs";
import { prove } from "./site/prove.mjs";
import { sealFaults } from "./site/seals.mjs";
import { staticFaults } from "./site/static.mjs";

const SHOWN = 40;

function report(faults, count, what) {
  for (const fault of faults.slice(0, SHOWN)) console.log(fault);
  if (faults.length > SHOWN) console.log(`and ${faults.length - SHOWN} more`);
  console.log(`${what}: ${count}, ${faults.length} failures`);
}

const argument = process.argv[2];
if (argument === "--prove") {
  const { missed, count } = await prove();
  report(missed, `${count} kinds of damage`, "site proofs");
  process.exit(missed.length === 0 && count > 0 ? 0 : 1);
} else {
  const site = readSite(argument);
  const chosen = choose(site);
  const seen = await withBrowser((browser) => browserFaults(browser, site, chosen));
  const faults = [...sealFaults(), ...staticFaults(site), ...markupFaults(site), ...seen];
  report(faults, `${site.pages.size} pages, ${chosen.length} of them in a browser`, "site");
  process.exit(faults.length === 0 && chosen.length > 0 ? 0 : 1);
}
