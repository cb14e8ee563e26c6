"use strict";
/* The page's script.  Text of the program goes into the page as text nodes only, so that nothing in it can be markup. */
(function () {
	var model = JSON.parse(document.getElementById("model").textContent);
	model.files.forEach(function (f) {
		f.texts.concat(f.steps).forEach(function (t) {
			t.text = t.rows.map(function (n) { return model.strings[n]; }).join("\n");
		});
	});
	var contracts = new Map(model.calls.map(function (call) { return [call.name, call]; }));
	var file = null, fileIndex = 0, text = null, current = null;

	function byId(id) { return document.getElementById(id); }

	function make(tag, properties, children) {
		var element = document.createElement(tag);
		Object.keys(properties || {}).forEach(function (name) {
			if (name === "className")
				element.className = properties[name];
			else
				element.setAttribute(name, properties[name]);
		});
		(children || []).forEach(function (child) { if (child !== null) element.append(child); });
		return element;
	}

	/* ------------------------------------------------------------------------------------------ colours */

	var words = new Map();
	("auto break case const continue default do else extern for goto if inline register restrict return sizeof static struct switch " +
	 "typedef union volatile while enum _Atomic _Alignas _Alignof _Generic _Noreturn _Static_assert _Thread_local __inline__ " +
	 "__attribute__ __extension__ __kernel __global __local __constant __thread __typeof__ typeof").split(" ").forEach(function (w) { words.set(w, "k"); });
	("void char short int long float double signed unsigned _Bool bool _Complex size_t ssize_t ptrdiff_t int8_t int16_t int32_t int64_t " +
	 "uint8_t uint16_t uint32_t uint64_t uint ulong FILE va_list intptr_t uintptr_t").split(" ").forEach(function (w) { words.set(w, "t"); });

	var token = /(\/\*[\s\S]*?(?:\*\/|(?![\s\S]))|\/\/(?:\\\r?\n|[^\n])*)|("(?:\\[\s\S]|[^"\\\n])*"?|'(?:\\[\s\S]|[^'\\\n])*'?)|(^[ \t]*(?:#|%:)(?:\\\r?\n|[^\n\/"]|\/(?![\/*])|"(?:\\.|[^"\\\n])*"?)*)|([A-Za-z_$][\w$]*)|(\.?\d(?:[eEpP][+-]|[\w.])*)/gm;

	/* Calls back with each run of `source` and its class, "" for none. */
	function runs(source, put) {
		var at = 0, found;
		token.lastIndex = 0;
		while ((found = token.exec(source))) {
			if (found.index > at)
				put(source.slice(at, found.index), "");
			at = token.lastIndex;
			var kind = found[1] !== undefined ? "c" : found[2] !== undefined ? "s" : found[3] !== undefined ? "d" : found[5] !== undefined ? "n" :
				contracts.has(found[4]) ? "call" : words.get(found[4]) || "";
			put(found[0], kind);
		}
		put(source.slice(at), "");
	}

	/* ------------------------------------------------------------------------------------------ texts */

	function hashOf(line) { return "#" + (fileIndex ? "F" + (fileIndex + 1) : "") + "L" + line; }

	/* Fills a pane with lines; classOf(n) is a class for line n.  links: the numbers are links. */
	function fill(pane, source, classOf, links) {
		var lines = [], cell = null, block = null, fragment = document.createDocumentFragment();
		function begin() {
			var number = lines.length + 1;
			if (lines.length % 200 === 0)
				fragment.append(block = make("div", {className: "block"}));
			cell = make("span", {className: "text"});
			var gutter = links ? make("a", {className: "number", href: hashOf(number), tabindex: "-1"}, [String(number)]) :
				make("span", {className: "number"}, [String(number)]);
			var line = make("div", {className: "line " + classOf(number)}, [gutter, cell]);
			line.dataset.n = number;
			block.append(line);
			lines.push(line);
		}
		begin();
		runs(source.replace(/\r/g, "").replace(/\n$/, ""), function (run, kind) {
			run.split("\n").forEach(function (part, i) {
				if (i > 0)
					begin();
				if (part)
					cell.append(kind ? make("span", {className: kind}, [part]) : part);
			});
		});
		lines.forEach(function (line) { if (!line.lastChild.firstChild) line.lastChild.append("\u200b"); });
		Array.from(fragment.children).forEach(function (b) { b.style.containIntrinsicBlockSize = "auto " + b.children.length * 1.45 * 13 + "px"; });
		pane.style.setProperty("--digits", String(lines.length).length);
		pane.replaceChildren(fragment);
		pane.scrollTop = 0;
		return lines;
	}

	/* A pane: its element, the elements of its lines from 0, and the line that is chosen. */
	var source = {element: byId("source"), lines: [], chosen: 0, copied: ""};
	var target = {element: byId("target"), lines: [], chosen: 0, copied: ""};

	/* ------------------------------------------------------------------------------------------ what belongs together */

	/* The source's lines that a directive stands for: from its own to the end of the loop headers that it takes. */
	function headsAt(line) {
		return file.regions.filter(function (r) { return r.line !== null && r.line <= line && line <= r.head_end; });
	}

	function fromSource(line) {
		var heads = headsAt(line).map(function (r) { return r.line; }), found = [];
		text.lines.forEach(function (from, i) {
			if (from === line || (from < 0 && (from === -line || heads.indexOf(-from) >= 0)))
				found.push(i + 1);
		});
		return {source: [line], target: found};
	}

	function fromTarget(line) {
		var from = text.lines[line - 1], lines = [], i;
		if (!from)
			return {source: [], target: [line]};
		if (from > 0)
			lines.push(from);
		else
			for (i = -from; i <= headEnd(-from); i++)
				lines.push(i);
		var same = [];
		text.lines.forEach(function (other, j) { if (other === from) same.push(j + 1); });
		return {source: lines, target: same};
	}

	function headEnd(line) {
		return file.regions.reduce(function (end, r) { return r.line === line && r.head_end > end ? r.head_end : end; }, line);
	}

	function regionsAt(line) {
		return file.regions.filter(function (r) { return r.line !== null && r.line <= line && line <= r.end; });
	}

	var marked = [];
	function mark(lines, name) {
		lines.forEach(function (line) { if (line) { line.classList.add(name); marked.push([line, name]); } });
	}

	/* Shows what belongs to a line of a pane, and says it in words. */
	function show(pane, number) {
		var both = pane === source ? fromSource(number) : fromTarget(number);
		marked.forEach(function (m) { m[0].classList.remove(m[1]); });
		marked = [];
		mark(both.source.map(function (n) { return source.lines[n - 1]; }), "match");
		mark(both.target.map(function (n) { return target.lines[n - 1]; }), "match");
		mark([pane.lines[number - 1]], "current");
		var regions = both.source.length ? regionsAt(both.source[0]) : [];
		document.querySelectorAll(".region.near").forEach(function (e) { e.classList.remove("near"); });
		regions.forEach(function (r) { byId("region-" + r.id).classList.add("near"); });
		say(pane, number, both, regions);
		current = {pane: pane, both: both};
	}

	function spans(numbers) {
		var parts = [], i, j;
		for (i = 0; i < numbers.length; i = j) {
			for (j = i + 1; j < numbers.length && numbers[j] === numbers[j - 1] + 1; j++)
				;
			parts.push(j - i > 1 ? numbers[i] + " to " + numbers[j - 1] : String(numbers[i]));
		}
		return parts.length > 6 ? parts.slice(0, 6).join(", ") + ", ..." : parts.join(", ");
	}

	function say(pane, number, both, regions) {
		var parts = [], from = pane === target ? text.lines[number - 1] : number;
		if (pane === source)
			parts.push("Source line " + number + (both.target.length ? ": in \"" + text.label + "\", " + (both.target.length > 1 ? "lines " : "line ") + spans(both.target) : ": nothing of it is in \"" + text.label + "\""));
		else if (!from)
			parts.push("Line " + number + " is of no line of this file");
		else
			parts.push("Line " + number + (from < 0 ? " was generated for source line " : " is source line ") + Math.abs(from));
		if (regions.length)
			parts.push("in " + regions.map(function (r) { return "#" + r.id + " " + r.directive; }).join(", "));
		var lines = [make("p", {}, [parts.join("; ") + "."])];
		var seen = {};
		pane.lines[number - 1].querySelectorAll(".call").forEach(function (call) {
			var name = call.textContent;
			if (!seen[name])
				lines.push(note(contracts.get(name)));
			seen[name] = true;
		});
		byId("status").replaceChildren.apply(byId("status"), lines);
	}

	function note(call) {
		return make("p", {}, [make("code", {}, [call.declaration]), call.contract ? " " + call.contract : ""]);
	}

	function choose(pane, number, scroll) {
		pane.chosen = Math.max(1, Math.min(number, pane.lines.length));
		show(pane, pane.chosen);
		if (scroll)
			bring(pane, pane.chosen);
		reveal(pane === source ? target : source);
	}

	/* Scrolls the pane, and not the page, until the line is in sight. */
	function bring(pane, number) {
		var box = pane.element.getBoundingClientRect(), place = pane.lines[number - 1].getBoundingClientRect();
		if (place.top < box.top || place.bottom > box.top + pane.element.clientHeight)
			pane.element.scrollTop += place.top - box.top - box.height / 3;
	}

	/* Brings what belongs to the chosen line into sight on the other side. */
	function reveal(pane) {
		var numbers = pane === source ? current.both.source : current.both.target;
		if (numbers.length)
			bring(pane, numbers[0]);
	}

	function goOver(pane) {
		var other = pane === source ? target : source;
		var numbers = other === source ? current.both.source : current.both.target;
		if (!numbers.length)
			return;
		other.element.focus({preventScroll: true});
		choose(other, numbers[0], true);
	}

	/* ------------------------------------------------------------------------------------------ tables */

	function lineLink(number) {
		return number === null ? "" : make("a", {href: hashOf(number)}, ["line " + number]);
	}

	function table(caption, names, rows) {
		var head = make("thead", {}, [make("tr", {}, names.map(function (name) { return make("th", {scope: "col"}, [name]); }))]);
		var body = make("tbody", {}, rows.map(function (cells) {
			return make("tr", {}, cells.map(function (cell, i) {
				var parts = [].concat(cell).filter(function (part) { return part !== ""; });
				var named = {"data-name": names[i], className: names[i] === "sharing" || names[i] === "direction" ? "sharing" : ""};
				return make("td", named, parts.length ? [make("span", {}, parts)] : []);
			}));
		}));
		return make("div", {className: "scroll"}, [make("table", {}, [make("caption", {}, [caption]), head, body])]);
	}

	function why(row) {
		var parts = [row.how + ": " + row.why + (row.section ? " (OpenMP 5.2, section " + row.section + ")" : "")];
		if (row.why_line !== null)
			parts.push(", ", lineLink(row.why_line));
		return parts;
	}

	function variableTable(region) {
		var moved = region.function !== null, names = ["variable", "type", "sharing", "why"];
		if (moved)
			names.push("passed");
		names.push("first read", "first write");
		return table("What the region's variables are", names, region.variables.map(function (v) {
			var cells = [v.name, v.type, v.sharing, why(v)];
			if (moved)
				cells.push(v.passed || "");
			return cells.concat([[lineLink(v.first_read)], [lineLink(v.first_write)]]);
		}));
	}

	function mapTable(region) {
		return table("What is mapped to the device", ["mapped", "bytes", "direction", "why"], region.maps.map(function (m) {
			return [m.item, m.bytes || "", m.direction + (m.modifiers ? ", " + m.modifiers : ""), why(m)];
		}));
	}

	/* Panels get their tables when they come near to what is seen, so that a page of a large program opens at once. */
	var waiting = new Map();
	var nearing = new IntersectionObserver(function (entries) {
		entries.forEach(function (entry) { if (entry.isIntersecting) complete(entry.target); });
	}, {rootMargin: "1000px"});

	function complete(panel) {
		var region = waiting.get(panel);
		nearing.unobserve(panel);
		waiting.delete(panel);
		if (region && region.variables.length)
			panel.append(variableTable(region));
		if (region && region.maps.length)
			panel.append(mapTable(region));
	}

	addEventListener("beforeprint", function () { Array.from(waiting.keys()).forEach(complete); });

	function regionPanel(region) {
		var place = region.line === null ? " in " + region.file : null;
		var heading = make("h3", {}, ["#" + region.id + " " + region.directive + " ", place || lineLink(region.line)]);
		var panel = make("section", {className: "region", id: "region-" + region.id}, [heading, make("p", {className: "written"}, [region.written])]);
		var depth = 0;
		for (var r = region; r.parent !== null; r = file.regions[r.parent])
			depth++;
		panel.classList.toggle("plain", !region.variables.length && !region.maps.length && region.function === null);
		panel.style.setProperty("--depth", Math.min(depth, 5));
		if (region.function !== null)
			panel.append(make("p", {}, ["Becomes the function ", make("code", {}, [region.function]), "."]));
		waiting.set(panel, region);
		nearing.observe(panel);
		return panel;
	}

	/* ------------------------------------------------------------------------------------------ choosing a text */

	/* The steps of the file: the source, what is between, and the first target's program. */
	function stepTexts() {
		var program = file.texts.filter(function (t) { return t.id !== "serial"; })[0];
		if (!program)
			return [];
		var lines = file.source.split("\n").map(function (unused, i) { return i + 1; });
		var first = {id: "source", label: "source", note: "The source as it is.", text: file.source, lines: lines};
		return [first].concat(file.steps, [program]);
	}

	function setText(chosen) {
		var steps = stepTexts(), at = steps.indexOf(chosen);
		text = chosen;
		steps.forEach(function (step, i) { if (step.id === chosen.id) at = i; });
		target.lines = fill(target.element, chosen.text, function (n) { return chosen.lines[n - 1] < 0 ? "generated" : ""; }, false);
		target.chosen = 0;
		byId("text-note").textContent = chosen.note;
		byId("steps").hidden = steps.length === 0;
		byId("steps").style.display = steps.length === 0 ? "none" : "";
		var slider = byId("step"), name = at < 0 ? "choose one to go back to " + (steps.length ? steps[steps.length - 1].label : "") : (at + 1) + " of " + steps.length + ": " + (at === steps.length - 1 ? "the program (" + steps[at].label + ")" : steps[at].label);
		slider.max = Math.max(0, steps.length - 1);
		if (at >= 0)
			slider.value = at;
		slider.setAttribute("aria-valuetext", name);
		byId("step-name").textContent = name;
		var tab = at >= 0 ? steps[steps.length - 1].id : chosen.id;
		document.querySelectorAll("[role=tab]").forEach(function (button) {
			var selected = button.dataset.id === tab;
			button.setAttribute("aria-selected", selected);
			button.tabIndex = selected ? 0 : -1;
		});
		byId("status").replaceChildren(make("p", {}, ["Point at a line, or choose one with the keys, to see what belongs to it."]));
		if (source.chosen)
			choose(source, source.chosen, false);
	}

	function setFile(index) {
		fileIndex = index;
		file = model.files[index];
		byId("title").textContent = file.name;
		byId("file").value = index;
		var tabs = file.texts.map(function (t) {
			var button = make("button", {type: "button", role: "tab", "aria-controls": "target", "aria-selected": "false"}, [t.label]);
			button.dataset.id = t.id;
			button.addEventListener("click", function () { setText(t); });
			return button;
		});
		byId("tabs").replaceChildren.apply(byId("tabs"), tabs);
		source.chosen = 0;
		source.lines = fill(source.element, file.source, function (n) { return headsAt(n).length ? "head" : ""; }, true);
		waiting.clear();
		nearing.disconnect();
		var panels = file.regions.map(regionPanel);
		byId("regions").replaceChildren.apply(byId("regions"), panels);
		var wanted = file.texts.filter(function (t) { return t.id === model.target; })[0];
		setText(wanted || file.texts[Math.min(1, file.texts.length - 1)]);
		var first = file.regions.filter(function (r) { return r.line !== null; })[0];
		if (first)
			choose(source, first.line, true);
	}

	function followHash() {
		var found = /^#(?:F(\d+))?L(\d+)$/.exec(location.hash);
		if (!found)
			return;
		var index = found[1] ? Number(found[1]) - 1 : 0;
		if (!model.files[index])
			return;
		if (index !== fileIndex)
			setFile(index);
		choose(source, Number(found[2]), true);
		source.element.scrollIntoView({block: "nearest"});
	}

	/* ------------------------------------------------------------------------------------------ events */

	function numberAt(node) {
		var line = node.closest ? node.closest(".line") : null;
		return line ? Number(line.dataset.n) : 0;
	}

	function listen(pane) {
		var element = pane.element, hovered = 0;
		element.addEventListener("mouseover", function (event) {
			var number = numberAt(event.target);
			if (number && number !== hovered)
				show(pane, number);
			hovered = number;
		});
		element.addEventListener("mouseleave", function () { hovered = 0; });
		element.addEventListener("click", function (event) {
			var number = numberAt(event.target);
			if (number)
				choose(pane, number, false);
		});
		element.addEventListener("focus", function () {
			if (!element.matches(":focus-visible"))
				return;
			if (pane.chosen)
				show(pane, pane.chosen);
			else
				choose(pane, 1, true);
		});
		element.addEventListener("keydown", function (event) {
			var page = Math.max(1, Math.floor(element.clientHeight / (pane.lines[0].offsetHeight || 18)) - 1);
			var steps = {ArrowDown: 1, ArrowUp: -1, PageDown: page, PageUp: -page, Home: -pane.lines.length, End: pane.lines.length};
			if (event.ctrlKey || event.altKey || event.metaKey)
				return;
			if (event.key in steps)
				choose(pane, pane.chosen + steps[event.key], true);
			else if (event.key === "Enter" && pane.chosen)
				goOver(pane);
			else
				return;
			event.preventDefault();
		});
	}

	function listenTabs() {
		byId("tabs").addEventListener("keydown", function (event) {
			var tabs = Array.from(document.querySelectorAll("[role=tab]")), at = tabs.indexOf(document.activeElement);
			var to = {ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tabs.length - 1}[event.key];
			if (to === undefined || at < 0)
				return;
			event.preventDefault();
			to = (to + tabs.length) % tabs.length;
			tabs[to].focus();
			tabs[to].click();
		});
		byId("step").addEventListener("input", function () { setText(stepTexts()[Number(byId("step").value)]); });
	}

	function listenTip() {
		var tip = byId("tip");
		target.element.addEventListener("mouseover", function (event) {
			var call = event.target.classList.contains("call") ? contracts.get(event.target.textContent) : null;
			tip.hidden = !call;
			if (!call)
				return;
			tip.replaceChildren(make("code", {}, [call.declaration]), make("p", {}, [call.contract || ""]));
			var box = event.target.getBoundingClientRect();
			tip.style.left = Math.max(8, Math.min(box.left, innerWidth - tip.offsetWidth - 8)) + "px";
			tip.style.top = (box.bottom + tip.offsetHeight + 8 > innerHeight ? box.top - tip.offsetHeight - 6 : box.bottom + 6) + "px";
		});
		target.element.addEventListener("mouseleave", function () { tip.hidden = true; });
		target.element.addEventListener("scroll", function () { tip.hidden = true; });
		document.addEventListener("keydown", function (event) { if (event.key === "Escape") tip.hidden = true; });
	}

	function copy() {
		var button = byId("copy");
		function done(good) {
			button.textContent = good ? "Copied" : "Not copied";
			setTimeout(function () { button.textContent = "Copy"; }, 1500);
		}
		function byHand() {
			var area = make("textarea", {});
			area.value = text.text;
			document.body.append(area);
			area.select();
			var good = document.execCommand("copy");
			area.remove();
			button.focus();
			done(good);
		}
		if (navigator.clipboard)
			navigator.clipboard.writeText(text.text).then(function () { done(true); }, byHand);
		else
			byHand();
	}

	byId("files").hidden = model.files.length < 2;
	model.files.forEach(function (f, i) { byId("file").append(make("option", {value: i}, [f.name])); });
	byId("file").addEventListener("change", function () { setFile(Number(byId("file").value)); });
	byId("copy").addEventListener("click", copy);
	listen(source);
	listen(target);
	listenTabs();
	listenTip();
	addEventListener("hashchange", followHash);
	setFile(0);
	followHash();
})();
