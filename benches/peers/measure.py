"""Measures how long Rapor, Typst and WeasyPrint take for the same two-page reports. See scripts/bench-pdf.

    measure.py FOLDER    FOLDER holds reports.json and rapor.pdf, as `cargo bench --bench pdf -- --reports FOLDER` makes them

CPU time of the others is that of the process, all its threads together; a round is 200 reports (WeasyPrint: 40), none returns, and the
median of five rounds counts. Prints a table.
"""

import io
import json
import re
import statistics
import subprocess
import sys
import time
from collections import Counter
from html import escape
from importlib.metadata import version
from pathlib import Path

import pypdf
import typst
import weasyprint
from weasyprint.text.fonts import FontConfiguration

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
FONTS = ROOT / "assets" / "fonts"
ROUNDS = 5


class Typst:
    name = f"Typst {version('typst')}"
    profile = "PDF/A-2a, PDF/UA-1"
    round = 200

    def __init__(self):
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
        self.compiler = typst.Compiler(str(HERE / "report.typ"), font_paths=fonts, ignore_system_fonts=True)

    def print(self, report):
        inputs = {"report": json.dumps(report, ensure_ascii=False)}
        return self.compiler.compile(format="pdf", sys_inputs=inputs, pdf_standards=["a-2a", "ua-1"])


class WeasyPrint:
    name = f"WeasyPrint {version('weasyprint')}"
    profile = "PDF/A-2a"
    round = 40

    def __init__(self):
        self.fonts = FontConfiguration()
        self.style = weasyprint.CSS(filename=HERE / "report.css", font_config=self.fonts)

    def print(self, report):
        page = weasyprint.HTML(string=html(report))
        return page.write_pdf(stylesheets=[self.style], font_config=self.fonts, pdf_variant="pdf/a-2a")


def html(report):
    """The report as a page."""
    results, code = report["results"], report["code"]
    e = escape
    head = "".join(f'<th scope="col">{e(cell)}</th>' for cell in results["head"])
    rows = "".join(
        f'<tr><td>{e(row[0])}</td><th scope="row">{e(row[1])}</th>'
        + "".join(f"<td>{e(cell)}</td>" for cell in row[2:])
        + "</tr>"
        for row in results["rows"]
    )
    sections = "".join(
        f'<h2>{e(section["heading"])}</h2><p class="text">{e(section["text"])}</p>' for section in report["sections"]
    )
    places = "".join(
        f'<div class="place"><p>{e(place["date"])}</p><p class="role">{e(place["role"])}</p>'
        f'<p class="name">{e(place["name"])}</p><p>{e(place["below"])}</p></div>'
        for place in report["signers"]
    )
    return f"""<!doctype html>
<html lang="id"><head><title>{e(report["title"])}</title><meta name="author" content="{e(report["agency"])}"></head>
<body data-agency="{e(report["agency"])}" data-title="{e(report["title"])}" data-foot="{e(report["foot"])}"
data-code="{e(code["code"])}">
<h1>{e(report["heading"])}</h1>
<h2>{e(results["heading"])}</h2>
<table class="results"><colgroup><col style="width: 22pt"><col style="width: 28%"><col style="width: 14%"><col
style="width: 28%"><col style="width: 14%"><col></colgroup>
<thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table>
<h2>{e(report["chart"]["heading"])}</h2>
{chart(report["chart"])}
{sections}
<div class="end"><div class="places">{places}</div>
<div class="code"><div><svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {code["size"]} {code["size"]}"><title>{e(code["alt"])}</title>
<path d="{code["path"]}"/></svg></div>
<div><p>{e(code["label"])}</p><p><b>{e(code["code"])}</b></p><p>{e(code["words"])}</p></div></div></div>
</body></html>"""


def chart(chart):
    """Bars as a drawing, which is the only thing WeasyPrint tags as a figure."""
    left, length, pitch = 84, 386, 15
    bars = "".join(
        f'<rect x="{left}" y="{y}" width="{length}" height="11" fill="#e9eef5"/>'
        f'<rect x="{left}" y="{y}" width="{length * bar["thousandths"] / 1000}" height="11" fill="#8faed3"/>'
        f'<text x="{left - 6}" y="{y + 8}" text-anchor="end">{escape(bar["label"])}</text>'
        f'<text x="{left + length + 6}" y="{y + 8}">{escape(bar["value"])}</text>'
        for y, bar in zip(range(0, 999, pitch), chart["bars"])
    )
    height = pitch * len(chart["bars"])
    return (
        f'<svg class="chart" xmlns="http://www.w3.org/2000/svg" viewBox="0 0 510 {height}"'
        f' font-family="Rapor Sans" font-size="7.5"><title>{escape(chart["alt"])}</title>{bars}</svg>'
    )


def letters(texts):
    """How often each character stands there, without spaces, and without hyphens, which lines may end in."""
    return Counter(re.sub(r"[\s\u00ad\u2010-]", "", "".join(texts)))


def expected(report, pages):
    """What stands on the pages of a report."""
    once = [report["heading"], report["results"]["heading"], *report["results"]["head"], report["chart"]["heading"]]
    once += [cell for row in report["results"]["rows"] for cell in row]
    once += [word for bar in report["chart"]["bars"] for word in (bar["label"], bar["value"])]
    once += [word for section in report["sections"] for word in (section["heading"], section["text"])]
    once += [place[word] for place in report["signers"] for word in ("date", "role", "name", "below")]
    once += [report["code"][word] for word in ("label", "code", "words")]
    for page in range(1, pages + 1):
        once += [report["agency"], report["title"], report["foot"], report["code"]["code"]]
        once.append(report["page"].replace("{page}", str(page)).replace("{pages}", str(pages)))
    return letters(once)


def check(name, file, report):
    """Fails unless a file has two pages and says what the report says; a table's head may stand twice."""
    pages = pypdf.PdfReader(io.BytesIO(file)).pages
    found, wanted = letters(page.extract_text() for page in pages), expected(report, len(pages))
    missing, more = wanted - found, found - wanted
    if len(pages) != 2 or missing or more not in (Counter(), letters(report["results"]["head"])):
        sys.exit(f"{name}: {report['heading']}: {len(pages)} pages; missing {missing}; more {more}")


def measure(peer, reports):
    """CPU milliseconds and bytes a report."""
    warm, times, files = len(reports) - ROUNDS * 200, [], []
    for report in reports[: min(warm, peer.round)]:
        peer.print(report)
    for round in range(ROUNDS):
        chosen = reports[warm + round * 200 :][: peer.round]
        start = time.process_time()
        made = [peer.print(report) for report in chosen]
        times.append((time.process_time() - start) * 1000 / len(chosen))
        check(peer.name, made[0], chosen[0])
        files += [len(file) for file in made]
    return statistics.median(times), statistics.mean(files)


def rapor():
    command = ["cargo", "bench", "--quiet", "--locked", "--bench", "pdf"]
    said = subprocess.run(command, cwd=ROOT, check=True, stdout=subprocess.PIPE, text=True).stdout
    told = re.search(r"([\d.]+) ms CPU, (\d+) bytes each", said)
    return float(told[1]), float(told[2])


def main():
    folder = Path(sys.argv[1])
    reports = json.loads((folder / "reports.json").read_text(encoding="utf-8"))
    check("Rapor", (folder / "rapor.pdf").read_bytes(), reports[0])
    package = (ROOT / "Cargo.toml").read_text(encoding="utf-8")
    own = re.search(r'^version = "(.+)"', package, re.M)[1]
    rows = [(f"Rapor {own}", "PDF/A-2a, PDF/UA-1, signature fields", *rapor())]
    for peer in (Typst(), WeasyPrint()):
        rows.append((peer.name, peer.profile, *measure(peer, reports)))
    print("| | written as | CPU beside Rapor's | CPU a report | KB a report |\n|---|---|---|---|---|")
    for name, profile, milliseconds, size in rows:
        print(f"| {name} | {profile} | {milliseconds / rows[0][2]:.1f} | {milliseconds:.2f} ms | {size / 1000:.1f} |")


main()
