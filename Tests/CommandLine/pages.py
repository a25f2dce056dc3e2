#!/usr/bin/env python3
"""Writes the shell completions and the manual page from what the program says of its command line.

    python3 Tests/CommandLine/pages.py PROGRAM           writes Docs/parkline.1 and Docs/Completions
    python3 Tests/CommandLine/pages.py PROGRAM --check   names what is stale, and exits with 1

The commands come from the usage that `--help` shows, their options from --experimental-dump-help.
Docs/Decisions/0063 says why this is not left to swift-argument-parser.
"""

import json
import os
import re
import subprocess
import sys
from dataclasses import dataclass

ROOT = os.path.dirname(os.path.dirname(os.path.dirname(os.path.abspath(__file__))))


@dataclass
class Option:
    names: list  # "--color", "-c"
    value: str  # the name of what follows; empty for a flag
    values: list  # the words that may follow, where they are fixed
    summary: str


@dataclass
class Command:
    name: str  # empty for the program itself
    summary: str
    discussion: str
    options: list
    ending: str  # of the files it takes
    takes: str = ""  # what stands behind its options: `[FILE ...]`


def said(program, *arguments):
    return subprocess.run(
        [program, *arguments], stdout=subprocess.PIPE, check=True, encoding="utf-8").stdout


def option(row):
    dashes = {"short": "-", "long": "--", "longWithSingleDash": "-"}
    names = [dashes[name["kind"]] + name["name"] for name in row["names"]]
    value = row.get("valueName", "") if row["kind"] == "option" else ""
    if value and value == names[0].lstrip("-") and len(value) == 1:
        value = "statements"
    return Option(names, value, row.get("allValues", []), row.get("abstract", ""))


def command(program, name, takes=""):
    arguments = [name] if name else []
    row = json.loads(said(program, *arguments, "--experimental-dump-help"))["command"]
    rows = [one for one in row["arguments"] if one.get("shouldDisplay", True)]
    files = next((one for one in rows if one["kind"] == "positional"), {})
    endings = files.get("completionKind", {}).get("file", {}).get("extensions") or [""]
    return Command(
        name, row["abstract"], row.get("discussion", ""),
        [option(one) for one in rows if one["kind"] != "positional"], endings[0],
        takes)


def commands(program):
    usage = said(program, "--help").split("USAGE:")[1].split("\n\n")[0]
    rows = re.findall(r"^\s+parkline ([a-z][a-z-]*) (?:\[-[^]]*\] )*(.*)", usage, re.MULTILINE)
    return [command(program, "")] + [command(program, name, takes) for name, takes in rows]


# Completions

HEAD = "Written by Tests/CommandLine/pages.py from what `parkline` says of itself."


def first_sentence(text):
    return re.split(r"[.:;] |\.$", text)[0]


def bash(commands):
    tools = [one.name for one in commands if one.name]
    lines = [
        f"# bash completion of parkline. {HEAD}", "_parkline() {",
        "  local cur=$2 prev=$3 tool= options= ending=",
        "  # `--color=never` comes as three words.",
        "  [[ $cur == '=' ]] && { prev=${COMP_WORDS[COMP_CWORD - 1]} cur=; }",
        "  [[ $prev == '=' ]] && prev=${COMP_WORDS[COMP_CWORD - 2]}",
        "  if (( COMP_CWORD > 1 )); then",
        f"    case ${{COMP_WORDS[1]}} in {'|'.join(tools)}) tool=${{COMP_WORDS[1]}} ;; esac",
        "  fi", "  case $tool in"]
    for one in commands:
        words = " ".join(name for row in one.options for name in row.names)
        lines.append(f"    '{one.name}') options='{words}' ending={one.ending} ;;")
    lines += ["  esac", "  case $prev in"]
    valued = {}
    for row in (row for one in commands for row in one.options if row.value):
        valued["|".join(row.names)] = " ".join(row.values)
    for names, values in valued.items():
        answer = f"COMPREPLY=($(compgen -W '{values}' -- \"$cur\")); " if values else ""
        lines.append(f"    {names}) {answer}return ;;")
    lines += [
        "  esac", "  if [[ $cur == -* ]]; then",
        "    COMPREPLY=($(compgen -W \"$options\" -- \"$cur\"))", "    return", "  fi",
        "  local IFS=$'\\n'",
        "  COMPREPLY=($(compgen -d -- \"$cur\") $(compgen -f -X \"!*${ending:+.$ending}\" -- \"$cur\"))",
        "  if (( COMP_CWORD == 1 )); then",
        f"    COMPREPLY+=($(compgen -W $'{chr(92)}n'.join -- \"$cur\"))".replace(
            "$'\\n'.join", "$'" + "\\n".join(tools) + "'"),
        "  fi", "}", "complete -o filenames -F _parkline parkline"]
    return "\n".join(lines) + "\n"


def zsh(commands):
    def quoted(text):
        return "'" + text.replace("'", "'\\''") + "'"

    def specs(one):
        found = []
        for row in one.options:
            text = row.summary.replace("[", "(").replace("]", ")").replace(":", "\\:")
            value = ""
            if row.value:
                value = f":{row.value}:" + (f"({' '.join(row.values)})" if row.values else "")
            for name in row.names:
                others = " ".join(row.names)
                sign = "=" if value and name.startswith("--") else ""
                found.append(quoted(f"({others}){name}{sign}[{text}]{value}"))
        return found

    def files(one):
        return f"_files -g \"*.{one.ending}\"" if one.ending else "_files"

    lines = [f"#compdef parkline", f"# zsh completion of parkline. {HEAD}", "_parkline() {",
             "  if (( CURRENT > 2 )); then", "    case $words[2] in"]
    for one in commands[1:]:
        lines += [f"      {one.name})", "        shift words", "        (( CURRENT-- ))",
                  "        _arguments -S \\"]
        lines += [f"          {spec} \\" for spec in specs(one)]
        lines += [f"          {quoted('*:file:' + files(one))}", "        return", "        ;;"]
    lines += ["    esac", "  fi", "  _arguments -S \\"]
    lines += [f"    {spec} \\" for spec in specs(commands[0])]
    lines += [f"    '1: :_parkline_first' \\", f"    {quoted('*:script:' + files(commands[0]))}",
              "}", "_parkline_first() {", "  local -a tools", "  tools=("]
    for one in commands[1:]:
        lines.append("    " + quoted(one.name + ":" + first_sentence(one.summary)))
    lines += ["  )", "  _describe -t tools tool tools", f"  {files(commands[0])}", "}",
              "if [[ $funcstack[1] == _parkline ]]; then", "  _parkline \"$@\"", "else",
              "  (( $+functions[compdef] )) && compdef _parkline parkline", "fi"]
    return "\n".join(lines) + "\n"


def fish(commands):
    def quoted(text):
        return "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'"

    tools = "|".join(one.name for one in commands if one.name)
    lines = [f"# fish completion of parkline. {HEAD}", "function __parkline_in",
             "    set -l words (commandline -opc)", "    set -l tool ''",
             f"    if string match -qr '^({tools})$' -- \"$words[2]\"",
             "        set tool $words[2]", "    end", "    test \"$tool\" = \"$argv[1]\"", "end",
             "function __parkline_first", "    test (count (commandline -opc)) -eq 1", "end",
             "complete -c parkline -f"]
    for one in commands[1:]:
        lines.append(
            f"complete -c parkline -n __parkline_first -a {one.name} -d "
            + quoted(first_sentence(one.summary)))
    for one in commands:
        inside = f"-n \"__parkline_in '{one.name}'\""
        lines.append(
            f"complete -c parkline {inside} -k -a '(__fish_complete_suffix .{one.ending})'"
            if one.ending else f"complete -c parkline {inside} -F")
        for row in one.options:
            names = " ".join(
                f"-l {name[2:]}" if name.startswith("--") else f"-s {name[1:]}"
                for name in row.names)
            value = " -x" if row.value else ""
            if row.values:
                value += f" -a {quoted(' '.join(row.values))}"
            lines.append(
                f"complete -c parkline {inside} {names}{value} -d "
                + quoted(first_sentence(row.summary)))
    return "\n".join(lines) + "\n"


# The manual page

def roff(text):
    text = text.replace("\\", "\\e").replace("-", "\\-").replace("`", "\\(ga")
    text = re.sub(r"\\\(ga([^\\]*(?:\\-[^\\]*)*)\\\(ga", r"\\fB\1\\fR", text)
    text = text.replace("~", "\\(ti").replace("…", "...").replace("^", "\\(ha")
    return "\n".join(("\\&" + line) if line[:1] in ".'" else line for line in text.split("\n"))


def term(head, text):
    return [".TP", head, roff(text)]


def manual(commands, version):
    program = commands[0]
    lines = [f".\\\" {HEAD}", f".TH PARKLINE 1 \"\" \"Parkline {version}\" \"User Commands\"",
             ".SH NAME", "parkline \\- a shell that projects what an industrial park brings",
             ".SH SYNOPSIS", ".B parkline", "[\\fIOPTIONS\\fR] [\\fIFILE\\fR ...]"]
    for one in commands[1:]:
        more = re.sub(r"[A-Z]+", r"\\fI\g<0>\\fR", roff(one.takes))
        lines += [".br", f".B parkline {roff(one.name)}", f"[\\fIOPTIONS\\fR] {more}"]
    lines += [".SH DESCRIPTION", roff(program.summary)]
    for paragraph in program.discussion.split("\n\n"):
        lines += [".PP", roff(paragraph)]
    lines += [".PP", "What a script may hold is told by \\fBhelp\\fR inside the shell and by",
              "Docs/Language.md."]
    lines += [".SH OPTIONS"] + options(program)
    lines.append(".SH COMMANDS")
    for one in commands[1:]:
        lines += [f".SS parkline {roff(one.name)}", roff(one.summary)]
        for paragraph in filter(None, one.discussion.split("\n\n")):
            lines += [".PP", roff(paragraph)]
        own = [row for row in one.options if row.names not in [r.names for r in program.options]]
        lines += options(Command(one.name, "", "", own, ""))
    for title, rows in FACTS:
        lines.append(f".SH {title}")
        for head, text in rows:
            lines += term("\\fB" + roff(head) + "\\fR", text)
    lines += [".SH EXAMPLES"]
    for example, text in EXAMPLES:
        lines += [".TP", "\\fB" + roff(example) + "\\fR", roff(text)]
    lines += [".SH SEE ALSO", "Docs/Tutorial.md, Docs/Language.md and Docs/Model.md of the sources;",
              ".BR editrc (5),", ".BR less (1)"]
    return "\n".join(lines) + "\n"


def options(one):
    lines = []
    for row in one.options:
        value = f" \\fI{roff(row.value)}\\fR" if row.value else ""
        head = ", ".join(f"\\fB{roff(name)}\\fR{value}" for name in row.names)
        lines += term(head, row.summary)
    return lines


FACTS = [
    ("ENVIRONMENT", [
        ("NO_COLOR", "Set and not empty: no colour, and no hint while typing."),
        ("CLICOLOR, CLICOLOR_FORCE, FORCE_COLOR", "CLICOLOR=0 takes colour away on a terminal; "
         "CLICOLOR_FORCE or FORCE_COLOR, set and not 0, gives it elsewhere too, but for NO_COLOR and FORCE_COLOR=0. "
         "`--color` comes before all of them."),
        ("TERM", "`dumb`: no colour, no editing of the line."),
        ("LANG, LC_ALL, LC_CTYPE", "Text is UTF-8 whatever they say."),
        ("VISUAL, EDITOR", "What `edit` and Ctrl-X Ctrl-E start; vi where neither is set."),
        ("PAGER", "What shows an answer longer than the screen; less where it is not set, none "
         "where it is empty."),
        ("EDITRC", "The file of key bindings, in the place of ~/.editrc."),
        ("SLURM_ARRAY_TASK_ID, SLURM_ARRAY_TASK_COUNT", "The shard of `parkline ensemble` where --shard is left out, in a job "
         "array numbered from 1 on."),
        ("SLURM_CPUS_PER_TASK, SLURM_CPUS_ON_NODE", "Its threads where --threads is left out."),
        ("HOME, XDG_STATE_HOME, XDG_CONFIG_HOME", "Where the files below are; what is no absolute "
         "path counts as not set."),
    ]),
    ("FILES", [
        ("$XDG_STATE_HOME/parkline/history", "What was said at the prompt, in "
         "~/.local/state/parkline where that is not set; mode 0600."),
        ("$XDG_STATE_HOME/parkline/sessions/", "The journals of sessions that were left unsaved or "
         "ended badly: `recover` brings them back."),
        ("$XDG_CONFIG_HOME/parkline/start.park", "Run at the beginning of a conversation, in "
         "~/.config/parkline where that is not set."),
        ("~/.editrc", "Key bindings; `bind -v` chooses those of vi."),
    ]),
    ("EXIT STATUS", [
        ("0", "All is done."),
        ("1", "An error of Parkline itself."),
        ("2", "A script or the command line has an error."),
        ("3", "A proof does not hold."),
        ("4", "An expectation or a check does not hold, or `fmt --check` would change a file."),
        ("5", "A file cannot be read or written."),
        ("130", "Ctrl-C or a limit ended it."),
    ]),
]

EXAMPLES = [
    ("parkline", "opens the shell."),
    ("parkline study.park -c 'table tax, jobs'", "runs a script and shows two figures."),
    ("parkline study.park -c 'export - tax by=tax' > tax.csv", "puts a table into a file."),
    ("parkline check *.park", "finds every error of some scripts."),
    ("parkline ensemble study.park tax --draws 100000", "draws many futures, and prints mean and quantiles of tax."),
    ("parkline merge part.*", "puts parts of one together: Docs/Cluster.md."),
    ("parkline --safe --limit-time 10s stranger.park", "runs what somebody else wrote."),
]


def main():
    program = os.path.abspath(sys.argv[1])
    found = commands(program)
    pages = {
        "Docs/parkline.1": manual(found, said(program, "--version").strip()),
        "Docs/Completions/parkline.bash": bash(found),
        "Docs/Completions/_parkline": zsh(found),
        "Docs/Completions/parkline.fish": fish(found),
    }
    stale = []
    for name, text in pages.items():
        path = os.path.join(ROOT, name)
        old = open(path, encoding="utf-8").read() if os.path.exists(path) else None
        if old == text:
            continue
        stale.append(name)
        if "--check" not in sys.argv:
            os.makedirs(os.path.dirname(path), exist_ok=True)
            with open(path, "w", encoding="utf-8") as file:
                file.write(text)
    if "--check" in sys.argv and stale:
        print("stale:", *stale)
        sys.exit(1)


main()
