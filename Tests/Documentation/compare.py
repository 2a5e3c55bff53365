#!/usr/bin/python3
"""Says which Swift code of the pages nobody compiles: compare.py CODE-FOLDER PAGE...

Each line of a block must stand in one file of Swift, in this order and without others between them, whatever
it is indented by. Prints how many blocks there are when all are found."""
import pathlib
import re
import sys


def lines(text):
    return [line.strip() for line in text.strip().splitlines()]


folder, *pages = map(pathlib.Path, sys.argv[1:])
# A reader's checkout is beside his package.
files = [lines(path.read_text().replace('"../../.."', '"../unyoke"')) for path in folder.rglob("*.swift")]
blocks = 0
missing = False
for page in pages:
    for block in re.findall(r"^```swift\n(.*?)^```$", page.read_text(), re.S | re.M):
        blocks += 1
        wanted = lines(block)
        if not any(
            file[place : place + len(wanted)] == wanted
            for file in files
            for place in range(len(file))
        ):
            missing = True
            print(f"{page.name}: not compiled: {wanted[0]}")
if not missing:
    print(blocks)
