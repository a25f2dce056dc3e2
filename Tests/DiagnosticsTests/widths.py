"""Writes Widths.txt: how wide the `wcwidth` package of PyPI holds each code point to be.

    pip install wcwidth && python3 Tests/DiagnosticsTests/widths.py > Tests/DiagnosticsTests/Widths.txt

A line for each run of code points of one width other than 1: first, last, width.
"""
import sys
import unicodedata
import wcwidth

print("# wcwidth %s, Unicode %s" % (wcwidth.__version__, wcwidth.list_versions()[-1]))
start, last = None, None
for code in range(0x110001):
    width = None
    if code < 0x110000 and not 0xD800 <= code < 0xE000:
        width = max(0, wcwidth.wcwidth(chr(code)))
    if width != last:
        if last not in (None, 1):
            print("%X %X %d" % (start, code - 1, last))
        start, last = code, width
