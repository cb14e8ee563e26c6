"""What SARIF 2.1.0 (OASIS, 27 March 2020) asks of the parts of a log that ppcc writes: section 3 of the specification, as a
schema of its own: types, members that must be there, members that may."""

import re


class Ref:
    """Another shape, by name."""
    def __init__(self, name):
        self.name = name


TEXT = {"type": str}
POSITIVE = {"type": int, "least": 1}
SHAPES = {
    "log": {"required": {"version": {"type": str, "only": ["2.1.0"]}, "runs": [Ref("run")]}, "optional": {"$schema": {"type": str, "pattern": r"https://\S+"}}},
    "run": {"required": {"tool": Ref("tool"), "results": [Ref("result")]},
            "optional": {"columnKind": {"type": str, "only": ["utf16CodeUnits", "unicodeCodePoints"]}, "invocations": [Ref("invocation")]}},
    "tool": {"required": {"driver": Ref("component")}, "optional": {}},
    "component": {"required": {"name": TEXT}, "optional": {"version": TEXT, "rules": [Ref("rule")]}},
    "rule": {"required": {"id": TEXT}, "optional": {"name": TEXT, "shortDescription": Ref("message"), "defaultConfiguration": Ref("configuration")}},
    "configuration": {"required": {}, "optional": {"level": Ref("level")}},
    "level": {"type": str, "only": ["none", "note", "warning", "error"]},
    "invocation": {"required": {"executionSuccessful": {"type": bool}}, "optional": {}},
    "message": {"required": {"text": {"type": str, "pattern": r".+"}}, "optional": {}},
    "result": {"required": {"message": Ref("message")},
               "optional": {"ruleId": TEXT, "ruleIndex": {"type": int, "least": 0}, "level": Ref("level"), "locations": [Ref("location")],
                            "relatedLocations": [Ref("location")], "fixes": [Ref("fix")]}},
    "location": {"required": {}, "optional": {"physicalLocation": Ref("physical"), "message": Ref("message")}},
    "physical": {"required": {"artifactLocation": Ref("artifact")}, "optional": {"region": Ref("region")}},
    "artifact": {"required": {"uri": {"type": str, "pattern": r"(file://)?[A-Za-z0-9/._~%-]+"}}, "optional": {}},
    "region": {"required": {"startLine": POSITIVE}, "optional": {"startColumn": POSITIVE, "endLine": POSITIVE, "endColumn": POSITIVE}},
    "fix": {"required": {"artifactChanges": [Ref("change")]}, "optional": {"description": Ref("message")}},
    "change": {"required": {"artifactLocation": Ref("artifact"), "replacements": [Ref("replacement")]}, "optional": {}},
    "replacement": {"required": {"deletedRegion": Ref("region")}, "optional": {"insertedContent": {"required": {"text": TEXT}, "optional": {}}}},
}


def check(value, shape, where, found):
    while isinstance(shape, Ref):
        shape = SHAPES[shape.name]
    if isinstance(shape, list):
        if not isinstance(value, list):
            found.append(f"{where} is no array")
            return
        for index, item in enumerate(value):
            check(item, shape[0], f"{where}[{index}]", found)
    elif "type" in shape:
        if type(value) is not shape["type"]:
            found.append(f"{where} is {value!r}, no {shape['type'].__name__}")
        elif value not in shape.get("only", [value]) or not re.fullmatch(shape.get("pattern", r"(?s).*"), str(value)) or (
                "least" in shape and value < shape["least"]):
            found.append(f"{where} is {value!r}")
    elif not isinstance(value, dict):
        found.append(f"{where} is no object")
    else:
        found += [f"{where} has no '{name}'" for name in shape["required"] if name not in value]
        members = {**shape["required"], **shape["optional"]}
        for name, item in value.items():
            if name in members:
                check(item, members[name], f"{where}.{name}", found)
            else:
                found.append(f"{where} has '{name}'")


def problems(log):
    """The list of what is wrong with a log."""
    found = []
    check(log, Ref("log"), "log", found)
    for run in log.get("runs", []) if not found else []:
        rules = [rule["id"] for rule in run["tool"]["driver"]["rules"]]
        if len(set(rules)) != len(rules):
            found.append("a rule has another's id")
        for result in run["results"]:
            if rules[result["ruleIndex"]] != result["ruleId"]:
                found.append(f"ruleIndex {result['ruleIndex']} is not {result['ruleId']}")
            for location in result["locations"] + result.get("relatedLocations", []):
                region = location["physicalLocation"]["region"]
                if (region["endLine"], region["endColumn"]) < (region["startLine"], region["startColumn"]):
                    found.append(f"a region ends before it begins: {region}")
    return found
