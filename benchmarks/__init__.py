"""What is measured, as commands that print a table.

`python -m benchmarks` prints all of it, `python -m benchmarks.start` and
`python -m benchmarks.scale` one part each. Nothing here is imported by the program.
"""
