"""Takes the values of all formulas out of a workbook, lets LibreOffice work them out again, and compares them
with what was carried: `recalculate.py FILE.xlsx`."""

import os
import re
import subprocess
import sys
import tempfile
import zipfile

import openpyxl


def without_values(file, bare):
    with zipfile.ZipFile(file) as parts, zipfile.ZipFile(bare, "w") as copy:
        for name in parts.namelist():
            part = parts.read(name)
            if name.startswith("xl/worksheets/sheet"):
                part = re.sub(rb"</f><v>[^<]*</v>", b"</f>", part)
            copy.writestr(name, part)


def main(file):
    with tempfile.TemporaryDirectory() as folder:
        bare = os.path.join(folder, "bare.xlsx")
        without_values(file, bare)
        subprocess.run(
            ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless",
             "--convert-to", "xlsx", "--outdir", os.path.join(folder, "out"), bare],
            check=True, capture_output=True, timeout=300)
        again = openpyxl.load_workbook(os.path.join(folder, "out", "bare.xlsx"), data_only=True)
    formulas = openpyxl.load_workbook(file)
    carried = openpyxl.load_workbook(file, data_only=True)
    count = 0
    for sheet in formulas:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type != "f":
                    continue
                count += 1
                own = carried[sheet.title][cell.coordinate].value
                other = again[sheet.title][cell.coordinate].value
                # Binary numbers are added one after the other there.
                if other is None or abs(own - other) > 1e-12 * max(1e6, abs(own)):
                    sys.exit(f"{sheet.title} {cell.coordinate} {cell.value}: {own}, not {other}")
    print(f"{count} formulas as carried")


if __name__ == "__main__":
    main(sys.argv[1])
