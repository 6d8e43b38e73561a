"""The command, as a process of its own."""

import sys

COMMAND = [sys.executable, "-c", "from throughline.cli import main; raise SystemExit(main())"]
