"""`python -m diary` is the same as `scleroderma-diary`."""

import sys

from diary.cli import main

if __name__ == "__main__":
    sys.exit(main())
