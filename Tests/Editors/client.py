#!/usr/bin/env python3
"""`parkline lsp` as a Language Server Protocol client from PyPI sees it (pygls and lsprotocol).

    PYTHON Tests/Editors/client.py PROGRAM

What it answers is read by lsprotocol, which refuses what is not as the protocol has it.
"""

import asyncio
import sys
import tempfile
from pathlib import Path

from lsprotocol import types
from pygls.lsp.client import LanguageClient

STUDY = """\
scenario "衢州" start=2020 end=2035
use china
city quzhou gdp=2125.20亿元/year
园区 smart "𝒳 智慧产业园" 城市=quzhou 面积=41.5公顷
phase p1 park=smart area=20ha investment=5.2bn start=2020 complete=2021
firm mill "纺织" park=smart sector=digital arrives=2022 jobs=120
table tax, jobs by=park
"""

passed = 0


def holds(claim, what):
    global passed
    if not claim:
        raise AssertionError(what)
    passed += 1


async def conversation(program, encodings, locale):
    client = LanguageClient("test", "1")
    published = asyncio.Queue()

    @client.feature(types.TEXT_DOCUMENT_PUBLISH_DIAGNOSTICS)
    def told(params):
        published.put_nowait(params)

    async def diagnostics(version):
        while True:
            params = await asyncio.wait_for(published.get(), 20)
            if params.version == version:
                return params.diagnostics

    await client.start_io(program, "lsp", "--stdio")
    begun = await client.initialize_async(types.InitializeParams(
        process_id=None, root_uri=None, locale=locale,
        capabilities=types.ClientCapabilities(
            general=types.GeneralClientCapabilities(position_encodings=encodings))))
    holds(begun.server_info.name == "parkline", begun)
    wide = begun.capabilities.position_encoding == types.PositionEncodingKind.Utf16
    holds(wide == (types.PositionEncodingKind.Utf8 not in encodings), begun)
    client.initialized(types.InitializedParams())

    def column(line, piece):
        before = lines[line][:lines[line].index(piece)]
        return len(before.encode("utf-16-le")) // 2 if wide else len(before.encode())

    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "衢州 study.park"
        path.write_text(STUDY)
        uri = path.as_uri()
        lines = STUDY.split("\n")
        document = types.TextDocumentIdentifier(uri=uri)

        def at(line, piece):
            return types.Position(line=line, character=column(line, piece))

        client.text_document_did_open(types.DidOpenTextDocumentParams(
            text_document=types.TextDocumentItem(
                uri=uri, language_id="park", version=1, text=STUDY)))
        holds(not [one for one in await diagnostics(1) if one.severity == 1], "a sound script")

        # `jobs` becomes `jbos`, behind Chinese and a character of two UTF-16 units.
        end = column(5, "jobs=") + 4
        client.text_document_did_change(types.DidChangeTextDocumentParams(
            text_document=types.VersionedTextDocumentIdentifier(uri=uri, version=2),
            content_changes=[types.TextDocumentContentChangePartial(
                range=types.Range(start=at(5, "jobs="), end=types.Position(line=5, character=end)),
                text="jbos")]))
        found = await diagnostics(2)
        lines[5] = lines[5].replace("jobs=", "jbos=")
        wrong = next(one for one in found if one.code == "unknown-attribute")
        holds(wrong.range.start == at(5, "jbos="), wrong)
        word = "help" if locale == "en" else "建议"
        holds("`jobs`" in wrong.message and (word in wrong.message or locale != "en"), wrong.message)
        holds(any("\u4e00" <= letter <= "\u9fff" for letter in wrong.message) == (locale != "en"),
              wrong.message)
        client.text_document_did_change(types.DidChangeTextDocumentParams(
            text_document=types.VersionedTextDocumentIdentifier(uri=uri, version=3),
            content_changes=[types.TextDocumentContentChangeWholeDocument(text=STUDY)]))
        lines = STUDY.split("\n")
        holds(not [one for one in await diagnostics(3) if one.severity == 1], "mended")

        offered = await client.text_document_completion_async(types.CompletionParams(
            text_document=document, position=types.Position(line=5, character=column(5, "art sector"))))
        holds("smart" in [one.label for one in offered.items], offered)
        meant = await client.text_document_hover_async(types.HoverParams(
            text_document=document, position=at(3, "面积")))
        holds("park area=" in meant.contents.value and "ha" in meant.contents.value, meant)
        meant = await client.text_document_hover_async(types.HoverParams(
            text_document=document, position=at(6, "tax")))
        holds("tax" in meant.contents.value, meant)
        place = await client.text_document_definition_async(types.DefinitionParams(
            text_document=document, position=at(5, "smart")))
        holds(place.range.start.line == 3 and place.uri == uri, place)
        ready = await client.text_document_prepare_rename_async(types.PrepareRenameParams(
            text_document=document, position=at(4, "smart")))
        holds(ready.placeholder == "smart", ready)
        edit = await client.text_document_rename_async(types.RenameParams(
            text_document=document, position=at(4, "smart"), new_name="智园"))
        holds([one.range.start.line for one in edit.changes[uri]] == [3, 4, 5], edit)
        laid = await client.text_document_formatting_async(types.DocumentFormattingParams(
            text_document=document, options=types.FormattingOptions(tab_size=2, insert_spaces=True)))
        text = "\n".join(lines)
        for one in laid or []:
            # Whole lines only.
            holds(one.range.start.character == 0 and one.range.end.character == 0, one)
            rows = text.split("\n")
            text = "\n".join(rows[:one.range.start.line]) + "\n" * (one.range.start.line > 0) \
                + one.new_text + "\n".join(rows[one.range.end.line:])
        by_hand = await asyncio.create_subprocess_exec(
            program, "fmt", "-", stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE)
        expected, _ = await by_hand.communicate(STUDY.encode())
        holds(text == expected.decode(), (text, expected.decode()))
    await client.shutdown_async(None)
    client.exit(None)
    await asyncio.wait_for(client._server.wait(), 10)
    holds(client._server.returncode == 0, "an orderly end")
    await client.stop()


async def main(program):
    wide, narrow = types.PositionEncodingKind.Utf16, types.PositionEncodingKind.Utf8
    for encodings in [[wide], [wide, narrow]]:
        for locale in ["en", "zh-cn"]:
            await conversation(program, encodings, locale)
    print(f"{passed} passed, 0 failed")


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1]))
