#!/usr/bin/env python3
"""Checks --pp-view and --pp-explain-regions: the JSON against its schema and against facts of known programs, the page as HTML,
and, where there is a Chromium, the page in a browser.

    run_view.py --ppcc build/bin/ppcc
"""

import argparse
import glob
import html.parser
import json
import os
import re
import shutil
import sys
import tempfile
import time

HERE = os.path.dirname(os.path.abspath(__file__))
sys.path.insert(0, os.path.join(HERE, "..", "run"))
sys.path.insert(0, HERE)
import browser  # noqa: E402
from sharing import sharing_program  # noqa: E402
import tools  # noqa: E402

LINE, TEXT, NAME = ("line",), ("text",), ("name",)  # a line or null; a string or null; a string
VARIABLE = {"name": NAME, "type": NAME, "sharing": NAME, "how": NAME, "why": NAME, "section": TEXT, "why_line": LINE, "passed": TEXT,
            "declared": LINE, "first_read": LINE, "first_write": LINE}
MAP = {"item": NAME, "direction": NAME, "modifiers": NAME, "bytes": TEXT, "how": NAME, "why": NAME, "section": TEXT, "why_line": LINE}
REGION = {"id": int, "parent": (int, type(None)), "directive": NAME, "written": NAME, "combined": bool, "file": NAME, "line": LINE,
          "head_end": LINE, "end": LINE, "function": TEXT, "variables": [VARIABLE], "maps": [MAP]}
SHOWN = {"id": NAME, "label": NAME, "note": NAME, "text": NAME, "lines": [int]}
FILE = {"name": NAME, "source": NAME, "regions": [REGION], "texts": [SHOWN], "steps": [SHOWN]}
MODEL = {"schema": int, "generator": NAME, "target": NAME, "files": [FILE],
         "calls": [{"name": NAME, "declaration": NAME, "contract": TEXT}]}


def against(schema, value, where):
    """What of the value is not as the schema says."""
    if schema is LINE:
        return [] if value is None or (type(value) is int and value > 0) else [f"{where}: {value!r} is no line"]
    if schema in (TEXT, NAME):
        return [] if isinstance(value, str) or (schema is TEXT and value is None) else [f"{where}: {value!r} is no text"]
    if isinstance(schema, dict):
        if not isinstance(value, dict) or set(value) != set(schema):
            return [f"{where}: members {sorted(value)} instead of {sorted(schema)}"]
        return [p for name in schema for p in against(schema[name], value[name], f"{where}.{name}")]
    if isinstance(schema, list):
        return [p for i, item in enumerate(value) for p in against(schema[0], item, f"{where}[{i}]")]
    return [] if isinstance(value, schema) and (schema is bool or not isinstance(value, bool)) else [f"{where}: {value!r}"]


def sound(model):
    """What is wrong with a model beyond its types: lines that do not exist, parents, what cannot be."""
    problems = against(MODEL, model, "model")
    if problems:
        return problems
    for file in model["files"]:
        count = len(file["source"].rstrip("\n").split("\n"))
        for i, region in enumerate(file["regions"]):
            where = f"{file['name']} #{i}"
            lines = [region["line"], region["head_end"], region["end"]]
            if region["id"] != i or (region["parent"] is not None and not 0 <= region["parent"] < i):
                problems.append(f"{where}: id {region['id']}, parent {region['parent']}")
            if region["line"] and not (region["line"] <= region["head_end"] <= region["end"] <= count):
                problems.append(f"{where}: lines {lines} of {count}")
            for v in region["variables"]:
                if v["how"] not in ("explicit", "predetermined", "default", "implicit"):
                    problems.append(f"{where}: {v['name']} is {v['how']}")
                if (v["passed"] is None) == (region["function"] is not None):
                    problems.append(f"{where}: {v['name']} is passed {v['passed']}, the region becomes {region['function']}")
        for text in file["texts"] + file["steps"]:
            lines = text["text"].split("\n")
            if len(text["lines"]) != len(lines) - (not lines[-1]):
                problems.append(f"{file['name']} {text['id']}: {len(text['lines'])} numbers for {len(lines)} lines")
            if any(abs(line) > count for line in text["lines"]):
                problems.append(f"{file['name']} {text['id']}: a line after the last, {count}")
    return problems


class Parser(html.parser.HTMLParser):
    """Keeps what stands in the page, and what is not well-formed."""
    EMPTY = {"meta", "link", "input", "br"}

    def __init__(self):
        super().__init__()
        self.open, self.problems, self.ids, self.model, self.elements, self.text = [], [], [], "", [], ""

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        self.elements.append((tag, attributes))
        if tag not in self.EMPTY:
            self.open.append((tag, attributes))
        if attributes.get("id") in self.ids:
            self.problems.append(f"two elements with the id {attributes['id']}")
        self.ids.append(attributes.get("id") or object())
        for name in ("src", "href"):
            if not (attributes.get(name) or "data:").startswith(("data:", "#")):
                self.problems.append(f"<{tag} {name}={attributes[name]}> loads something")

    def handle_endtag(self, tag):
        if not self.open or self.open[-1][0] != tag:
            self.problems.append(f"</{tag}> closes <{self.open[-1][0] if self.open else 'nothing'}>")
        else:
            self.open.pop()

    def handle_data(self, data):
        tag, attributes = self.open[-1] if self.open else ("", {})
        if attributes.get("type") == "application/json":
            self.model += data
        elif tag not in ("script", "style"):
            self.text += data


class View:
    """Runs ppcc on files in a folder of its own."""

    def __init__(self, ppcc):
        self.ppcc = os.path.abspath(ppcc)
        self.folder = tempfile.mkdtemp(prefix="ppcc-view-")
        for path in glob.glob(os.path.join(HERE, "programs", "*")):
            shutil.copy(path, self.folder)

    def run(self, *words):
        return tools.run([self.ppcc, *words], cwd=self.folder, env=tools.clean_environment(), timeout=120)

    def write(self, name, data):
        with open(os.path.join(self.folder, name), "wb") as file:
            file.write(data if isinstance(data, bytes) else data.encode())
        return name

    def read(self, name):
        with open(os.path.join(self.folder, name), "rb") as file:
            return file.read()

    def model(self, *words):
        done = self.run("--pp-explain-regions", "--pp-format=json", *words)
        if done.status != 0:
            raise AssertionError(f"status {done.status}: {done.err}")
        return json.loads(done.out)

    def page(self, *words):
        done = self.run("--pp-view=page.html", *words)
        if done.status != 0 or done.out:
            raise AssertionError(f"status {done.status}: {done.out}{done.err}")
        return self.read("page.html")


def unpacked(model):
    """A page's model as --pp-format=json has it."""
    strings = model.pop("strings")
    for file in model["files"]:
        for text in file["texts"] + file["steps"]:
            text["text"] = "\n".join(strings[number] for number in text.pop("rows"))
    return model


def row(model, directive, name, kind="variables", file=0):
    """The row of a variable in the first region of a directive that has it."""
    for region in model["files"][file]["regions"]:
        for entry in region[kind]:
            if region["directive"] == directive and entry["name" if kind == "variables" else "item"] == name:
                return entry
    return None


def line_of(source, text):
    """The number of the first line that has the text."""
    return next(number for number, line in enumerate(source.split("\n"), 1) if text in line)


def expect(problems, what, found, wanted):
    if found != wanted:
        problems.append(f"{what}: {found!r} instead of {wanted!r}")


# ------------------------------------------------------------------------------------------------ facts

# (directive, variable, sharing, how, section, on the line with, how it is passed)
SHARING = [
    ("parallel", "sum", "reduction", "explicit", "5.5.8", "reduction(+ : sum)", "by address"),
    ("parallel", "step", "shared", "implicit", "5.1.1", None, "by value"),
    ("parallel", "count", "shared", "implicit", "5.1.1", None, "not passed: it has file scope"),
    ("parallel", "seen", "threadprivate", "predetermined", "5.2", None, "not passed: it has file scope"),
    ("parallel", "mine", "firstprivate", "default", "5.4.1", "default(firstprivate)", "by value"),
    ("parallel", "table", "shared", "explicit", "5.4.2", "default(firstprivate)", "as a pointer to its first element"),
    ("for", "i", "private", "predetermined", "5.1.1", "for (i = 0", None),
    ("for", "last", "lastprivate", "explicit", "5.4.5", "lastprivate(last)", None),
    ("task", "t", "firstprivate", "implicit", "5.1.1", None, "by value"),
    ("task", "shared_text", "shared", "implicit", "5.1.1", None, "by address"),
    ("target", "scale", "firstprivate", "implicit", "5.8.1", None, "by value"),
]


def check_facts(view):
    problems = []
    model = view.model("facts.c")
    source = model["files"][0]["source"]
    problems += sound(model)
    for directive, name, sharing, how, section, place, passed in SHARING:
        found = row(model, directive, name)
        if not found:
            problems.append(f"{directive} says nothing of {name}")
            continue
        expect(problems, f"{directive}, {name}", (found["sharing"], found["how"], found["section"], found["passed"]), (sharing, how, section, passed))
        if place:
            expect(problems, f"{directive}, {name}: why_line", found["why_line"], line_of(source, place))
    total = row(model, "parallel", "sum") or {}
    expect(problems, "sum: first write", total.get("first_write"), line_of(source, "sum += "))
    expect(problems, "sum: declared", total.get("declared"), line_of(source, "double sum"))
    expect(problems, "step: first write", (row(model, "parallel", "step") or {}).get("first_write"), None)
    mapped = row(model, "target", "out[0:100]", "maps") or {}
    expect(problems, "out: map", (mapped.get("direction"), mapped.get("how"), mapped.get("section"), mapped.get("why_line")),
           ("from", "explicit", "5.8.3", line_of(source, "#pragma omp target")))
    return problems


def shown(model, name, where="texts"):
    return next((text for text in model["files"][0][where] if text["id"] == name), {"text": "", "lines": []})


def check_lines(view):
    """Every line of the user's that is in a translation as it was leads to a line of the source with the same words."""
    problems = []
    model = view.model("facts.c")
    source = model["files"][0]["source"].split("\n")
    serial = shown(model, "serial")
    for line, number in zip(serial["text"].split("\n"), serial["lines"]):
        expect(problems, f"serial, source line {number}", line, source[number - 1])
    if "#pragma omp" in serial["text"]:
        problems.append("the serial text has a directive")
    text = shown(model, "pthread")
    lines = list(zip(text["text"].split("\n"), text["lines"]))
    for words in ("double x = (i + 0.5) * step;", "sum += 4 / (1 + x * x);", "int main(void)", "return 0;"):
        wanted = line_of("\n".join(source), words)
        if (wanted not in [number for line, number in lines if words in line]):
            problems.append(f"pthread: '{words}' is not of line {wanted}")
    calls = [number for line, number in lines if "ppcc_parallel(" in line]
    expect(problems, "pthread: lines of ppcc_parallel", sorted(calls), sorted(-n for n, line in enumerate(source, 1) if re.match(r"\s*#pragma omp (target )?parallel", line)))
    for line, number in lines:
        if number < 0 and line.strip() and line in source and line.strip() not in "{}":
            problems.append(f"pthread: '{line}' is the user's and said to be generated")
    return problems


def check_steps(view):
    problems = []
    model = view.model("facts.c")
    expect(problems, "steps", [step["id"] for step in model["files"][0]["steps"]], ["split", "data", "outlined", "loops"])
    split, data, outlined, loops = (shown(model, name, "steps")["text"] for name in ("split", "data", "outlined", "loops"))
    if not re.search(r"#pragma omp parallel reduction\(\+ : sum\)\n\s*#pragma omp for schedule\(dynamic\) lastprivate\(last\)\n\s*for \(i = 0", split):
        problems.append(f"split: {split}")
    for words in ("private(i)", "shared(step, last, count)", "firstprivate(t)", "firstprivate(scale)"):
        if words not in data or words in split:
            problems.append(f"data: {words} is not what it adds")
    if "ppcc_" in split or "ppcc_" in data:
        problems.append("generated code before the outlined step")
    if "ppcc_parallel(" not in outlined or "ppcc_for_begin" in outlined or "#pragma omp for" not in outlined:
        problems.append(f"outlined: {outlined}")
    if "ppcc_for_begin" not in loops or "#pragma omp for" in loops or "#pragma omp single" not in loops:
        problems.append(f"loops: {loops}")
    clang = tools.find_clang()
    for name, text in (("split", split), ("data", re.sub(r"(#pragma omp (?:parallel|task)\b)(?!.*default)", r"\1 default(none)", data))):
        view.write(name + ".c", text)
        done = clang and tools.run([clang, "-fopenmp", "-fsyntax-only", "-Wno-everything", name + ".c"], cwd=view.folder)
        if done and done.status != 0:
            problems.append(f"{name} is not what clang takes: {done.err[:600]}")
    return problems


def check_targets(view):
    problems = []
    model = view.model("facts.c")
    names = [text["id"] for text in model["files"][0]["texts"]]
    expect(problems, "texts", names[:3], ["serial", "pthread", "opencl"])
    kernels = [text for text in model["files"][0]["texts"] if text["id"].startswith("opencl-")]
    if len(kernels) != 1 or "__kernel void" not in kernels[0]["text"]:
        problems.append(f"kernels: {kernels}")
    expect(problems, "a file without a target region", [t["id"] for t in view.model("tricky.c")["files"][0]["texts"]], ["serial", "pthread"])
    view.write("kept.c", "void twice(double *x, int n)\n{\n\t#pragma omp parallel for\n\tfor (int i = 0; i < n; i++)\n\t\tx[i] *= 2;\n}\n")
    kept = shown(view.model("kept.c"), "omp-target")
    lines = dict(zip(kept["lines"], kept["text"].split("\n")))
    if "#pragma omp target" not in kept["text"] or "map(tofrom: x[0:n])" not in kept["text"]:
        problems.append(f"omp-target: {kept['text']}")
    expect(problems, "omp-target: lines", [kept["lines"].count(-3) >= 3, [line for line in kept["lines"] if line > 0], lines.get(5)],
           [True, [1, 2, 4, 5, 6], "\t\tx[i] *= 2;"])
    calls = {call["name"]: call for call in model["calls"]}
    for name in ("ppcc_parallel", "ppcc_task", "ppcc_target", "ppcc_for_next"):
        if not calls.get(name, {}).get("contract"):
            problems.append(f"nothing is said of {name}")
    if "returns when all have finished" not in calls.get("ppcc_parallel", {}).get("contract", ""):
        problems.append(f"ppcc_parallel: {calls.get('ppcc_parallel')}")
    return problems


def check_default_none(view):
    """Without a clause for it, a variable is an error of clang under default(none) exactly where the table says it is implicit;
    and a task's implicit copies are the ones that clang makes."""
    clang, problems = tools.find_clang(), []
    if not clang:
        print("     no clang: its errors for default(none) are not compared")
        return problems

    def ask(text, *words):
        view.write("asked.c", text)
        return tools.run([clang, "-fopenmp", "-fsyntax-only", "-ferror-limit=0", *words, "asked.c"], cwd=view.folder)

    for seed in range(24):
        text = sharing_program(seed)
        regions = view.model(view.write("asked.c", text))["files"][0]["regions"]
        for directive in ("parallel", "task"):
            region = next(r for r in regions if r["directive"] == directive)
            table = {v["name"] for v in region["variables"] if v["how"] == "implicit"}
            done = ask(text.replace(f"#pragma omp {directive}", f"#pragma omp {directive} default(none)"))
            errors = set(re.findall(r"variable '(\w+)' must have explicitly specified", done.err))
            if table != errors:
                problems.append(f"{directive} of program {seed}: the table has {sorted(table)}, clang {sorted(errors)}\n{text}")
        copies = {v["name"] for v in region["variables"] if v["how"] == "implicit" and v["sharing"] == "firstprivate"}
        tree = ask(text, "-Xclang", "-ast-dump").out
        clause = re.search(r"OMPTaskDirective(?:.*\n)+?.*OMPFirstprivateClause .*<implicit>\n((?:.*DeclRefExpr.*\n)+)", tree)
        wanted = set(re.findall(r"(?:Var|ParmVar) 0x\w+ '(\w+)'", clause[1])) if clause else set()
        if copies != wanted:
            problems.append(f"task of program {seed}: copies of {sorted(copies)}, clang's of {sorted(wanted)}\n{text}")
    return problems


# ------------------------------------------------------------------------------------------------ forms

def check_page(view):
    """The page is well-formed, loads nothing, and nothing of the source is markup in it."""
    problems = []
    page = view.page("tricky.c", "facts.c")
    try:
        text = page.decode("utf-8")
    except UnicodeDecodeError as error:
        return [f"the page is not UTF-8: {error}"]
    parser = Parser()
    parser.feed(text)
    parser.close()
    problems += parser.problems + [f"<{tag}> is not closed" for tag, _ in parser.open]
    model = unpacked(json.loads(parser.model))
    problems += sound(model)
    expect(problems, "scripts", sum(tag == "script" for tag, _ in parser.elements), 2)
    wanted = view.read("tricky.c").decode("utf-8", "replace")
    if "".join(c for c in model["files"][0]["source"] if c != "\ufffd") != wanted.replace("\ufffd", ""):
        problems.append("the source in the page is not the file's")
    if "\ufffd" not in model["files"][0]["source"]:
        problems.append("bytes that are no UTF-8 are not shown")
    if re.search(r"(src|href)\s*=\s*[\"']?(https?:)?//|url\(|@import", text):
        problems.append("the page names something to load")
    if any(tag in ("b", "img") for tag, _ in parser.elements):
        problems.append("text of the source is markup")
    return problems


def check_terminal(view):
    problems = []
    done = view.run("--pp-explain-regions", "facts.c")
    expect(problems, "status", done.status, 0)
    if "\033" in done.out:
        problems.append("colour without a terminal")
    for words in ("#1 #2 | #pragma omp parallel for", "Regions\n  #0 threadprivate", "    #2 for", "explicit: reduction(+ : sum) (5.5.8), line 13",
                  "becomes main_parallel_", "out[0:100]"):
        if words not in done.out:
            problems.append(f"the terminal is not shown '{words}'")
    coloured = view.run("--pp-explain-regions", "-fdiagnostics-color=always", "facts.c").out
    if "\033[" not in coloured or re.sub(r"\033\[[\d;]*m", "", coloured) != done.out:
        problems.append("-fdiagnostics-color=always changes more than colour")
    view.run("--pp-explain-regions", "-o", "out.txt", "facts.c")
    expect(problems, "-o", view.read("out.txt").decode(), done.out)
    return problems


def check_command_line(view):
    problems = []
    cases = [
        (["--pp-view=facts.c", "facts.c"], "is an input and the output"),
        (["--pp-view=no/such/page.html", "facts.c"], "cannot write 'no/such/page.html'"),
        (["--pp-view", "facts.c"], "needs a value"),
        (["--pp-format=json", "facts.c"], "--pp-explain-regions"),
        (["--pp-explain-regions", "--pp-format=xml", "facts.c"], "it has text, json and sarif"),
        (["--pp-view=page.html", "--pp-emit", "facts.c"], "leave out --pp-emit"),
        (["--pp-view=page.html", "missing.c"], "cannot read 'missing.c'"),
        (["--pp-view=page.html", "wrong.c"], "error:"),
    ]
    before = view.read("facts.c")
    for words, message in cases:
        if os.path.exists(os.path.join(view.folder, "page.html")):
            os.remove(os.path.join(view.folder, "page.html"))
        done = view.run(*words)
        if done.status != 1 or message not in done.err:
            problems.append(f"{' '.join(words)}: status {done.status}, {done.err!r}")
        if os.path.exists(os.path.join(view.folder, "page.html")):
            problems.append(f"{' '.join(words)}: leaves a page")
    expect(problems, "the input", view.read("facts.c"), before)
    view.write("plain.c", "int main(void)\n{\n\treturn 0;\n}\n")
    view.write("empty.c", "")
    for name in ("plain.c", "empty.c"):
        model = view.model(name)
        problems += sound(model)
        expect(problems, f"regions of {name}", model["files"][0]["regions"], [])
    expect(problems, "a clang and a gcc spelling", view.run("-fopenmp", "-Wall", "-O2", "--pp-explain-regions", "facts.c").status, 0)
    return problems


def large_program(functions=100):
    """About 2000 lines."""
    parts = ["#include <stdio.h>\n#include <stdlib.h>\n\n"]
    for i in range(functions):
        parts.append(f"""/* Function {i}: a loop, a nested region and a task. */
double work_{i}(int n, double *a, const double *b)
{{
	double sum = 0, scale = {i}.5;
	int k;
#pragma omp parallel for reduction(+ : sum) schedule(static, 4)
	for (k = 0; k < n; k++) {{
		double x = a[k] * scale + b[k];
		sum += x * x;
	}}
#pragma omp parallel
	{{
#pragma omp single
#pragma omp task firstprivate(scale)
		printf("%g\\n", scale);
	}}
	return sum;
}}

""")
    return "".join(parts) + "int main(void)\n{\n\treturn 0;\n}\n"


def check_large(view):
    problems = []
    view.write("large.c", large_program())
    size = len(view.page("large.c"))
    print(f"     a page of {large_program().count(chr(10))} lines of source has {size} bytes")
    if size > 2 << 20:
        problems.append(f"the page has {size} bytes")
    return problems + sound(view.model("large.c"))


def check_all_cases(view):
    """What the cases hold is shown without a bug in ppcc, and soundly; an eighth of them."""
    problems = []
    root = os.path.join(tools.ROOT, "tests", "cases")
    cases = [path for path in sorted(glob.glob(os.path.join(root, "*", "*.c")))]
    for path in cases[::8]:
        with open(path, encoding="utf-8", errors="replace") as file:
            head = file.read(2000)
        if re.search(r"^// (flags|sources|files|needs|cc|args)", head, re.M):
            continue
        done = tools.run([view.ppcc, "--pp-explain-regions", "--pp-format=json", path], env=tools.clean_environment(), timeout=120)
        name = os.path.relpath(path, root)
        if done.status != 0:
            problems.append(f"{name}: status {done.status}, {done.err[:300]}")
        else:
            problems += [f"{name}: {problem}" for problem in sound(json.loads(done.out))]
    return problems


# ------------------------------------------------------------------------------------------------ in a browser

def matches(page, pane):
    return page.run(f"Array.from(document.querySelectorAll('#{pane} .match')).map(e => Number(e.dataset.n))")


def check_browser(view):
    program = browser.find()
    problems = []
    view.page("facts.c", "tricky.c")
    model = view.model("facts.c", "tricky.c")
    source = model["files"][0]["source"]
    page = browser.Browser(program)
    try:
        address = "file://" + os.path.join(view.folder, "page.html")
        page.open(address)
        page.until("document.querySelectorAll('#target .line').length > 10")
        _hover(page, model, source, problems)
        _tabs(page, model, problems)
        _slider(page, problems)
        _keyboard(page, problems)
        _links(page, address, source, problems)
        for width in (390, 1280):
            page.resize(width, 844, "dark")
            page.run("document.querySelectorAll('.region').forEach(e => e.scrollIntoView())")
            if page.run("document.documentElement.scrollWidth > innerWidth"):
                problems.append(f"the page is wider than a screen of {width}")
        if page.run("getComputedStyle(document.body).backgroundColor") in ("rgb(255, 255, 255)", "rgb(251, 250, 247)"):
            problems.append("the page is light where dark is wanted")
        problems += page.complaints()
    finally:
        page.close()
    return problems


def _hover(page, model, source, problems):
    line = line_of(source, "sum += ")
    page.hover(f"#source .line[data-n='{line}'] .text")
    wanted = [i for i, n in enumerate(shown(model, "pthread")["lines"], 1) if n == line]
    expect(problems, "hover over a line of the source", matches(page, "target"), wanted)
    generated = shown(model, "pthread")["lines"].index(-line_of(source, "#pragma omp parallel for")) + 1
    page.hover(f"#target .line[data-n='{generated}'] .text")
    first = line_of(source, "#pragma omp parallel for")
    expect(problems, "hover over a generated line", matches(page, "source"), [first, first + 1, first + 2])
    for _ in range(20):
        page.hover("#target .call")
        time.sleep(0.1)  # the pane may have scrolled to it, and that takes the note away
        if not page.run("document.getElementById('tip').hidden"):
            break
        page.hover("#title")  # which does not scroll the pane
    if page.run("document.getElementById('tip').hidden") or not page.run("document.querySelector('#tip p').textContent.length > 10"):
        problems.append("a call of the runtime has no note")


def _tabs(page, model, problems):
    expect(problems, "tabs", page.run("Array.from(document.querySelectorAll('[role=tab]')).map(e => e.dataset.id)"),
           [text["id"] for text in model["files"][0]["texts"]])
    page.run("document.querySelector('[role=tab][data-id=serial]').click()")
    if page.run("document.getElementById('target').textContent.includes('#pragma omp')"):
        problems.append("the serial tab shows directives")
    page.run("document.querySelector('[role=tab][aria-selected=true]').focus()")
    page.key("ArrowRight")
    expect(problems, "the tab after serial", page.run("document.activeElement.dataset.id + document.activeElement.getAttribute('aria-selected')"), "pthreadtrue")
    page.key("End")
    if not page.run("document.getElementById('target').textContent.includes('#pragma omp target')"):
        problems.append("the last tab is not omp-target's")
    page.key("ArrowLeft")
    if not page.run("document.getElementById('target').textContent.includes('__kernel void')"):
        problems.append("the tab before the last shows no kernel")
    page.run("document.querySelector('[data-id=pthread]').click()")


def _slider(page, problems):
    page.run("document.getElementById('step').focus()")
    names = []
    for _ in range(7):
        names.append(page.run("document.getElementById('step-name').textContent"))
        page.key("ArrowLeft")
    expect(problems, "steps", [name.split(":")[0] for name in names], [f"{step} of 6" for step in (6, 5, 4, 3, 2, 1, 1)])
    page.key("ArrowRight")
    if not page.run("document.getElementById('target').textContent.includes('#pragma omp for schedule(dynamic)')"):
        problems.append("the second step does not split the combined construct")
    page.key("End")


def _keyboard(page, problems):
    page.run("document.querySelector('summary').focus()")
    seen = []
    for _ in range(12):
        page.key("Tab")
        seen.append(page.run("document.activeElement.id || document.activeElement.getAttribute('role') || document.activeElement.tagName"))
    for part in ("source", "tab", "copy", "step", "target"):
        if part not in seen:
            problems.append(f"Tab does not reach {part}: {seen}")
    page.run("document.getElementById('source').focus()")
    before = page.run("Number(document.querySelector('#source .current').dataset.n)")
    page.key("ArrowDown")
    expect(problems, "the line after", page.run("Number(document.querySelector('#source .current').dataset.n)"), before + 1)
    page.key("Home")
    page.key("Enter")
    expect(problems, "Enter", page.run("document.activeElement.id"), "target")


def _links(page, address, source, problems):
    line = line_of(source, "#pragma omp task")
    page.open("about:blank")
    page.open(f"{address}#L{line}")
    page.until("document.querySelector('#source .current') !== null")
    expect(problems, "a link to a line", page.run("Number(document.querySelector('#source .current').dataset.n)"), line)
    if not page.run("(() => { const r = document.querySelector('#source .current').getBoundingClientRect(); return r.top >= 0 && r.bottom <= innerHeight; })()"):
        problems.append("the line of a link is out of sight")
    matched = "(() => { const r = document.querySelector('#target .match').getBoundingClientRect(), b = document.getElementById('target').getBoundingClientRect(); return r.top >= b.top && r.bottom <= b.bottom; })()"
    if not page.run(matched):
        problems.append("what belongs to the line of a link is out of sight")
    page.run("location.hash = '#F2L3'")
    page.until("document.getElementById('title').textContent === 'tricky.c'")
    if page.run("document.querySelectorAll('#source b, #source img, #target b, #target img').length") or page.run("window.broken"):
        problems.append("text of the source became markup")
    if not page.run("document.getElementById('source').textContent.includes('</script><b>')"):
        problems.append("text that looks like markup is not shown")


def check_speed(view):
    view.write("large.c", large_program())
    view.page("large.c")
    page = browser.Browser(browser.find())
    try:
        page.open("file://" + os.path.join(view.folder, "page.html"))
        page.until("document.querySelectorAll('#target .line').length > 2000")
        seconds = page.seconds()
        page.hover("#source .line[data-n='9'] .text")
        page.run("document.querySelector('#target .match').dataset.n")
        hover = page.seconds() - seconds
    finally:
        page.close()
    print(f"     the page of a large program opens in {seconds:.2f} s of the browser's time, a hover takes {hover * 1000:.0f} ms")
    return [f"the page took {seconds:.2f} s to open"] if seconds > 1 else []


def main():
    parser = argparse.ArgumentParser(description="Checks the views of the translation.")
    parser.add_argument("--ppcc", default=os.path.join(tools.ROOT, "build", "bin", "ppcc"))
    parser.add_argument("words", nargs="*", help="only checks whose names have one of these words")
    options = parser.parse_args()
    checks = [("facts of a program", check_facts), ("lines belong together", check_lines), ("steps", check_steps),
              ("targets and calls", check_targets), ("the errors of clang", check_default_none), ("the page", check_page), ("the terminal", check_terminal),
              ("command lines", check_command_line), ("a large program", check_large), ("the cases", check_all_cases)]
    if browser.find():
        checks += [("in a browser", check_browser), ("speed in a browser", check_speed)]
    else:
        print("     no Chromium: the page is not tried in a browser")
    checks = [check for check in checks if not options.words or any(word in check[0] for word in options.words)]
    report = tools.Report("view", len(checks))
    view = View(options.ppcc)
    try:
        for name, check in checks:
            try:
                problems = check(view)
            except (AssertionError, browser.Failed, ValueError) as error:
                problems = [f"{type(error).__name__}: {error}"]
            report.add("view", name, problems)
    finally:
        shutil.rmtree(view.folder, ignore_errors=True)
    return report.finish()


if __name__ == "__main__":
    sys.exit(main())
